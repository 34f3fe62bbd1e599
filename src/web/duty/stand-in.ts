import type { MatrixDocument } from "#core/model/document.ts";
import type { Person } from "#core/model/party.ts";

/** Who can stand in for somebody, the likeliest first: their usual substitute, then who holds a role of theirs or takes turns with them, then their side. */
export function standIns({ people = [], roles, rotations = [] }: MatrixDocument, me: Person): readonly Person[] {
  const near = new Set([
    ...roles.filter(({ holders }) => holders?.includes(me.id)).flatMap(({ holders }) => holders ?? []),
    ...rotations.flatMap(({ layers }) => layers.filter((layer) => layer.people.includes(me.id)).flatMap((layer) => layer.people)),
  ]);
  const rank = ({ id }: Person): number => (id === me.substitute ? 0 : near.has(id) ? 1 : 2);
  return people.filter((one) => one.id !== me.id && one.party === me.party && one.sameHumanAs !== me.id && me.sameHumanAs !== one.id).toSorted((a, b) => rank(a) - rank(b));
}

/** Whom to suggest: nobody rather than somebody of another post. */
export function suggested(document: MatrixDocument, me: Person): Person | undefined {
  const [first] = standIns(document, me);
  return first && (first.id === me.substitute || standsBeside(document, me, first)) ? first : undefined;
}

const standsBeside = ({ roles, rotations = [] }: MatrixDocument, me: Person, other: Person): boolean =>
  roles.some(({ holders }) => holders?.includes(me.id) && holders.includes(other.id)) || rotations.some(({ layers }) => layers.some(({ people }) => people.includes(me.id) && people.includes(other.id)));
