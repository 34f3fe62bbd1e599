import { sayNames } from "#core/lint/say.ts";
import type { RegisterRule } from "#core/lint/rule.ts";
import type { EventType, Verb } from "#core/model/decision.ts";
import { VERB_WORDS } from "#core/model/verb-words.ts";

export default {
  id: "decision-nobody-may-make",
  reads: "register",
  severity: "error",
  summary: "An event asks for a decision that nobody may make",
  because: "Everybody is on the call, and everybody waits for somebody else to say yes.",
  remedy: "Give the right to decide it to a role, or take the decision out of the event.",
  source: "T6: each question answered per event type; T17 who authorizes containment",
  avoid: {
    people: { "Ana Ortiz": ["Security Lead"] },
    matrix: {
      events: [{ id: "ransomware", name: "Ransomware", verbs: ["severity.set", "containment.authorise"] }],
      decisionRights: [{ id: "classify", verb: "severity.set", role: "security-lead" }],
    },
  },
  prefer: {
    people: { "Ana Ortiz": ["Security Lead"] },
    matrix: {
      events: [{ id: "ransomware", name: "Ransomware", verbs: ["severity.set", "containment.authorise"] }],
      decisionRights: [{ id: "classify", verb: "severity.set", role: "security-lead" }, { id: "contain", verb: "containment.authorise", role: "security-lead" }],
    },
  },
  checkRegister({ document }, report) {
    const { events = [], decisionRights = [], preAuthorisations = [] } = document;
    const granted = [...decisionRights.filter(({ deny }) => deny !== true), ...preAuthorisations];
    const open = new Map<Verb, EventType[]>();
    for (const event of events)
      for (const verb of event.verbs ?? [])
        if (!granted.some((right) => right.verb === verb && ((right.events?.length ?? 0) === 0 || right.events?.includes(event.id) === true))) open.set(verb, [...(open.get(verb) ?? []), event]);
    if (granted.length === 0 && open.size > 1) return report({ message: `the events ask for ${open.size} kinds of decisions, and nobody is given the right to make any` });
    for (const [verb, asking] of open) {
      const [first] = asking;
      if (first !== undefined) report({ message: `nobody may ${VERB_WORDS[verb]}, which ${sayNames(asking.map(({ name }) => ({ name: `\`${name}\`` })))} ${asking.length === 1 ? "asks" : "ask"} for`, at: { kind: "event", id: first.id, field: "verbs" } });
    }
  },
} satisfies RegisterRule;
