import type { Activity, Letter } from "#core/model/activity.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { sideOf } from "#core/model/lane.ts";
import type { Role } from "#core/model/party.ts";
import { FIELD_BY_HEADER, kept, LANE_WORDS } from "#formats/remit-sheet/activity-fields.ts";
import { title as titleField, Unreadable, type Field } from "#formats/remit-sheet/field.ts";
import { sayLetters } from "#formats/remit-sheet/letters.ts";
import { namesOf, type Names } from "#formats/remit-sheet/names.ts";
import { withLane } from "#formats/remit-sheet/read-lane.ts";
import { lettersIn, withCells } from "./cell-letters.ts";
import { readHolders, sayHolders } from "./holders.ts";
import { say, type WordId } from "../words.ts";

export type GridView = "lanes" | "raci";
export type Side = "client" | "provider";

interface Always {
  /** `title`, `lane`, `role:ID`, `letter:R`, else the path of the field: `approval/class`. */
  readonly key: string;
  readonly title: string;
  /** CSS pixels. */
  readonly width: number;
  /** The cell as text: what is copied, searched and edited. */
  show(row: Activity): string;
  /** The row with what somebody wrote, or why that cannot be read. */
  read(text: string, row: Activity): Activity | Unreadable;
  /** The single values of a cell, where they are not the lines of what it shows. */
  values?(row: Activity): readonly string[];
  /** What a list under the editor offers. */
  readonly choices?: readonly string[];
}
export interface FieldColumn extends Always {
  readonly kind: "title" | "lane" | "holders" | "field";
}
export interface RoleColumn extends Always {
  readonly kind: "role";
  readonly role: Role;
  readonly party: string;
  readonly side: Side;
}
export type Column = FieldColumn | RoleColumn;

/** Fields that have a column of their own, in the order in which the columns stand. */
const FIELDS: readonly (readonly [header: string, word: WordId, width: number])[] = [
  ["Area", "matrix.area", 150], ["Stage", "grid.stage", 150], ["Secondary", "matrix.backup", 168], ["SLA", "matrix.sla", 190], ["Approval", "grid.approval", 112],
  ["Cadence", "column.cadence", 130], ["Evidence", "matrix.evidence", 200], ["Criticality", "column.criticality", 104], ["Controls", "column.control", 160], ["Scope", "grid.scope", 170],
  ["Split", "grid.split", 260], ["Approvers", "grid.approvers", 160], ["Initiator", "column.initiator", 160], ["Acceptor", "column.acceptor", 160], ["Validated by", "column.validator", 160],
  ["Escalate to", "column.escalation", 160], ["Hand-off to", "grid.hand-off", 160], ["Result", "column.result", 220], ["Goal", "column.goal", 220], ["Cost", "grid.cost", 96], ["Notes", "column.note", 240],
];

/** The catalogue says some of these in the middle of a sentence. */
const headed = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const TITLE = titleField<Activity>("title", { header: "Activity", width: 38 });

/** What each view shows unless somebody chose otherwise, by column key; roles always stand in the RACI view. */
export const SHOWN: Readonly<Record<GridView, readonly string[]>> = {
  lanes: ["title", "lane", "letter:R", "secondary", "letter:A", "sla", "evidence", "approval/class", "criticality"],
  raci: ["title"],
};

/** Everything the grid asks of a document apart from its rows. Made anew only when the register changes. */
export interface Cast {
  readonly names: Names;
  readonly all: readonly Column[];
  readonly roles: readonly RoleColumn[];
  readonly sideOfRole: (role: string) => Side | undefined;
}

/** Whether two documents have the same cast: the same parties, roles and every list names come from. */
export const sameCast = (a: MatrixDocument, b: MatrixDocument): boolean =>
  a.parties === b.parties && a.roles === b.roles && a.areas === b.areas && a.stages === b.stages && a.people === b.people && a.scope === b.scope && a.calendars === b.calendars;

/**
 * The columns a document can show.
 * @param now the document as it is when a lane is changed: whose R it becomes is read from the other rows.
 */
