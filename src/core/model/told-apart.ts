import type { MatrixDocument } from "./document.ts";

/** Something with a name that another may share, and the facts that tell the two apart, the most telling first. */
export interface Namesake {
  readonly id: string;
  readonly name: string;
  readonly facts: readonly (string | undefined)[];
}

const plain = (text: string): string => text.replace(/\s+/g, " ").trim();

/**
 * What to call each item so that no two are called the same, by id. A name that only one has stands alone;
 * of namesakes each gets the first facts that tell it apart, and a number where no fact does:
 * `Security Lead [Northwind]`, `Security Lead [Brightwell, IT]`, `Security Lead [Brightwell, 2]`. An id is never shown,
 * unless the name is empty.
 */
export function toldApart(items: readonly Namesake[]): ReadonlyMap<string, string> {
  const groups = Map.groupBy(items, ({ name }) => plain(name).toLowerCase());
  const taken = new Set(groups.keys());
  const labels = new Map<string, string>();
  for (const group of groups.values()) {
    const [only] = group;
    if (only && group.length === 1) {
      labels.set(only.id, plain(only.name) || only.id);
      continue;
    }
    const most = Math.max(...group.map(({ facts }) => facts.length));
    // A fact that all namesakes share tells nothing.
    const telling = Array.from({ length: most }, (_, i) => i).filter((i) => new Set(group.map(({ facts }) => facts[i] ?? "")).size > 1);
    const said = (item: Namesake, facts: number): string => telling.slice(0, facts).map((i) => plain(item.facts[i] ?? "")).filter(Boolean).join(", ");
    for (const item of group) {
      const enough = telling.findIndex((_, i) => said(item, i + 1) !== "" && group.every((other) => other === item || said(other, i + 1) !== said(item, i + 1)));
      const facts = said(item, enough < 0 ? telling.length : enough + 1);
      let label = labelled(item, facts);
      for (let n = 1; enough < 0 || taken.has(label.toLowerCase()); n++) {
        label = labelled(item, [facts, n].filter(Boolean).join(", "));
        if (!taken.has(label.toLowerCase())) break;
      }
      taken.add(label.toLowerCase());
      labels.set(item.id, label);
    }
  }
  return labels;
}

const labelled = (item: Namesake, facts: string): string => `${plain(item.name) || item.id} [${facts}]`;

/** What to call the roles of a matrix: namesakes by organisation, then function. */
export function roleLabels({ roles, parties }: Pick<MatrixDocument, "roles" | "parties">): ReadonlyMap<string, string> {
  const names = new Map(parties.map((party) => [party.id as string, party.name]));
  return toldApart(roles.map(({ id, name, party, function: works }) => ({ id, name, facts: [names.get(party), works] })));
}

/** What to call the people of a matrix: namesakes by organisation, then the post they hold. */
export function personLabels({ people, roles, parties }: Pick<MatrixDocument, "people" | "roles" | "parties">): ReadonlyMap<string, string> {
  const names = new Map(parties.map((party) => [party.id as string, party.name]));
  const posts = new Map<string, string>();
  for (const { holders, name } of roles) for (const who of holders ?? []) if (!posts.has(who)) posts.set(who, name);
  return toldApart((people ?? []).map(({ id, name, party }) => ({ id, name, facts: [names.get(party), posts.get(id)] })));
}
