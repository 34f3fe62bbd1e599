import { behind, mayDecide, nameOfPerson } from "#core/lint/callees.ts";
import { sayNames } from "#core/lint/say.ts";
import { VERB_WORDS } from "#core/model/verb-words.ts";
import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "quorum-of-one-human",
  reads: "register",
  severity: "error",
  summary: "Two posts decide together, and one human holds both",
  because: "Four eyes on paper are two in the room. The second opinion is the first one again.",
  remedy: "Let another person hold one of the posts, or give the right to a third post.",
  source: "semantics: one human under two roles; NIST SP 800-53 AC-5",
  avoid: { people: { "Ana Ortiz": ["Security Lead", "Business Owner"] }, matrix: { decisionRights: [{ id: "a", verb: "exception.approve", role: "security-lead", mode: "n-of-m", n: 2 }, { id: "b", verb: "exception.approve", role: "business-owner", mode: "n-of-m", n: 2 }] } },
  prefer: { people: { "Ana Ortiz": ["Security Lead"], "Ben Okafor": ["Business Owner"] }, matrix: { decisionRights: [{ id: "a", verb: "exception.approve", role: "security-lead", mode: "n-of-m", n: 2 }, { id: "b", verb: "exception.approve", role: "business-owner", mode: "n-of-m", n: 2 }] } },
  checkRegister(register, report) {
    const common = (register.document.decisionRights ?? []).filter(({ mode, deny }) => (mode === "n-of-m" || mode === "one-per-party") && deny !== true);
    for (const [verb, rights] of Map.groupBy(common, (one) => one.verb)) {
      const asked = rights.some(({ mode }) => mode === "one-per-party") ? new Set(rights.map(({ role }) => register.roles.get(role ?? "")?.party)).size : Math.max(...rights.map(({ n }) => n ?? 1));
      const humans = mayDecide(register, verb, ({ mode }) => mode === "n-of-m" || mode === "one-per-party");
      const posts = new Set(rights.flatMap(({ role }) => (role === undefined ? [] : behind(register, role).map((human) => `${role} ${human}`)))).size;
      const [first] = rights;
      if (first !== undefined && humans.length > 0 && humans.length < asked && posts >= asked)
        report({ message: `${asked} posts must ${VERB_WORDS[verb]} together, and ${sayNames(humans.map((id) => ({ name: nameOfPerson(register, id) })))} ${humans.length === 1 ? "holds" : "hold"} all of them`, at: { kind: "decision-right", id: first.id } });
    }
  },
} satisfies RegisterRule;
