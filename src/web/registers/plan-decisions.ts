import type { Activity } from "#core/model/activity.ts";
import type { DecisionRight, VERBS } from "#core/model/decision.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { idFrom } from "#core/model/id.ts";
import { firstPost, named, withAssumption, type Named, type SaidRole } from "./assumed.ts";

export type Verb = (typeof VERBS)[number];

/** A decision that somebody has to be entitled to. */
interface Decision {
  readonly verb: Verb;
  /** What a row about it is called. */
  readonly title: string;
  readonly of: "delivery" | "incident" | "both";
  /** Posts that usually decide it, the first that the matrix has. */
  readonly usual: readonly string[];
  /** The library activity in which it is decided, where there is one. */
  readonly row?: string;
}

const DECISIONS: readonly Decision[] = [
  { verb: "requirements.approve", title: "Approve the requirements", of: "delivery", usual: ["c.it"], row: "DEL-01" },
  { verb: "acceptance.sign", title: "Sign the acceptance", of: "delivery", usual: ["c.proc", "c.it"], row: "DEL-05" },
  { verb: "access.issue", title: "Issue access", of: "both", usual: ["c.sec", "c.it"], row: "DEL-08" },
  { verb: "launch.approve", title: "Approve the launch", of: "delivery", usual: ["c.it", "c.sec"], row: "DEL-11" },
  { verb: "handoff.accept", title: "Take over into service", of: "delivery", usual: ["p.sdm", "p.desk"], row: "DEL-12" },
  { verb: "warranty.confirm", title: "Confirm a warranty case", of: "delivery", usual: ["p.sdm", "c.infra"], row: "SRV-04" },
  { verb: "replacement.approve", title: "Approve a replacement", of: "delivery", usual: ["c.proc", "c.it"] },
  { verb: "event.validate", title: "Tell a real event from a false alarm", of: "incident", usual: ["p.soc", "p.ir"], row: "INC-02" },
  { verb: "severity.set", title: "Set the severity of an incident", of: "incident", usual: ["c.sec", "p.ir"], row: "INC-03" },
  { verb: "incident.declare", title: "Declare an incident", of: "incident", usual: ["c.sec", "c.it"] },
  { verb: "investigation.lead", title: "Lead the investigation", of: "incident", usual: ["p.ir", "p.soc"], row: "INC-06" },
  { verb: "containment.authorise", title: "Authorise containment", of: "incident", usual: ["c.risk", "c.sec", "c.it"], row: "INC-04" },
  { verb: "change.emergency.authorise", title: "Authorise an emergency change", of: "incident", usual: ["c.it", "c.infra"] },
  { verb: "notify.client", title: "Tell the client of an incident", of: "incident", usual: ["p.ir", "p.sdm"], row: "INC-10" },
  { verb: "notify.business", title: "Tell the business of a disruption", of: "incident", usual: ["c.it", "c.app"], row: "INC-09" },
  { verb: "notify.regulator", title: "Decide on notices to regulators", of: "incident", usual: ["c.legal", "c.comp", "c.exec"], row: "INC-11" },
  { verb: "incident.close", title: "Close an incident", of: "incident", usual: ["c.sec", "c.it"] },
  { verb: "risk.accept", title: "Accept a risk", of: "both", usual: ["c.risk", "c.exec"] },
  { verb: "dispute.decide", title: "Settle disputes between the parties", of: "both", usual: ["c.exec", "c.it"] },
];

/** Name of the area in which decisions stand that belong to no other row. */
const AREA = "Decisions";

export interface PlannedDecision {
  readonly verb: Verb;
  readonly title: string;
  readonly holder: Named;
  /** Id of the row in which it is decided, where the chosen work has one. */
  readonly row: string | undefined;
}

/** The decisions that the chosen work needs, with whoever may take each. */
export function plannedDecisions(document: MatrixDocument, delivers: boolean, said: Readonly<Partial<Record<Verb, SaidRole>>>): PlannedDecision[] {
  const incidents = document.activities.some(({ kind }) => kind === "incident");
  return DECISIONS.filter(({ of }) => (of === "both" ? delivers || incidents : of === "delivery" ? delivers : incidents)).map(({ verb, title, usual, row }) => ({
    verb, title, holder: named(said[verb], firstPost(document, usual), document), row: document.activities.find(({ origin }) => origin !== undefined && origin === row)?.id,
  }));
}

/**
 * The matrix with a right for each decision that somebody may take, seen in the row where it is decided or in a row
 * of its own. A decision nobody may take is a row without an owner, which the checks name.
 */
export function decided(document: MatrixDocument, delivers: boolean, said: Readonly<Partial<Record<Verb, SaidRole>>>): MatrixDocument {
  const planned = plannedDecisions(document, delivers, said);
  if (planned.length === 0) return document;
  const names = new Map(document.roles.map(({ id, name }) => [id as string, name]));
  const sure = (row: Activity, { holder, title }: PlannedDecision): Activity => (holder.assumed && holder.role ? withAssumption(row, `${names.get(holder.role)} may decide this: ${title.charAt(0).toLowerCase()}${title.slice(1)}`) : row);
  const here = new Map(planned.flatMap((one) => (one.row === undefined ? [] : [[one.row, one] as const])));
  const taken = new Set<string>(document.activities.map(({ id }) => id));
  const areas = document.areas ?? [];
  const area = areas.find(({ name }) => name === AREA)?.id ?? idFrom(AREA, new Set(areas.map(({ id }) => id)));
  const own = planned.filter(({ row }) => row === undefined);
  const rights = planned.flatMap(({ verb, holder }): DecisionRight[] => (holder.role === undefined ? [] : [{ id: idFrom(verb, new Set()), verb, role: holder.role }]));
  return {
    ...document,
    ...(own.length > 0 && !areas.some(({ id }) => id === area) ? { areas: [...areas, { id: area, name: AREA }] } : {}),
    activities: [
      ...document.activities.map((row): Activity => {
        const one = here.get(row.id);
        return one ? sure({ ...row, decision: one.verb }, one) : row;
      }),
      ...own.map((one) => {
        const { verb, title, holder: { role } } = one;
        const row: Activity = { id: idFrom(title, taken), title, area, kind: "decision", decision: verb, approval: { class: "none" }, notYetAdapted: true, assignments: role === undefined ? [] : [{ role, letter: "R" }, { role, letter: "A" }] };
        return sure(row, one);
      }),
    ],
    ...(rights.length > 0 ? { decisionRights: rights } : {}),
  };
}