export function castOf(document: MatrixDocument, now: () => MatrixDocument): Cast {
  const names = namesOf(document);
  const parties = new Map(document.parties.map((party) => [party.id as string, party]));
  const sides = new Map(document.roles.flatMap(({ id, party }) => {
    const kind = parties.get(party)?.kind;
    return kind === undefined ? [] : [[id as string, sideOf(kind)] as const];
  }));
  const sideOfRole = (role: string): Side | undefined => sides.get(role);
  const offered: Readonly<Record<string, readonly string[]>> = {
    role: document.roles.map(({ id }) => names.say("role", id)),
    area: (document.areas ?? []).map(({ id }) => names.say("area", id)),
    stage: (document.stages ?? []).map(({ id }) => names.say("stage", id)),
    party: document.parties.map(({ id }) => names.say("party", id)),
  };
  const column = (field: Field<Activity>, title: string, width: number, kind: "title" | "field" = "field"): FieldColumn => {
    const choices = field.choices ?? (field.offers ? offered[field.offers] : undefined);
    return { kind, key: field.key, title, width, show: (row) => field.show(row, names), read: (text, row) => field.read?.(text, row, names) ?? new Unreadable(say("grid.fixed")), ...(choices ? { choices } : {}) };
  };
  const fieldOf = (header: string): Field<Activity> => {
    const field = FIELD_BY_HEADER.get(header);
    if (!field) throw new RangeError(`there is no field with the header ${header}`);
    return field;
  };
  const holders = (letter: Letter, title: string): FieldColumn => ({
    kind: "holders", key: `letter:${letter}`, title, width: 190, choices: offered["role"] ?? [],
    values: (row) => row.assignments.flatMap((one) => (one.letter === letter ? [names.say("role", one.role)] : [])),
    show: (row) => sayHolders(row, letter, names), read: (text, row) => readHolders(text, row, letter, names),
  });
  const lane: FieldColumn = {
    kind: "lane", key: "lane", title: say("matrix.lane"), width: 112, choices: [LANE_WORDS.client, LANE_WORDS.provider, LANE_WORDS.shared],
    show: (row) => LANE_WORDS[laneIn(row, sideOfRole)], read: (text, row) => withLane(row, text, now()),
  };
  const roles = document.parties.flatMap((party) =>
    document.roles.filter((role) => role.party === party.id).map((role): RoleColumn => ({
      kind: "role", key: `role:${role.id}`, title: role.name, width: 96, role, party: party.name, side: sideOf(party.kind),
      values: (row) => row.assignments.flatMap((one) => (one.role === role.id ? [one.letter] : [])),
      show: (row) => sayLetters(row.assignments.filter((one) => one.role === role.id)),
      read: (text, row) => {
        const letters = lettersIn(text);
        return letters instanceof Unreadable ? letters : withCells(row, { [role.id]: letters });
      },
    })),
  );
  const headers = new Set<string>();
  for (const row of document.activities) if (row.columns) for (const header of Object.keys(row.columns)) headers.add(header);
  const [area, stage, secondary, ...others] = FIELDS.map(([header, word, width]) => column(fieldOf(header), headed(say(word)), width)) as [FieldColumn, FieldColumn, FieldColumn, ...FieldColumn[]];
  return {
    names, roles, sideOfRole,
    all: [
      column(TITLE, say("matrix.activity"), 320, "title"), lane, holders("R", say("matrix.responsible")), secondary, holders("A", say("matrix.accountable")), holders("C", say("grid.consulted")), holders("I", say("grid.informed")),
      ...others, area, ...((document.stages ?? []).length > 0 ? [stage] : []), ...[...headers].map((header) => column(kept(header), header, 160)),
    ],
  };
}

/** The lane of a row; like `laneOf`, with the sides already known. */
export function laneIn(row: Activity, sideOfRole: (role: string) => Side | undefined): "client" | "provider" | "shared" | "nobody" {
  let client = false;
  let provider = false;
  for (const { role, letter } of row.assignments) {
    if (letter !== "R") continue;
    const side = sideOfRole(role);
    if (side === "client") client = true;
    else if (side === "provider") provider = true;
  }
  return client ? (provider ? "shared" : "client") : provider ? "provider" : "nobody";
}

/** The columns on the screen: the title, what is chosen, and in the RACI view the roles right behind the title. */
export function columnsOf({ all, roles }: Cast, view: GridView, shown: readonly string[], widths: Readonly<Record<string, number>> = {}): readonly Column[] {
  const fields = all.filter(({ key }) => key === "title" || shown.includes(key));
  const columns: readonly Column[] = view === "raci" ? [...fields.slice(0, 1), ...roles.filter(({ key }) => !shown.includes(`-${key}`)), ...fields.slice(1)] : fields;
  return columns.map((column) => (widths[column.key] === undefined ? column : { ...column, width: widths[column.key] as number }));
}
