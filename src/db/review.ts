import type { Database } from "./database.ts";
import { unlessDenied } from "./denied.ts";
import { statement } from "./statement.ts";

const REVIEWS = statement("review.list", `
select review_id as id, planned_for::text as planned, planned_by as "plannedBy", held_on::text as held, attended, minutes, closed_by as "closedBy", cancelled_at is not null as cancelled
from remit.review where workspace_id = remit.entered() order by coalesce(held_on, planned_for) desc, review_id limit 200`);
const DECISIONS = statement("review.decisions", "select decision_id as id, review_id as review, words, activity from remit.review_decision where workspace_id = remit.entered() and review_id = any($1) order by review_id, place");
const TRIGGERS = statement("review.triggers", `
select trigger_id as id, kind, note, raised_by as "by", raised_at as at, review_id as review from remit.review_trigger
where workspace_id = remit.entered() order by raised_at desc, trigger_id limit 500`);
const PLAN = statement("review.plan", "select remit.plan_review($1, $2) as done");
const CANCEL = statement("review.cancel", "select remit.cancel_review($1) as done");
const HOLD = statement("review.hold", "select remit.hold_review($1, $2, $3, $4, $5) as done");
const RAISE = statement("review.raise", "select remit.raise_trigger($1, $2, $3) as done");

/** A review that is planned, or was held; days as `YYYY-MM-DD`. */
export interface Review {
  readonly id: string;
  readonly planned: string;
  readonly plannedBy: string;
  readonly held: string | null;
  readonly attended: string | null;
  readonly minutes: string | null;
  readonly closedBy: string | null;
  readonly cancelled: boolean;
}
export interface ReviewDecision {
  readonly id: string;
  readonly review: string;
  readonly words: string;
  readonly activity: string | null;
}
/** Something that calls for a review. */
export interface ReviewTrigger {
  readonly id: string;
  readonly kind: string;
  readonly note: string | null;
  readonly by: string;
  readonly at: Date;
  /** Which review dealt with it. */
  readonly review: string | null;
}

const done = (work: Promise<{ done: boolean }[]>) => unlessDenied(work.then(([row]) => row?.done === true));

/** The latest first. */
export const reviewsOf = (db: Database, actor: string, workspace: string): Promise<Review[]> => db.once<Review>(actor, workspace, REVIEWS);
export const reviewDecisionsOf = (db: Database, actor: string, workspace: string, reviews: readonly string[]): Promise<ReviewDecision[]> => db.once<ReviewDecision>(actor, workspace, DECISIONS, [reviews]);
export const reviewTriggersOf = (db: Database, actor: string, workspace: string): Promise<ReviewTrigger[]> => db.once<ReviewTrigger>(actor, workspace, TRIGGERS);
/** Plans one, or moves it to another day. */
export const planReview = (db: Database, actor: string, workspace: string, id: string, day: string) => done(db.once<{ done: boolean }>(actor, workspace, PLAN, [id, day]));
export const cancelReview = (db: Database, actor: string, workspace: string, id: string) => done(db.once<{ done: boolean }>(actor, workspace, CANCEL, [id]));
/** Writes down that it was held; once. */
export const holdReview = (db: Database, actor: string, workspace: string, id: string, { held, attended, minutes, decisions }: { readonly held: string; readonly attended: string; readonly minutes: string; readonly decisions: readonly { readonly id: string; readonly words: string; readonly activity: string | null }[] }) =>
  done(db.once<{ done: boolean }>(actor, workspace, HOLD, [id, held, attended, minutes, JSON.stringify(decisions.map((one, place) => ({ ...one, place })))]));
export const raiseTrigger = (db: Database, actor: string, workspace: string, { id, kind, note }: { readonly id: string; readonly kind: string; readonly note: string | null }) => done(db.once<{ done: boolean }>(actor, workspace, RAISE, [id, kind, note]));
