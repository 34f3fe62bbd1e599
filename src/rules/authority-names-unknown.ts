import type { Place } from "#core/lint/finding.ts";
import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "authority-names-unknown",
  reads: "register",
  severity: "error",
  summary: "A path, a right or a clock names something the matrix does not have",
  because: "A misspelt role is nobody, and a misspelt event never happens: the line looks right and does nothing.",
  remedy: "Name what is in the matrix, or add it.",
  source: "semantics: never a silent end",
  avoid: { people: { "Ana Ortiz": ["Security Lead"] }, matrix: { escalationPaths: [{ id: "severe", name: "Severe incidents", severities: ["s7"], steps: [{ after: "PT0M", roles: ["security-leed"] }] }] } },
  prefer: { people: { "Ana Ortiz": ["Security Lead"] }, matrix: { severities: [{ id: "s1", name: "S1 critical", rank: 1 }], escalationPaths: [{ id: "severe", name: "Severe incidents", severities: ["s1"], steps: [{ after: "PT0M", roles: ["security-lead"] }] }] } },
  checkRegister({ document, roles, people, scope }, report) {
    const ids = (list: readonly { readonly id: string }[] | undefined) => new Set((list ?? []).map(({ id }) => id));
    const [events, severities, calendars, paths, rotations] = [ids(document.events), ids(document.severities), ids(document.calendars), ids(document.escalationPaths), ids(document.rotations)];
    const clocks = ids(document.clocks);
    const check = (at: Place, named: readonly (readonly [string, { has(id: string): boolean }, readonly (string | undefined)[] | undefined])[]): void => {
      const lost = named.flatMap(([what, known, list]) => (list ?? []).filter((id) => id !== undefined && !known.has(id)).map((id) => `the ${what} \`${id ?? ""}\``));
      if (lost.length > 0) report({ message: `${at.kind === "path" ? "an escalation path" : `a ${at.kind.replace("-", " ")}`} names ${[...new Set(lost)].slice(0, 3).join(" and ")}, which this matrix does not have`, at });
    };
    const limits = (of: { readonly events?: readonly string[] | undefined; readonly severities?: readonly string[] | undefined; readonly scope?: readonly string[] | undefined }) => [["event", events, of.events], ["severity", severities, of.severities], ["scope item", scope, of.scope]] as const;
    for (const one of document.escalationPaths ?? []) check({ kind: "path", id: one.id }, [...limits(one), ["role", roles, one.steps.flatMap((step) => step.roles)], ["path", paths, [one.then]], ["person", people, one.lastResort]]);
    for (const one of document.decisionRights ?? []) check({ kind: "decision-right", id: one.id }, [...limits(one), ["role", roles, [one.role]], ["person", people, [one.person]], ["calendar", calendars, [one.calendar]]]);
    for (const one of document.preAuthorisations ?? []) check({ kind: "pre-authorisation", id: one.id }, [...limits(one), ["role", roles, [...one.performers, one.authorityHolder]], ["calendar", calendars, [one.calendar]]]);
    for (const one of document.clocks ?? []) check({ kind: "clock", id: one.id }, [...limits(one), ["role", roles, [one.determiner, one.submitter]], ["clock", clocks, [one.after]], ["calendar", calendars, [one.calendar]]]);
    for (const one of document.informLists ?? []) check({ kind: "inform-list", id: one.id }, [...limits(one), ["role", roles, one.roles]]);
    for (const one of document.events ?? []) check({ kind: "event", id: one.id }, [["role", roles, one.route], ["severity", severities, one.rootCauseFor]]);
    for (const one of document.rotations ?? []) check({ kind: "rotation", id: one.id }, [["role", roles, [one.role]], ["person", people, one.layers.flatMap((layer) => layer.people)]]);
    for (const one of document.correlatedAbsences ?? []) check({ kind: "correlated-absence", id: one.id }, [["person", people, one.people]]);
    for (const one of document.parties) check({ kind: "party", id: one.id }, [["calendar", calendars, [one.calendar]]]);
    for (const one of document.directory?.absences ?? []) check({ kind: "absence", id: one.id }, [["person", people, [one.person, one.substitute]]]);
    for (const one of document.directory?.delegations ?? []) check({ kind: "delegation", id: one.id }, [["person", people, [one.from, one.to]]]);
    for (const one of document.directory?.swaps ?? []) check({ kind: "swap", id: one.id }, [["rotation", rotations, [one.rotation]], ["person", people, [one.out, one.in]]]);
  },
} satisfies RegisterRule;
