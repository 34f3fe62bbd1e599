import type { MatrixDocument } from "#core/model/document.ts";
import { idFrom } from "#core/model/id.ts";
import type { Party, PartyKind, Role } from "#core/model/party.ts";
import type { Ask } from "#formats/understand/ask.ts";
import { partyNamed } from "#formats/understand/known.ts";
import { sideOfWord } from "#formats/understand/sides.ts";
import { UNKNOWN_PARTY } from "./layout.ts";
import { lines } from "./field.ts";
import { oneLine } from "./names.ts";
import type { OwnTable } from "./own-columns.ts";
import { textAt } from "./read-cells.ts";

type Register = Pick<MatrixDocument, "parties" | "roles" | "areas" | "stages" | "scope" | "calendars">;

export interface OwnRegister {
  readonly register: Register;
  /** Role id by party and name, as the headers have them. */
  readonly roleAt: (party: string, role: string) => string;
}

/** Parties, roles, areas, stages, scope and calendars that the exported tables name; other facts of them are not in the file. */
export function ownRegister(tables: readonly OwnTable[], areaOf: (table: OwnTable) => string | undefined, ask: Ask, known?: MatrixDocument): OwnRegister {
  const parties: Party[] = [];
  const roles: Role[] = [];
  const ids = new Map<string, string>();
  const [takenParties, takenRoles] = [new Set<string>(), new Set<string>()];
  const kindOf = sidesByLane(tables, ask, known);
  // Whoever stood in a row and not in the register keeps the id he has; no role of the register gets it.
  for (const { columns } of tables) for (const column of columns) if (column.is === "role" && column.party === UNKNOWN_PARTY) takenRoles.add(column.role);
  for (const { columns } of tables)
    for (const column of columns) {
      if (column.is !== "role" || ids.has(key(column.party, column.role))) continue;
      // The role stood in a row and not in the register: it stays what it was, an id nobody knows.
      if (column.party === UNKNOWN_PARTY) {
        ids.set(key(column.party, column.role), /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(column.role) ? column.role : idFrom(column.role, takenRoles));
        continue;
      }
      let party = parties.find(({ name }) => name === column.party);
      if (!party) {
        party = { id: idFrom(column.party, takenParties), name: column.party, kind: kindOf(column.party) };
        parties.push(party);
      }
      // Two roles of one name are told apart by their ids behind it.
      const [, name = column.role, given] = /^(.+) \[([A-Za-z0-9][A-Za-z0-9._-]*)\]$/.exec(column.role) ?? [];
      const id = given !== undefined && !takenRoles.has(given) ? given : idFrom(name, takenRoles);
      takenRoles.add(id);
      roles.push({ id, name, party: party.id });
      ids.set(key(column.party, column.role), id);
    }
  const list = (names: Iterable<string>) => {
    const taken = new Set<string>();
    return [...new Set(names)].map((name) => ({ id: idFrom(name, taken), name }));
  };
  const areas = list([...cellsUnder(tables, "area").map(oneLine), ...tables.flatMap((table) => areaOf(table) ?? [])]);
  const stages = list(cellsUnder(tables, "stage").map(oneLine));
  const scope = list(cellsUnder(tables, "scope").flatMap(lines)).map((item) => ({ ...item, kind: "other" as const }));
  const calendars = list(cellsUnder(tables, "sla").flatMap(lines).flatMap((line) => oneLine(/^[a-z-]+\s*:\s+[^(),]*\(([^)]*)\)/i.exec(line)?.[1] ?? "") || []));
  return {
    register: { parties, roles, ...(areas.length > 0 ? { areas } : {}), ...(stages.length > 0 ? { stages } : {}), ...(scope.length > 0 ? { scope } : {}), ...(calendars.length > 0 ? { calendars } : {}) },
    roleAt: (party, role) => ids.get(key(party, role)) ?? idFrom(role, new Set()),
  };
}

const key = (party: string, role: string): string => `${party}\n${role}`;

const cellsUnder = (tables: readonly OwnTable[], field: string): string[] =>
  tables.flatMap(({ sheet, head, columns }) =>
    columns.flatMap((column, at) => (column.is === "field" && column.field.key === field ? sheet.rows.flatMap((_, row) => (row > head ? textAt(sheet, row, at) || [] : [])) : [])));

/**
 * Which side a party is on follows from the lanes: who performs a row in the client's lane is the client.
 * A party that performs nothing, or only beside others, is asked about.
 */
function sidesByLane(tables: readonly OwnTable[], ask: Ask, there?: MatrixDocument): (party: string) => PartyKind {
  const votes = new Map<string, { client: number; provider: number; place: string }>();
  const order: string[] = [];
  for (const { sheet, head, columns } of tables) {
    const lane = columns.findIndex(({ is }) => is === "lane");
    for (const column of columns) if (column.is === "role" && !order.includes(column.party)) order.push(column.party);
    for (let row = head + 1; row < sheet.rows.length; row++) {
      const says = textAt(sheet, row, lane).toLowerCase();
      if (says !== "client" && says !== "provider") continue;
      columns.forEach((column, at) => {
        if (column.is !== "role" || !/\bR\b/.test(textAt(sheet, row, at).replace(/\([^)]*\)/g, " "))) return;
        const vote = votes.get(column.party) ?? { client: 0, provider: 0, place: sheet.name };
        vote[says]++;
        votes.set(column.party, vote);
      });
    }
  }
  const known = new Map<string, PartyKind>();
  for (const [party, { client, provider }] of votes) if (client !== provider) known.set(party, client > provider ? "client" : otherSide(party));
  for (const party of order) {
    // What the matrix says that is there already is worth more than what its lanes look like.
    const kind = there && partyNamed(there, party)?.kind;
    if (kind) known.set(party, kind);
    const word = sideOfWord(party);
    if (!known.has(party) && word && !word.guessed) known.set(party, word.kind);
  }
  return (party) => {
    const side = known.get(party);
    if (side) return side;
    const sheet = tables[0]?.sheet.name ?? "";
    const kind = ask({
      id: `organisation:${sheet}:${party}`, sheet, text: `which side is \`${party}\`? No lane says it`, otherwise: [...known.values()].includes("client") ? "provider" : "client",
      options: [{ value: "client", label: "the client" }, { value: "provider", label: "the provider" }, { value: "vendor", label: "a vendor or cloud" }],
    }) as PartyKind;
    known.set(party, kind);
    return kind;
  };
}

const otherSide = (party: string): PartyKind => {
  const kind = sideOfWord(party)?.kind;
  return kind === undefined || kind === "client" ? "provider" : kind;
};
