import type { MatrixDocument } from "#core/model/document.ts";
import { sideOf } from "#core/model/lane.ts";
import type { Party, Role } from "#core/model/party.ts";
import { namesOf } from "../remit-sheet/names.ts";
import { plain } from "./grid.ts";
import type { Choices } from "./report.ts";
import { sideOfWord } from "./sides.ts";

/** The party of a matrix that has this name. */
export function partyNamed(document: MatrixDocument, name: string): Party | undefined {
  const id = namesOf(document).find("party", name);
  return document.parties.find((party) => party.id === id) ?? document.parties.find((party) => plain(party.name) === plain(name));
}

/** What a matrix answers of the questions a sheet raises: which side somebody is on. */
export function answersOf(known: MatrixDocument | undefined): (question: string) => string | undefined {
  if (!known) return () => undefined;
  return (question) => {
    const [kind = "", ...rest] = question.split(":");
    if (kind === "side") {
      const party = partyOfRole(known, rest.join(":"));
      return party && (sideOf(party.kind) === "client" ? "client" : "provider");
    }
    return kind === "organisation" || kind === "lane" ? partyNamed(known, rest.slice(1).join(":"))?.kind : undefined;
  };
}

function partyOfRole(known: MatrixDocument, name: string): Party | undefined {
  const [only, ...others] = known.roles.filter((role) => plain(role.name) === plain(name));
  return only && others.length === 0 ? known.parties.find(({ id }) => id === only.party) : undefined;
}

/** What a sheet calls a side when it does not know its name. */
const NAMELESS = /^(?:organi[sz]ation|company|internal)$/i;
const nameless = ({ name }: Party): boolean => NAMELESS.test(name) || sideOfWord(name)?.guessed === false || (sideOfWord(name) !== undefined && sideOfWord(name)?.guessed === undefined);

/**
 * The imported matrix with its roles where a matrix that is there already has them, and its parties by the
 * names they have there. What the reader answered is left alone.
 */
export function placedAsKnown(read: MatrixDocument, known: MatrixDocument | undefined, choices: Choices): MatrixDocument {
  if (!known) return read;
  const parties = read.parties.map((party): Party => {
    const alike = known.parties.filter((one) => sideOf(one.kind) === sideOf(party.kind));
    const [only] = alike;
    return only && alike.length === 1 && nameless(party) && !read.parties.some(({ name }) => plain(name) === plain(only.name)) ? { ...party, name: only.name, kind: only.kind } : party;
  });
  const counts = new Map<string, number>();
  for (const { name } of read.roles) counts.set(plain(name), (counts.get(plain(name)) ?? 0) + 1);
  const taken = new Set(parties.map(({ id }) => id as string));
  const roles = read.roles.map((role): Role => {
    const home = counts.get(plain(role.name)) === 1 && choices[`side:${role.name}`] === undefined ? partyOfRole(known, role.name) : undefined;
    if (!home) return role;
    const there = parties.find(({ name }) => plain(name) === plain(home.name));
    if (there) return there.id === role.party ? role : { ...role, party: there.id };
    const id = taken.has(home.id) ? `${home.id}-there` : home.id;
    taken.add(id);
    parties.push({ id, name: home.name, kind: home.kind });
    return { ...role, party: id };
  });
  const used = new Set(roles.map(({ party }) => party as string));
  // A party that only stood for people whose place is known now says nothing.
  const emptied = (party: Party): boolean => read.roles.some((role) => role.party === party.id) && !used.has(party.id) && !read.activities.some(({ split }) => split?.parts.some((part) => part.party === party.id));
  return { ...read, parties: parties.filter((party) => !emptied(party)), roles };
}
