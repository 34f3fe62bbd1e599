import { reviewDecisionsOf, reviewsOf, reviewTriggersOf } from "#db/review.ts";
import type { ExportPart } from "../part.ts";

/** Reviews with their minutes and decisions, and what called for them. Their people are of the old workspace: import leaves them in the file. */
export const reviews: ExportPart = {
  name: "reviews.json",
  about: "reviews: when they were planned and held, who was there, what was decided, and what called for them",
  async *write({ db, account, workspace }) {
    const all = await reviewsOf(db, account, workspace);
    const decisions = Map.groupBy(await reviewDecisionsOf(db, account, workspace, all.map(({ id }) => id)), ({ review }) => review);
    const triggers = await reviewTriggersOf(db, account, workspace);
    yield JSON.stringify({
      reviews: all.map(({ plannedBy: _, closedBy: __, ...review }) => ({ ...review, decisions: (decisions.get(review.id) ?? []).map(({ review: ___, ...decision }) => decision) })),
      triggers: triggers.map(({ by: _, ...trigger }) => trigger),
    }, null, 2);
  },
};
