import type { Activity, Stage } from "#core/model/activity.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { STAGES } from "#library/templates/delivery-stages.ts";
import { firstPost, named, withAssumption, type Named, type SaidRole } from "./assumed.ts";

/** What somebody has said of a stage of the delivery. */
export interface SaidStage {
  readonly left?: boolean;
  readonly owner?: SaidRole;
  readonly acceptor?: SaidRole;
}

export interface PlannedStage {
  readonly stage: Stage;
  readonly chosen: boolean;
  readonly owner: Named;
  readonly acceptor: Named;
  /** Titles of the rows that belong to it. */
  readonly rows: readonly string[];
}

/** Which library activities belong to which stage. */
const STAGE_OF: Readonly<Record<string, string>> = {
  "DEL-01": "requirements", "DEL-02": "requirements", "DEL-03": "specification", "DEL-04": "procurement", "DEL-14": "delivery", "DEL-05": "acceptance", "DEL-13": "acceptance", "DEL-15": "acceptance",
  "DEL-06": "installation", "DEL-07": "installation", "DEL-08": "configuration", "DEL-09": "configuration", "DEL-10": "security-check", "DEL-11": "commissioning", "DEL-12": "service",
  "SRV-01": "service", "SRV-03": "service", "SRV-04": "service", "SRV-05": "service", "SRV-06": "service", "SRV-10": "service",
};

/** Who stands for the posts that only the delivery template has. */
const INSTEAD: Readonly<Record<string, readonly string[]>> = { "v.sales": ["i.lead", "c.proc"], "c.pm": ["c.it"], "c.exec": ["c.exec", "c.it"], "p.sdm": ["p.sdm", "p.desk"] };

/** Whether there is anything to deliver: only then the work comes in stages. */
export const inStages = ({ covers, work }: { readonly covers: readonly string[]; readonly work: ReadonlySet<string> }): boolean => covers.includes("delivery") || [...work].some((id) => id.startsWith("DEL-"));

/** The ten stages of a delivery in order, with whoever owns and accepts each. */
export function plannedStages(document: MatrixDocument, said: Readonly<Record<string, SaidStage>>): PlannedStage[] {
  return STAGES.map((stage) => {
    const { left = false, owner, acceptor } = said[stage.id] ?? {};
    const usual = (key: string | undefined): string | undefined => (key === undefined ? undefined : firstPost(document, INSTEAD[key] ?? [key]));
    return {
      stage, chosen: !left,
      owner: named(owner, usual(stage.owner), document),
      acceptor: named(acceptor, usual(stage.acceptor), document),
      rows: document.activities.filter(({ origin }) => STAGE_OF[origin ?? ""] === stage.id).map(({ title }) => title),
    };
  });
}

/**
 * The matrix with its stages, each row in its own. Who was only assumed to own or accept a stage is written into the
 * first row of it; a stage without any row gets nobody assumed, so that the checks ask for its owner.
 */
export function staged(document: MatrixDocument, said: Readonly<Record<string, SaidStage>>): MatrixDocument {
  const planned = plannedStages(document, said).filter(({ chosen }) => chosen);
  const stages = planned.map(({ stage: { owner: _owner, acceptor: _acceptor, ...stage }, owner, acceptor, rows }): Stage => {
    const real = (one: Named): string | undefined => (one.assumed && rows.length === 0 ? undefined : one.role);
    const [first, second] = [real(owner), real(acceptor)];
    return { ...stage, ...(first === undefined ? {} : { owner: first }), ...(second === undefined ? {} : { acceptor: second }) };
  });
  const chosen = new Map(planned.map((one) => [one.stage.id as string, one]));
  const asked = new Set<string>();
  const names = new Map(document.roles.map(({ id, name }) => [id as string, name]));
  const activities = document.activities.map((row): Activity => {
    const one = chosen.get(STAGE_OF[row.origin ?? ""] ?? "");
    if (!one) return row;
    const now: Activity = { ...row, stage: one.stage.id };
    const sentences = [
      one.owner.assumed && one.owner.role ? `${names.get(one.owner.role)} owns the stage ${one.stage.name}` : "",
      one.acceptor.assumed && one.acceptor.role ? `${names.get(one.acceptor.role)} accepts what it hands over` : "",
    ].filter(Boolean);
    if (asked.has(one.stage.id) || sentences.length === 0) return now;
    asked.add(one.stage.id);
    return withAssumption(now, sentences.join(", "));
  });
  return { ...document, ...(stages.length > 0 ? { stages } : {}), activities };
}
