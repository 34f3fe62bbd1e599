import type { Activity } from "#core/model/activity.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { named, withAssumption, type Named, type SaidRole } from "./assumed.ts";

export interface PlannedApproval {
  /** Id of the library activity. */
  readonly origin: string;
  readonly title: string;
  readonly area: string | undefined;
  readonly kind: "formal" | "emergency";
  readonly approver: Named;
}

/** Whether somebody has to approve it: before, or right afterwards where one may act first. */
const needsApproval = ({ approval, origin }: Activity): boolean => origin !== undefined && (approval?.class === "formal" || approval?.class === "emergency");

/**
 * Who usually approves a row: whom the library names; else whoever answers for it without doing it; else the first of
 * the client's posts that are asked. Nobody approves their own work.
 */
function usualApprover(row: Activity, document: MatrixDocument): string | undefined {
  const held = (letter: "R" | "A" | "C"): readonly string[] => row.assignments.filter((one) => one.letter === letter).map(({ role }) => role);
  const performs = new Set(held("R"));
  const client = new Set(document.parties.filter(({ kind }) => kind === "client").map(({ id }) => id as string));
  const ofClient = (role: string): boolean => client.has(document.roles.find(({ id }) => id === role)?.party ?? "");
  return [...(row.approvers ?? []), ...held("A"), ...held("C").filter(ofClient)].find((role) => !performs.has(role));
}

/** The rows that need approval, with whoever gives it. */
export const plannedApprovals = (document: MatrixDocument, said: Readonly<Record<string, SaidRole>>): PlannedApproval[] =>
  document.activities.filter(needsApproval).map((row) => ({
    origin: row.origin ?? "",
    title: row.title,
    area: document.areas?.find(({ id }) => id === row.area)?.name,
    kind: row.approval?.class === "emergency" ? "emergency" : "formal",
    approver: named(said[row.origin ?? ""], usualApprover(row, document), document),
  }));

/** The matrix with an approver in every row that needs one; who was only assumed is written into the row's note. */
export function approved(document: MatrixDocument, said: Readonly<Record<string, SaidRole>>): MatrixDocument {
  const planned = new Map(plannedApprovals(document, said).map((one) => [one.origin, one.approver]));
  const names = new Map(document.roles.map(({ id, name }) => [id as string, name]));
  return {
    ...document,
    activities: document.activities.map((row): Activity => {
      const approver = needsApproval(row) ? planned.get(row.origin ?? "") : undefined;
      if (!approver) return row;
      const { approvers: _, ...rest } = row;
      if (approver.role === undefined) return rest;
      const now: Activity = { ...rest, approvers: [approver.role] };
      return approver.assumed ? withAssumption(now, `${names.get(approver.role)} approves this`) : now;
    }),
  };
}
