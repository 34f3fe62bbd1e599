import type { Finding } from "../lint/finding.ts";
import type { Rule } from "../lint/rule.ts";
import { applyEdits, type Edit } from "../model/edit.ts";
import type { MatrixDocument } from "../model/document.ts";
import { dateOf, type Minute } from "../time/minute.ts";
import { judged, newly } from "./consequences.ts";
import { holdingsOf, type Holding } from "./holdings.ts";
import { peopleOf, postsOf, type Leaver } from "./leaver.ts";
import { transfer, without, type Successors } from "./transfer.ts";

/** What it means that somebody goes. */
export interface Leaving {
  readonly leaver: Leaver;
  readonly today: string;
  readonly posts: readonly { readonly id: string; readonly name: string }[];
  readonly holdings: readonly Holding[];
  /** What the linter and the proof would find were nobody to come. */
  readonly left: readonly Finding[];
  /** With somebody who comes after: their names, the edits, and what is still found then. */
  readonly moved?: { readonly successors: readonly string[]; readonly edits: readonly Edit[]; readonly left: readonly Finding[] };
}

export function leaving(document: MatrixDocument, leaver: Leaver, rules: readonly Rule[], at: Minute, successors?: Successors): Leaving {
  const today = dateOf(at);
  const before = judged(document, rules, at);
  const posts = postsOf(document, leaver, peopleOf(document, leaver));
  const names = new Map([...document.parties, ...document.roles, ...(document.people ?? [])].map(({ id, name }) => [id as string, name]));
  const bare: Leaving = {
    leaver, today, posts: posts.map((id) => ({ id, name: names.get(id) ?? id })),
    holdings: holdingsOf(document, leaver, today),
    left: newly(before, judged(without(document, leaver, today), rules, at)),
  };
  if (successors === undefined) return bare;
  const edits = transfer(document, leaver, successors, today);
  const named = [...new Set([...(successors.to === undefined ? [] : [successors.to]), ...Object.values(successors.byPost ?? {})])].map((id) => names.get(id) ?? id);
  return { ...bare, moved: { successors: named, edits, left: newly(before, judged(applyEdits(document, edits), rules, at)) } };
}
