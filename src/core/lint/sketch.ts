import type { Activity, Assignment, Letter } from "../model/activity.ts";
import { FORMAT, type MatrixDocument } from "../model/document.ts";
import { idFrom } from "../model/id.ts";
import type { Party, Person, Role } from "../model/party.ts";

/**
 * A small matrix in words, for examples and tests. Roles are named where they are used, with their
 * party in brackets: `{ "Security Lead (client)": "A", "SOC Analyst (provider)": "R" }`; a cell may hold
 * several letters (`"A R"`) and a condition behind a letter: `"C if affected"`.
 * Ids follow from names: role `security-lead`, party `client`, person `ana-ortiz`, row `a1`, `a2` ...
 */
export interface Sketch {
  readonly rows?: readonly SketchRow[];
  /** Who holds which roles: `{ "Ana Ortiz": ["Security Lead"] }`. */
  readonly people?: Readonly<Record<string, readonly string[]>>;
  /** Any other part of the document; merged over what the words gave. */
  readonly matrix?: Partial<MatrixDocument>;
}

export type SketchRow = { readonly title: string; readonly cells: Readonly<Record<string, string>> } & Partial<Omit<Activity, "title" | "assignments">>;

const KINDS = ["client", "provider", "vendor", "supplier", "integrator", "regulator"] as const;
const CELL = /\b([RACIS])(?![A-Za-z])((?:\s+(?![RACIS](?![A-Za-z]))\S+)*)/g;

/** The document a sketch stands for. */
export function drawn(sketch: Sketch): MatrixDocument {
  const parties = new Map<string, Party>();
  const roles = new Map<string, Role>();
  const party = (kind: string): Party => {
    const known = KINDS.find((k) => k === kind) ?? "client";
    const made = parties.get(known) ?? { id: known, name: known[0]?.toUpperCase() + known.slice(1), kind: known };
    parties.set(known, made);
    return made;
  };
  party("client");
  party("provider");
  const taken = new Set<string>();
  const role = (words: string): Role => {
    const [, name = words, kind = "client"] = /^(.*?)\s*(?:\((\w+)\))?$/.exec(words) ?? [];
    const known = roles.get(name);
    if (known) return known;
    const made: Role = { id: idFrom(name, taken), name, party: party(kind).id };
    roles.set(name, made);
    return made;
  };
  const activities = (sketch.rows ?? []).map(({ title, cells, ...rest }, index): Activity => {
    const assignments: Assignment[] = [];
    for (const [who, text] of Object.entries(cells)) {
      const { id } = role(who);
      for (const [, letter, condition] of text.matchAll(CELL))
        assignments.push({ role: id, letter: letter as Letter, ...(condition?.trim() ? { condition: condition.trim() } : {}) });
    }
    return { id: `a${index + 1}`, title, assignments, ...rest };
  });
  const people: Person[] = [];
  const takenPeople = new Set<string>();
  for (const [name, held] of Object.entries(sketch.people ?? {})) {
    const first = held[0] === undefined ? undefined : role(held[0]);
    const person: Person = { id: idFrom(name, takenPeople), name, party: first?.party ?? "client" };
    people.push(person);
    for (const words of held) {
      const known = role(words);
      roles.set(known.name, { ...known, holders: [...(known.holders ?? []), person.id] });
    }
  }
  return {
    remit: FORMAT,
    title: "Example",
    parties: [...parties.values()],
    ...(people.length > 0 ? { people } : {}),
    roles: [...roles.values()],
    activities,
    ...sketch.matrix,
  };
}
