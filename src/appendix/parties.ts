import type { MatrixDocument } from "#core/model/document.ts";

export interface PartyLine {
  readonly name: string;
  readonly kind: string;
  readonly functions: string;
  readonly note: string;
}

export interface RoleLine {
  readonly party: string;
  readonly name: string;
  readonly function: string;
  /** Who holds it, the usual one first; empty where nobody does, or names are left out. */
  readonly holders: string;
  readonly note: string;
}

const KINDS = { client: "Client", provider: "Provider", vendor: "Vendor", supplier: "Supplier", integrator: "Integrator", regulator: "Regulator" } as const;

/** The organisations, and their posts in the order of the organisations. */
export function partiesOf(document: MatrixDocument): { readonly parties: readonly PartyLine[]; readonly roles: readonly RoleLine[] } {
  const people = new Map((document.people ?? []).map(({ id, name }) => [id as string, name]));
  const known = new Set(document.parties.map(({ id }) => id as string));
  const posts = (party: string, of: (id: string) => boolean): RoleLine[] =>
    document.roles.filter((role) => of(role.party)).map((role) => ({
      party, name: role.name, function: role.function ?? "", holders: (role.holders ?? []).map((id) => people.get(id) ?? id).join(", "),
      note: [role.coordinator === true ? "coordinates the contractors" : "", role.note ?? ""].filter(Boolean).join("; "),
    }));
  return {
    parties: document.parties.map(({ name, kind, functions = [], note = "" }) => ({ name, kind: KINDS[kind], functions: functions.join(", "), note })),
    roles: [...document.parties.flatMap(({ id, name }) => posts(name, (party) => party === id)), ...posts("of no organisation named here", (party) => !known.has(party))],
  };
}
