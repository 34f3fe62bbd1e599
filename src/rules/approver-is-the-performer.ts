import { mayDecide, nameOfPerson } from "#core/lint/callees.ts";
import type { GroupRule } from "#core/lint/rule.ts";
import type { Verb } from "#core/model/decision.ts";
import { VERB_WORDS } from "#core/model/verb-words.ts";
import { APPROVALS } from "#core/who/serving.ts";

const none: readonly string[] = [];

export default {
  id: "approver-is-the-performer",
  reads: "groups",
  severity: "error",
  summary: "The only one who may approve it is the one who does it",
  because: "Whoever performs a change does not approve it. With nobody else, it is either never approved or approved by its author.",
  remedy: "Give the right to approve to one more person.",
  source: "semantics: excluded are the performer and the requester; NIST SP 800-53 AC-5, CM-5",
  avoid: {
    rows: [{ title: "Authorise emergency changes", cells: { "Network Engineer (provider)": "R", "Internal IT Manager": "A" }, decision: "change.emergency.authorise" }],
    people: { "Ana Ortiz": ["Network Engineer (provider)"], "Ben Okafor": ["Internal IT Manager"] },
    matrix: { decisionRights: [{ id: "emergency", verb: "change.emergency.authorise", role: "network-engineer" }] },
  },
  prefer: {
    rows: [{ title: "Authorise emergency changes", cells: { "Network Engineer (provider)": "R", "Internal IT Manager": "A" }, decision: "change.emergency.authorise" }],
    people: { "Ana Ortiz": ["Network Engineer (provider)"], "Ben Okafor": ["Internal IT Manager"] },
    matrix: { decisionRights: [{ id: "emergency", verb: "change.emergency.authorise", role: "internal-it-manager" }] },
  },
  keysOf({ activity: { decision } }) {
    return decision !== undefined && (APPROVALS as ReadonlySet<string>).has(decision) ? [decision] : none;
  },
  checkGroup(key, rows, register, report) {
    const verb = key as Verb;
    const [first] = rows;
    const performers = rows.flatMap(({ responsible }) => responsible);
    const approvers = mayDecide(register, verb);
    const humans = new Set([...performers.flatMap((role) => role.humans), ...approvers]);
    if (first === undefined || approvers.length === 0 || humans.size !== 1 || performers.length === 0 || performers.some((role) => role.humans.length === 0)) return;
    report({ message: `${nameOfPerson(register, approvers[0] ?? "")} performs ${first.activity.title} and is the only one who may ${VERB_WORDS[verb]}`, at: { kind: "activity", id: first.id, field: "decision" } });
  },
} satisfies GroupRule;
