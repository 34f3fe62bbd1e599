import type { Activity } from "#core/model/activity.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { laneOf, type Lane } from "#core/model/lane.ts";
import { choice, flag, named, namedList, span, title, wordList, words, type Field } from "./field.ts";
import { oneLine } from "./names.ts";
import { cadence, controls, evidence, procedure, sla, split } from "./terms.ts";

/** Before the grid of roles. */
export const ID: Field<Activity> = { key: "id", header: "ID", width: 9, show: ({ id }) => id };
const AREA = named<Activity>("area", { header: "Area", width: 16 }, "area");
const STAGE = named<Activity>("stage", { header: "Stage", width: 14 }, "stage");
const TITLE = title<Activity>("title", { header: "Activity", width: 38 });

export const LANE_WORDS: Readonly<Record<Lane, string>> = { client: "Client", provider: "Provider", shared: "Shared", nobody: "Nobody" };

/** The simple view: worked out from the R letters. An edit of it moves the R (`read-lane.ts`). */
const lane = (document: MatrixDocument): Field<Activity> => {
  const kinds = new Map(document.parties.map(({ id, kind }) => [id, kind]));
  const kindOfRole = new Map(document.roles.map(({ id, party }) => [id, kinds.get(party)]));
  return {
    key: "lane", header: "Lane", width: 10, choices: ["Client", "Provider", "Shared"],
    show: (item) => LANE_WORDS[laneOf(item, (role) => kindOfRole.get(role))],
  };
};

/** Columns every matrix has, filled or not. */
const ALWAYS: readonly Field<Activity>[] = [
  named("secondary", { header: "Secondary", width: 18 }, "role"),
  choice("criticality", { header: "Criticality", width: 11 }, ["critical", "high", "normal", "low"]),
  sla,
  cadence,
  choice("approval/class", { header: "Approval", width: 11 }, ["none", "standard", "formal", "emergency"]),
  evidence,
  controls,
  namedList("scope", { header: "Scope", width: 20 }, "scope"),
  split,
  named("initiator", { header: "Initiator", width: 17 }, "role"),
  named("acceptor", { header: "Acceptor", width: 17 }, "role"),
  named("disputes", { header: "Disputes", width: 17 }, "role"),
  namedList("approvers", { header: "Approvers", width: 17 }, "role"),
  named("validation/by", { header: "Validated by", width: 17 }, "role"),
  words("validation/how", { header: "Validation", width: 24 }),
  words("goal", { header: "Goal", width: 28 }),
  procedure,
  named("handOff/to", { header: "Hand-off to", width: 17 }, "role"),
  words("handOff/output", { header: "Hand-off", width: 24 }),
  choice("cost", { header: "Cost", width: 10 }, ["included", "warranty", "billable"]),
  words("note", { header: "Notes", width: 36 }),
];

/** Columns that only show where some row uses them. */
const WHERE_USED: readonly Field<Activity>[] = [
  choice("kind", { header: "Kind", width: 12 }, ["governance", "operation", "security", "incident", "delivery", "decision", "service", "compliance"]),
  words("decision", { header: "Decision", width: 20 }),
  words("result", { header: "Result", width: 26 }),
  wordList("reports", { header: "Reports", width: 22 }),
  named("riskOwner", { header: "Risk owner", width: 14 }, "party"),
  flag("regulatedProduction", { header: "Regulated data", width: 10 }),
  words("approval/channel", { header: "Request channel", width: 18 }),
  words("approval/window", { header: "Change window", width: 18 }),
  words("approval/conditions", { header: "Act first when", width: 24 }),
  span("approval/documentWithin", { header: "Document within", width: 12 }),
  named("split/validator", { header: "Split validated by", width: 17 }, "role"),
  words("split/validation", { header: "Split validation", width: 24 }),
  span("validation/every", { header: "Validate every", width: 12 }),
  words("handOff/input", { header: "Hand-off input", width: 24 }),
  span("handOff/escalateAfter", { header: "Hand-off limit", width: 12 }),
  named("escalation/to", { header: "Escalate to", width: 17 }, "role"),
  span("escalation/after", { header: "Escalate after", width: 12 }),
  words("escalation/text", { header: "Escalation", width: 24 }),
  words("communication", { header: "Communication", width: 16 }),
  words("equipmentClass", { header: "Equipment", width: 16 }),
  flag("notYetAdapted", { header: "Not yet adapted", width: 10 }),
];

/** The fields with a column of their own, by header; ids, lanes and letters are read apart. */
export const FIELD_BY_HEADER: ReadonlyMap<string, Field<Activity>> = new Map([AREA, STAGE, ...ALWAYS, ...WHERE_USED].map((field) => [field.header, field]));

/** The columns before and after the grid, for one document. */
export function activityFields(document: MatrixDocument): { readonly before: readonly Field<Activity>[]; readonly after: readonly Field<Activity>[] } {
  const blank = { say: () => "x", find: () => undefined };
  const used = WHERE_USED.filter((field) => document.activities.some((row) => field.show(row, blank) !== ""));
  const headers = new Set<string>();
  for (const row of document.activities) for (const header of Object.keys(row.columns ?? {})) headers.add(header);
  return {
    before: [ID, AREA, ...((document.stages ?? []).length > 0 ? [STAGE] : []), TITLE],
    after: [lane(document), ...ALWAYS, ...used, ...[...headers].map(kept)],
  };
}

/** Own properties only: a column may be called `constructor`. */
export const ownText = (row: Activity, header: string): string => (row.columns && Object.hasOwn(row.columns, header) ? (row.columns[header] ?? "") : "");

/** A column of the sheet the matrix once came from. */
export const kept = (header: string): Field<Activity> => ({
  key: `columns/${header}`, header: oneLine(header) || "(no header)", width: 20,
  show: (row) => ownText(row, header),
  read: (text, row) => {
    const { [header]: _, ...others } = row.columns ?? {};
    const columns = text === "" ? others : { ...row.columns, [header]: text };
    const { columns: __, ...rest } = row;
    return Object.keys(columns).length > 0 ? { ...rest, columns } : rest;
  },
});
