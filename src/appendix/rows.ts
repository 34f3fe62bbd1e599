import type { Activity, Letter } from "#core/model/activity.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { sayDuration, sayEvery } from "#core/model/measure.ts";
import { toldApart } from "#core/model/told-apart.ts";
import { VERB_WORDS } from "#core/model/verb-words.ts";

/** One activity in words. A text of several lines is a list of them. */
export interface AppendixRow {
  readonly number: number;
  readonly title: string;
  /** Its goal or result, and where it applies. */
  readonly about: readonly string[];
  /** Still the words of a template. */
  readonly unconfirmed: boolean;
  readonly owner: readonly string[];
  readonly performer: readonly string[];
  /** Asked before, told after, standing in. */
  readonly others: readonly string[];
  readonly split: readonly string[];
  readonly sla: readonly { readonly text: string; readonly negotiated: boolean }[];
  readonly cadence: readonly string[];
  readonly evidence: readonly string[];
  readonly approval: readonly string[];
  readonly validation: readonly string[];
}

/** The rows of one area or stage; both names are empty where rows belong to none. */
export interface Group {
  readonly name: string;
  readonly is: "area" | "stage";
  readonly rows: readonly AppendixRow[];
}

const MEASURES = { detect: "detect", acknowledge: "acknowledge", respond: "respond", contain: "contain", restore: "restore", complete: "complete", "helpdesk-response": "helpdesk response", rpo: "recovery point", rto: "recovery time", notify: "notify" } as const;
const APPROVAL = { none: "", standard: "Standard: approved in advance", formal: "Formal approval", emergency: "Emergency: act first" } as const;

/** Every activity, numbered through, by area; those of a delivery by its stages. */
export function rowsOf(document: MatrixDocument): readonly Group[] {
  const say = speaker(document);
  const places = [
    ...(document.areas ?? []).map(({ id, name }) => ({ key: `area/${id}`, name, is: "area" as const })),
    ...(document.stages ?? []).map(({ id, name }) => ({ key: `stage/${id}`, name, is: "stage" as const })),
    { key: "", name: "", is: "area" as const },
  ];
  const known = new Set(places.map(({ key }) => key));
  const placeOf = ({ area, stage }: Activity): string => [`area/${area}`, `stage/${stage}`].find((key) => known.has(key)) ?? "";
  const by = Map.groupBy(document.activities, placeOf);
  let number = 0;
  return places.flatMap(({ key, name, is }) => {
    const rows = by.get(key) ?? [];
    return rows.length === 0 ? [] : [{ name: name === "" && by.size > 1 ? "Other activities" : name, is, rows: rows.map((row) => rowInWords(row, ++number, say)) }];
  });
}

interface Speaker {
  readonly role: (id: string | undefined) => string;
  readonly party: (id: string) => string;
  readonly scope: (id: string) => string;
  readonly calendar: (id: string) => string;
  /** The area's own second. */
  readonly second: (row: Activity) => string | undefined;
}

function speaker(document: MatrixDocument): Speaker {
  const parties = new Map(document.parties.map(({ id, name }) => [id as string, name]));
  // In an agreement between two, a post without its organisation could be anybody's.
  const roles = toldApart(document.roles.map(({ id, name, party }) => ({ id, name: `${name} (${parties.get(party) ?? party})`, facts: [] })));
  const named = (list: readonly { readonly id: string; readonly name: string }[] | undefined) => {
    const map = new Map((list ?? []).map(({ id, name }) => [id, name]));
    return (id: string): string => map.get(id) ?? id;
  };
  const areas = new Map((document.areas ?? []).map((area) => [area.id as string, area]));
  return {
    role: (id) => (id === undefined ? "" : (roles.get(id) ?? id)),
    party: (id) => parties.get(id) ?? id, scope: named(document.scope), calendar: named(document.calendars),
    second: ({ secondary, area }) => secondary ?? areas.get(area ?? "")?.secondary,
  };
}

