import type { MatrixDocument } from "#core/model/document.ts";

/** The same matrix with posts only: every person is called after their organisation, and no post says who holds it. */
export function withoutPeople(document: MatrixDocument): MatrixDocument {
  const parties = new Map(document.parties.map(({ id, name }) => [id as string, name]));
  const { directory: _, ...rest } = document;
  return {
    ...rest,
    ...(document.people && { people: document.people.map(({ id, party }) => ({ id, party, name: `a named person of ${parties.get(party) ?? party}` })) }),
    roles: document.roles.map(({ holders: __, ...role }) => role),
  };
}
