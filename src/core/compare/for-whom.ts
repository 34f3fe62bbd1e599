import type { ItemKind, MatrixDocument } from "../model/document.ts";
import { itemsOf, KINDS, type Item } from "../model/items.ts";
import { Called } from "./called.ts";
import type { Comparison } from "./comparison.ts";
import { dutiesOf, sayDuty, DUTIES, type Duty } from "./duty.ts";
import { RISKS } from "./risk.ts";
import { sentencesOf } from "./sentences.ts";

/** Who asks what changed for them; by their id in the newer matrix, or in the older one where they are gone. */
export interface Whom {
  readonly kind: "role" | "party" | "person";
  readonly id: string;
}

export interface ToldYou {
  readonly change: "gained" | "lost" | "other";
  /** Behind the party's role where a party asks: `you now approve ...`. */
  readonly sentence: string;
  readonly item: { readonly kind: ItemKind | "matrix"; readonly id: string };
}

interface Held {
  readonly duty: Duty;
  readonly title: string;
  readonly item: { readonly kind: ItemKind; readonly id: string };
}

/** What changed for a role, a party or a person: what they lost, what they gained, and what else is new in what they do. */
export function changedFor(comparison: Comparison, whom: Whom): readonly ToldYou[] {
  const called = new Called(comparison.before, comparison.after);
  const [was, is] = [held(comparison, "before", whom, called), held(comparison, "after", whom, called)];
  const told: ToldYou[] = [];
  const say = ({ duty, title, item }: Held, gained: boolean): ToldYou => ({ change: gained ? "gained" : "lost", item, sentence: `${address(whom, duty, called)} ${sayDuty(duty, title, gained)}` });
  const graver = ([, a]: readonly [string, Held], [, b]: readonly [string, Held]): number => weight(a) - weight(b);
  for (const [key, one] of [...was].sort(graver)) if (!is.has(key)) told.push(say(one, false));
  for (const [key, one] of [...is].sort(graver)) {
    const old = was.get(key);
    if (!old) told.push(say(one, true));
    else if (old.duty.about !== one.duty.about) told.push({ ...say(one, true), change: "other", sentence: `${address(whom, one.duty, called)} ${sayDuty(one.duty, one.title, true)}; it was ${old.duty.about === undefined ? "on no condition" : `\`${old.duty.about}\``}` });
  }
  const mine = new Set([...is.values()].map(({ item }) => `${item.kind}/${item.id}`));
  for (const { risk, item, duty, sentence } of sentencesOf(comparison)) if (!duty && risk !== "words" && mine.has(`${item.kind}/${item.id}`)) told.push({ change: "other", sentence, item });
  return told;
}

/** A role that one comes to hold says more than anything that comes with it. */
const weight = ({ duty }: Held): number => (duty.does === "hold" ? -1 : RISKS.indexOf(DUTIES[duty.does].lost));

/** `you`; for a party the role that is meant: `you (Security Lead)`. */
const address = (whom: Whom, { who }: Duty, called: Called): string => (whom.kind === "party" && who.kind !== "party" ? `you (${called.name(who.kind, who.id)})` : "you");

/** All that somebody does, may or is told, by what it is and of which item; an item that stands in both by its newer id. */
function held(comparison: Comparison, side: "before" | "after", whom: Whom, called: Called): ReadonlyMap<string, Held> {
  const document = comparison[side];
  const now = (kind: ItemKind, id: string): string => (side === "after" ? id : (comparison.newIds.get(kind)?.get(id) ?? id));
  const gone = new Map(comparison.lists.map(({ kind, removed }) => [kind, new Set(side === "before" ? removed.map(({ id }) => id) : [])]));
  const mine = holdersOf(document, whom, now);
  const found = new Map<string, Held>();
  for (const kind of KINDS)
    for (const item of itemsOf(document, kind)) {
      const id = gone.get(kind)?.has(item.id) ? `${item.id} gone` : now(kind, item.id);
      for (const duty of dutiesOf(kind, item, called.name.bind(called))) {
        const who = { ...duty.who, id: now(duty.who.kind, duty.who.id) };
        if (!mine.has(`${who.kind}/${who.id}`)) continue;
        const key = `${kind}/${id}/${duty.does}${whom.kind === "party" ? `/${who.id}` : ""}`;
        if (!found.has(key)) found.set(key, { duty: { ...duty, who }, title: titled(kind, item, called), item: { kind, id: now(kind, item.id) } });
      }
    }
  return found;
}
const titled = (kind: ItemKind, item: Item, called: Called): string => called.item(kind, item).replaceAll("`", "'");

/** Themselves, and the roles they stand in. */
function holdersOf(document: MatrixDocument, { kind, id }: Whom, now: (kind: ItemKind, id: string) => string): ReadonlySet<string> {
  const roles = document.roles.filter((role) => (kind === "party" ? now("party", role.party) === id : kind === "person" && (role.holders ?? []).some((one) => now("person", one) === id)));
  const turns = kind === "person" ? (document.rotations ?? []).filter(({ layers }) => layers.some(({ people }) => people.some((one) => now("person", one) === id))) : [];
  return new Set([`${kind}/${id}`, ...roles.map((role) => `role/${now("role", role.id)}`), ...turns.map(({ role }) => `role/${now("role", role)}`)]);
}

/** Everybody something may have changed for, parties first, as either matrix names them. */
export function everybody({ before, after, newIds }: Comparison): readonly (Whom & { readonly name: string })[] {
  const called = new Called(before, after);
  return (["party", "role", "person"] as const).flatMap((kind) => {
    const ids = new Set([...itemsOf(after, kind).map(({ id }) => id), ...itemsOf(before, kind).map(({ id }) => newIds.get(kind)?.get(id) ?? id)]);
    return [...ids].map((id) => ({ kind, id, name: called.holder({ kind, id }) }));
  });
}