function rowInWords(row: Activity, number: number, say: Speaker): AppendixRow {
  const holding = (letter: Letter): string[] => row.assignments.filter((one) => one.letter === letter).map(({ role, condition, alternative }) => `${say.role(role)}${condition === undefined ? "" : `, ${condition}`}${alternative === true ? " (to be decided)" : ""}`);
  const line = (word: string, names: readonly string[]): string[] => (names.length === 0 ? [] : [`${word}: ${names.join(", ")}`]);
  const one = (word: string, role: string | undefined): string[] => line(word, role === undefined ? [] : [say.role(role)]);
  const { approval, split, validation, cadence } = row;
  const verb = row.decision !== undefined && Object.hasOwn(VERB_WORDS, row.decision) ? VERB_WORDS[row.decision as keyof typeof VERB_WORDS] : undefined;
  return {
    number, title: row.title, unconfirmed: row.notYetAdapted === true,
    about: [
      ...[row.goal, row.result === undefined ? undefined : `Result: ${row.result}`].flatMap((text) => text ?? []),
      ...line("Covers", (row.scope ?? []).map(say.scope)),
      ...(row.criticality === "critical" || row.criticality === "high" ? [`Criticality: ${row.criticality}`] : []),
      ...(verb === undefined ? [] : [`Decides: ${verb}`]),
      ...(row.cost === "warranty" ? ["Warranty"] : row.cost === "billable" ? ["Billed apart"] : []),
    ],
    owner: holding("A"), performer: holding("R"),
    others: [...one("Stands in", say.second(row)), ...line("Support", holding("S")), ...line("Consulted", holding("C")), ...line("Informed", holding("I")), ...one("Disputes", row.disputes)],
    split: [...(split?.parts ?? []).map(({ party, does, responsible }) => `${say.party(party)}: ${does}${responsible === undefined ? "" : ` (${say.role(responsible)})`}`), ...one("Validated by", split?.validator), ...(split?.validation === undefined ? [] : [split.validation])],
    sla: (row.sla ?? []).map(({ measure, target, calendar, negotiated, note }) => ({ text: `${MEASURES[measure]} ${sayDuration(target)}${calendar === undefined ? "" : `, ${say.calendar(calendar)}`}${note === undefined ? "" : ` (${note})`}`, negotiated })),
    cadence: [...(cadence?.every === undefined ? [] : [sayEvery(cadence.every)]), ...(cadence?.on ?? []), ...(cadence?.text === undefined ? [] : [cadence.text])],
    evidence: (row.evidence ?? []).map(({ artifact, producer, collector, store, retention, signed }) => {
      const more = [producer === undefined ? "" : `by ${say.role(producer)}`, collector === undefined ? "" : `collected by ${say.role(collector)}`, store === undefined ? "" : `in ${store}`, retention === undefined ? "" : `kept ${sayDuration(retention)}`, signed === true && !/\bsigned\b/i.test(artifact) ? "signed" : ""].filter(Boolean).join("; ");
      return more === "" ? artifact : `${artifact}, ${more}`;
    }),
    approval: [
      ...(approval === undefined || APPROVAL[approval.class] === "" ? [] : [APPROVAL[approval.class]]),
      ...line("Approved by", (row.approvers ?? []).map(say.role)),
      ...(approval?.channel === undefined ? [] : [`Channel: ${approval.channel}`]), ...(approval?.window === undefined ? [] : [`Window: ${approval.window}`]),
      ...(approval?.conditions === undefined ? [] : [`If: ${approval.conditions}`]), ...(approval?.documentWithin === undefined ? [] : [`Documented within ${sayDuration(approval.documentWithin)}`]),
    ],
    validation: [...(validation?.by === undefined && validation?.how === undefined ? [] : [[say.role(validation.by), validation.how ?? ""].filter(Boolean).join(": ")]), ...(validation?.every === undefined ? [] : [sayEvery(validation.every)]), ...one("Accepted by", row.acceptor)],
  };
}
