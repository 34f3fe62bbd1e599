import { behind, humanOf, mayDecide } from "#core/lint/callees.ts";
import { VERB_WORDS } from "#core/model/verb-words.ts";
import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "refusal-locks-everybody-out",
  reads: "register",
  severity: "error",
  summary: "A refusal without limits leaves nobody who may decide",
  because: "A refusal beats every right. One line meant for a special case stops the decision for all of them.",
  remedy: "Limit the refusal to the events or scope items it is meant for.",
  source: "semantics: deny beats permit",
  avoid: { people: { "Ana Ortiz": ["Security Lead"] }, matrix: { decisionRights: [{ id: "contain", verb: "containment.authorise", role: "security-lead" }, { id: "not-the-lines", verb: "containment.authorise", role: "security-lead", deny: true }] } },
  prefer: {
    people: { "Ana Ortiz": ["Security Lead"] },
    matrix: {
      scope: [{ id: "lines", name: "Packing lines", kind: "server", owner: "security-lead" }],
      decisionRights: [{ id: "contain", verb: "containment.authorise", role: "security-lead" }, { id: "not-the-lines", verb: "containment.authorise", role: "security-lead", deny: true, scope: ["lines"] }],
    },
  },
  checkRegister(register, report) {
    const rights = register.document.decisionRights ?? [];
    const empty = (list: readonly string[] | undefined) => list === undefined || list.length === 0;
    const refusals = rights.filter((one) => one.deny === true && empty(one.events) && empty(one.severities) && empty(one.scope) && one.party === undefined && one.calendar === undefined && (one.until === undefined || one.until >= register.today));
    for (const [verb, refusing] of Map.groupBy(refusals, (one) => one.verb)) {
      const refused = new Set(refusing.flatMap(({ role, person }) => [...(role === undefined ? [] : behind(register, role)), ...(person === undefined ? [] : [humanOf(register, person)])]));
      const may = mayDecide(register, verb);
      const granted = rights.filter((one) => one.verb === verb && one.deny !== true);
      const locked = may.length > 0 ? may.every((human) => refused.has(human)) : granted.length > 0 && granted.every(({ role }) => role !== undefined && refusing.some((one) => one.role === role));
      const [first] = refusing;
      if (locked && first !== undefined) report({ message: `nobody is left who may ${VERB_WORDS[verb]}: all who have the right are refused it without any limit`, at: { kind: "decision-right", id: first.id } });
    }
  },
} satisfies RegisterRule;
