import type { Letter } from "#core/model/activity.ts";
import type { RoleId } from "#core/model/id.ts";
import type { Ask } from "./ask.ts";
import type { Cast } from "./cast.ts";
import type { Column } from "./column.ts";
import type { Grid } from "./grid.ts";
import { oneLine } from "./grid.ts";
import { readNames } from "./names.ts";
import { assign, type RowDraft } from "./row-draft.ts";
import { readLane, sideOfWord, type LaneReading, type Side } from "./sides.ts";

/** The two sides of a table: who `Shared` means, and what its provider is called. */
export interface Sides {
  readonly client: Side;
  readonly providers: readonly Side[];
}

/** The sides a table names in its lane columns and headers, with plain words where it names none. */
export function sidesOf(grid: Grid, columns: readonly Column[], from: number, until: number): Sides {
  const found = new Map<string, Side>();
  const note = (lane: LaneReading | undefined) => {
    for (const side of lane?.sides ?? []) if (!found.has(side.name.toLowerCase())) found.set(side.name.toLowerCase(), side);
  };
  const spoken = columns.filter((column) => ["lane", "primary", "secondary", "owner"].includes(column.kind) || (column.kind === "names" && column.content.lane > 0.3));
  for (const column of spoken) for (let row = from; row < until; row++) if (grid.text(row, column.index).length <= 80) note(readLane(grid.text(row, column.index)));
  if (found.size === 0) for (const column of columns) if (column.kind === "lane-mark" || column.kind === "prose") note(column.lane);
  const all = [...found.values()];
  const named = all.filter((side) => side.kind !== "client" && side.kind !== "regulator");
  const specific = named.filter((side) => !/^(?:service )?provider$/i.test(side.name));
  const inherited = columns.find((column) => column.kind === "inherited");
  const from_ = /\bfrom (?:the )?(.+?)\??$/i.exec(inherited?.header ?? "")?.[1];
  const source = from_ ? readLane(from_).sides[0] : undefined;
  return {
    client: all.find((side) => side.kind === "client") ?? { name: inherited ? "Customer" : "Client", kind: "client" },
    providers: specific.length > 0 ? specific : named.length > 0 ? named.slice(0, 1) : [source ?? { name: "Provider", kind: "provider" }],
  };
}

/** Which side an unknown or guessed word of a lane column stands for. */
function asked(word: string, guess: Side | undefined, sheet: string, ask: Ask, place: string): Side | undefined {
  const kind = ask(
    {
      id: `lane:${sheet}:${word}`, sheet, text: `which side is \`${word}\`?`, otherwise: guess?.kind ?? "leave-out",
      options: [{ value: "client", label: "the client" }, { value: "provider", label: "the provider" }, { value: "vendor", label: "a vendor or cloud" }, { value: "leave-out", label: "leave out" }],
    },
    place,
  );
  return kind === "leave-out" ? undefined : { name: word, kind: kind as Side["kind"] };
}

/** The sides a lane cell names, `Shared` spelled out; undefined when a word in it stays unknown. */
export function laneSides(text: string, sides: Sides, sheet: string, ask: Ask, place: string): { readonly sides: readonly Side[]; readonly reading: LaneReading } | undefined {
  const reading = readLane(text);
  const named: Side[] = [];
  for (const side of reading.sides) {
    const known = side.guessed ? asked(side.name, side, sheet, ask, place) : side;
    if (known) named.push(known);
  }
  for (const word of reading.unknown) {
    const side = asked(word, undefined, sheet, ask, place);
    if (!side) return undefined;
    named.push(side);
  }
  const all = reading.shared && named.length < 2 ? [sides.client, ...(named.some((side) => side.kind !== "client") ? named.filter((side) => side.kind !== "client") : sides.providers)] : named;
  return all.length === 0 && !reading.shared ? undefined : { sides: all, reading };
}

type Named = { readonly role: RoleId; readonly name: string; readonly condition?: string; readonly alternative?: boolean; readonly shared: boolean };

/** Roles named in a cell, `Shared` meaning both sides; each with its condition. */
export function namedRoles(text: string, sides: Sides, cast: Cast): Named[] {
  return readNames(text).flatMap(({ name, bracket, behind, ...rest }): Named[] => {
    // `SOC Manager (Northgate) if affected`: the bracket says whose manager, the words behind it when.
    if (bracket !== undefined && (cast.organisation(bracket) ?? sideOfWord(bracket)) !== undefined) {
      const { condition: _, ...others } = rest;
      return [{ role: cast.role(`${name} (${bracket})`), name, ...others, ...(behind === undefined ? {} : { condition: behind }), shared: false }];
    }
    const lane = readLane(name);
    if (lane.shared && lane.sides.length === 0 && lane.unknown.length === 0)
      return [sides.client, ...sides.providers].map((side) => ({ role: cast.lane(side), name: side.name, ...rest, shared: true }));
    return [{ role: cast.role(name), name, ...rest, shared: false }];
  });
}

/** A cell of an R, A, C or I column. */
export function readNamed(row: RowDraft, text: string, letter: Letter, sides: Sides, cast: Cast): boolean {
  const named = namedRoles(text, sides, cast);
  for (const one of named) assign(row, one.role, letter, one);
  return named.length > 0;
}

/**
 * A primary or secondary owner. `(validation)` and `(evidence)` behind a name are not failover: the
 * first validates, the second supplies the evidence.
 */
export function readOwner(row: RowDraft, text: string, primary: boolean, sides: Sides, cast: Cast): boolean {
  const named = namedRoles(oneLine(text), sides, cast);
  for (const { role, condition, alternative, shared } of named) {
    if (/^validat|^verif/i.test(condition ?? "")) row.fields.validation ??= { by: role };
    else if (/^evidence|^artifacts?$/i.test(condition ?? "")) row.fields.evidence = [...(row.fields.evidence ?? []), { artifact: "evidence for this activity", producer: role }];
    else if (primary) assign(row, role, "R", { ...(condition && !/^primary$/i.test(condition) ? { condition } : {}), alternative });
    else if (!shared) {
      row.fields.secondary ??= role;
      if (condition && !/^secondary$/i.test(condition)) row.notes.push(`Secondary owner: ${text}`);
    }
  }
  return named.length > 0;
}
