import type { Register } from "#core/lint/register.ts";
import type { TallyRule } from "#core/lint/rule.ts";

export default {
  id: "unused-role",
  reads: "tally",
  severity: "note",
  summary: "A role has nothing to do",
  because: "Either its duties were forgotten, or the role is a leftover that somebody still expects an answer from.",
  remedy: "Give the role its letters, or take it out.",
  source: "product C1",
  avoid: {
    rows: [{ title: "Review firewall rules", cells: { "Network Engineer (provider)": "R", "Security Lead": "A" } }],
    people: { "Ana Ortiz": ["Compliance Officer"] },
  },
  prefer: {
    rows: [{ title: "Review firewall rules", cells: { "Network Engineer (provider)": "R", "Security Lead": "A", "Compliance Officer": "I" } }],
    people: { "Ana Ortiz": ["Compliance Officer"] },
  },
  tally({ activity }, _register, add) {
    for (const { role } of activity.assignments) add(role);
    if (activity.secondary !== undefined) add(activity.secondary);
    if (activity.initiator !== undefined) add(activity.initiator);
    if (activity.acceptor !== undefined) add(activity.acceptor);
    if (activity.disputes !== undefined) add(activity.disputes);
    if (activity.approvers !== undefined) activity.approvers.forEach(add);
    if (activity.validation?.by !== undefined) add(activity.validation.by);
    if (activity.handOff?.to !== undefined) add(activity.handOff.to);
    if (activity.escalation?.to !== undefined) add(activity.escalation.to);
    if (activity.split !== undefined) {
      if (activity.split.validator !== undefined) add(activity.split.validator);
      for (const { responsible } of activity.split.parts) if (responsible !== undefined) add(responsible);
    }
    if (activity.evidence !== undefined)
      for (const { producer, collector } of activity.evidence) {
        if (producer !== undefined) add(producer);
        if (collector !== undefined) add(collector);
      }
  },
  checkTally(counts, register, report) {
    // An empty matrix, or one whose letters are still to come, has no leftovers.
    if (counts.size === 0) return;
    const idle = [...register.roles.values()].filter((role) => !counts.has(role.id) && role.coordinator !== true);
    if (idle.length === 0) return;
    const named = outsideTheRows(register);
    for (const role of idle) if (!named.has(role.id)) report({ message: `${role.name} has no letter in any activity`, at: { kind: "role", id: role.id } });
  },
} satisfies TallyRule;

/** Roles that something other than a row names: areas, stages, scope, decisions, paths, rotations. */
function outsideTheRows({ document }: Register): ReadonlySet<string | undefined> {
  return new Set([
    ...(document.areas ?? []).flatMap(({ primary, secondary }) => [primary, secondary]),
    ...(document.stages ?? []).flatMap(({ owner, acceptor }) => [owner, acceptor]),
    ...(document.scope ?? []).flatMap(({ owner, installs, configures, monitors, ownsTool }) => [owner, installs, configures, monitors, ownsTool]),
    ...(document.rotations ?? []).map(({ role }) => role),
    ...(document.events ?? []).flatMap(({ route }) => route ?? []),
    ...(document.decisionRights ?? []).map(({ role }) => role),
    ...(document.preAuthorisations ?? []).flatMap(({ performers, authorityHolder }) => [...performers, authorityHolder]),
    ...(document.escalationPaths ?? []).flatMap(({ steps }) => steps.flatMap(({ roles }) => roles)),
    ...(document.clocks ?? []).flatMap(({ determiner, submitter }) => [determiner, submitter]),
    ...(document.informLists ?? []).flatMap(({ roles }) => roles),
    ...(document.kept ?? []).flatMap(({ role, delegatedTo }) => [role, delegatedTo]),
  ]);
}
