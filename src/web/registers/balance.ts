import type { Finding } from "#core/lint/finding.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { sideOf } from "#core/model/lane.ts";

/** How many rows an organisation performs in, and for how many it answers. */
export interface Duties {
  readonly party: string;
  readonly name: string;
  readonly side: "client" | "provider";
  readonly responsible: number;
  readonly accountable: number;
}

/** The duties of every organisation; two letters of one organisation in a row count once. */
export function balance(document: MatrixDocument): Duties[] {
  const partyOfRole = new Map(document.roles.map((role) => [role.id as string, role.party as string]));
  const rows = { R: new Map<string, number>(), A: new Map<string, number>() };
  for (const { assignments } of document.activities)
    for (const letter of ["R", "A"] as const)
      for (const party of new Set(assignments.filter((one) => one.letter === letter).map(({ role }) => partyOfRole.get(role) ?? ""))) rows[letter].set(party, (rows[letter].get(party) ?? 0) + 1);
  return document.parties.map(({ id, name, kind }) => ({ party: id, name, side: sideOf(kind), responsible: rows.R.get(id) ?? 0, accountable: rows.A.get(id) ?? 0 }));
}

/** Which organisation has to see to a finding: by its id; undefined for the matrix as a whole. */
export function partyOf(document: MatrixDocument): (finding: Finding) => string | undefined {
  const partyOfRole = new Map<string, string>(document.roles.map((role) => [role.id, role.party]));
  const partyOfPerson = new Map<string, string>((document.people ?? []).map((person) => [person.id, person.party]));
  const scope = new Map((document.scope ?? []).map((item) => [item.id as string, item]));
  const rows = new Map(document.activities.map((row) => [row.id as string, row]));
  const known = new Set<string>(document.parties.map(({ id }) => id));
  const real = (party: string | undefined): string | undefined => (party !== undefined && known.has(party) ? party : undefined);
  return ({ at }) => {
    const id = at.id ?? "";
    if (at.kind === "party") return real(id);
    if (at.kind === "role") return real(partyOfRole.get(id));
    if (at.kind === "person") return real(partyOfPerson.get(id));
    if (at.kind === "scope") return real(partyOfRole.get(scope.get(id)?.owner ?? ""));
    if (at.kind !== "activity") return undefined;
    const cell = at.field?.startsWith("assignments/") ? partyOfRole.get(at.field.slice("assignments/".length)) : undefined;
    const held = rows.get(id)?.assignments ?? [];
    // Whoever answers for the row has to see to it; where nobody does, whoever performs.
    const one = held.find(({ letter }) => letter === "A") ?? held.find(({ letter }) => letter === "R");
    return real(cell ?? partyOfRole.get(one?.role ?? ""));
  };
}

/** One line of a bar picture. */
export interface Tally {
  readonly key: string;
  readonly label: string;
  readonly error: number;
  readonly warning: number;
  readonly note: number;
}

/** Findings counted by something of theirs, most first and of equals the worse; what has nothing to be counted by is left out. */
export function tallied(findings: readonly Finding[], keyOf: (finding: Finding, index: number) => string | undefined, labelOf: (key: string) => string): Tally[] {
  const lines = new Map<string, { error: number; warning: number; note: number }>();
  findings.forEach((finding, index) => {
    const key = keyOf(finding, index);
    if (key === undefined) return;
    const line = lines.get(key) ?? { error: 0, warning: 0, note: 0 };
    line[finding.severity]++;
    lines.set(key, line);
  });
  return [...lines].map(([key, line]) => ({ key, label: labelOf(key), ...line })).sort((a, b) => total(b) - total(a) || b.error - a.error || b.warning - a.warning || a.label.localeCompare(b.label));
}

export const total = ({ error, warning, note }: Pick<Tally, "error" | "warning" | "note">): number => error + warning + note;
