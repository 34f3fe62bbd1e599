import { matrixDigest } from "../model/canonical.ts";
import { titleOf } from "./facts.ts";
import { isNothing, type Comparison } from "./comparison.ts";
import { countRows } from "./counted.ts";
import { changedFor, type Whom } from "./for-whom.ts";
import { sentencesOf } from "./sentences.ts";

/** A comparison for programs: what differs with the values, and every change as a sentence with its risk. */
export function comparisonAsJson(comparison: Comparison, whom?: Whom): object {
  const { before, after, fields, lists, newIds } = comparison;
  return {
    same: isNothing(comparison),
    digests: { before: matrixDigest(before), after: matrixDigest(after) },
    ...(whom ? { for: { ...whom, changes: changedFor(comparison, whom) } } : {}),
    rows: countRows(comparison),
    changes: sentencesOf(comparison).map(({ risk, item, sentence }) => ({ risk, ...item, sentence })),
    fields,
    lists: lists.map(({ kind, changed, added, removed, splits }) => ({
      kind,
      changed: changed.map((one) => ({ id: one.after.id, ...(titleOf(one.after) === "" ? {} : { title: titleOf(one.after) }), recognised: one.by, moved: one.moved, split: one.split, fields: one.fields })),
      added,
      removed,
      splits: splits.map(({ before: whole, into }) => ({ id: whole.id, into: into.map(({ id }) => id) })),
    })),
    newIds: Object.fromEntries([...newIds].map(([kind, ids]) => [kind, Object.fromEntries(ids)])),
  };
}
