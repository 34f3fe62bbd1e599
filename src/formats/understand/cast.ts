import { idFrom, type RoleId } from "#core/model/id.ts";
import type { Party, Role } from "#core/model/party.ts";
import { oneLine, plain } from "./grid.ts";
import { NO_ORGANISATIONS, type Organisations } from "./organisations.ts";
import { sideOfHeader, sideOfWord, type Side } from "./sides.ts";

/** Everybody the sheets name, collected while rows are read; parties are settled at the end. */
export interface Cast {
  /** The role a header or a cell names; its party from the words, else from the group above the header. */
  role(words: string, group?: Side): RoleId;
  /** The default role of an organisation, named like it: the honest answer to "Client". */
  lane(side: Side): RoleId;
  /** The organisation a word names, where the workbook itself knows it. */
  organisation(words: string): Side | undefined;
  /** Whether posts are told apart by their organisation, so that one without needs asking. */
  readonly apart: boolean;
  /** The organisations named so far. */
  readonly sides: readonly Side[];
  /** Names of roles that no word placed on a side. */
  readonly unplaced: readonly string[];
  finish(sideOf: (role: string) => Side | undefined, mentionsProvider: boolean): { readonly parties: Party[]; readonly roles: Role[] };
}

type Draft = { readonly id: RoleId; readonly name: string; readonly side: Side | undefined; readonly function?: string };

const GENERIC_CLIENT = /^(?:internal|in-?house|us|we)$/i;
const GENERIC = /^(?:(?:managed |external )?(?:service )?provider|them|they|external|partner|contractor)s?$/i;
const ORGANISATION = /\b(?:inc|ltd|llc|gmbh|corp|plc|ag|bv|sas|co|limited|incorporated|services|solutions|technologies|systems)\.?$/i;

/** What a group word above role headers says: an organisation, or a function inside one. */
export function sideOfGroup(group: string): Side | undefined {
  const known = sideOfHeader(group).side;
  if (known) return known;
  // `Harbour Foods client`: the organisation, and which side it is.
  const [, name = "", word = ""] = /^(.+?)[\s,–-]+\(?(\S+?)\)?$/.exec(group) ?? [];
  const side = word === "" ? undefined : sideOfWord(word);
  if (side && /^\p{Lu}/u.test(name)) return { name, kind: side.kind };
  return ORGANISATION.test(group) ? { name: group, kind: "provider", guessed: true } : undefined;
}

/** A role's words without its organisation, and the organisation: common words first, then those of the workbook. */
function placed(words: string, organisations: Organisations): { readonly name: string; readonly side?: Side } {
  const common = sideOfHeader(words);
  if (common.side) return common;
  const whole = organisations.of(words);
  if (whole) return { name: words, side: whole };
  const part = organisations.within(words);
  if (part && !/[([]/.test(words)) return { name: words, side: part };
  const [, name = words, inside = ""] = /^(.+?)\s*[([]([^)\]]+)[)\]]$/.exec(words) ?? [];
  const side = inside === "" ? undefined : organisations.of(inside);
  return side ? { name, side } : { name: words };
}

export function castOf(organisations: Organisations = NO_ORGANISATIONS): Cast {
  const drafts = new Map<string, Draft>();
  const sides = new Map<string, Side>();
  const taken = new Set<string>();
  /** The same header stands over thousands of cells. */
  const known = new Map<string, RoleId>();
  const keyOf = (side: Side) => (side.kind === "client" ? "client" : plain(side.name));
  const keep = (name: string, given: Side | undefined): RoleId => {
    const side = given && organisations.named(given);
    // What the reader answered is worth more than what a name alone suggested.
    const before = side && sides.get(keyOf(side));
    if (side && (!before || (before.guessed && !side.guessed))) sides.set(keyOf(side), side.kind === "client" && GENERIC_CLIENT.test(side.name) ? { ...side, name: "Client" } : side);
    const key = `${plain(name) || name}|${side ? keyOf(side) : ""}`;
    const same = drafts.get(key);
    if (same) return same.id;
    const made: Draft = { id: idFrom(name, taken), name: name.slice(0, 200), side };
    drafts.set(key, made);
    return made.id;
  };
  return {
    role: (words, group) => {
      const asked = `${words}|${group?.name ?? ""}|${group?.kind ?? ""}`;
      const answer = known.get(asked);
      if (answer !== undefined) return answer;
      const text = oneLine(words) || "Unnamed role";
      const { name, side } = placed(text, organisations);
      const id = keep(name, side ?? group ?? organisations.homeOf(name));
      known.set(asked, id);
      return id;
    },
    lane: (side) => {
      // "Provider", "Service Provider" and "Inherited" are one and the same.
      const same = side.kind === "provider" && GENERIC.test(side.name) ? [...drafts.values()].find((draft) => draft.side?.kind === "provider" && GENERIC.test(draft.name)) : undefined;
      // So are "Client", "Customer" and "Internal" where a column names sides.
      const client = side.kind === "client" ? [...drafts.values()].find((draft) => draft.side?.kind === "client" && sideOfWord(draft.name)?.kind === "client") : undefined;
      return (same ?? client)?.id ?? keep(side.name, side);
    },
    organisation: organisations.of,
    get apart() {
      // `Internal Audit` and `External Auditor` are names of posts.
      return [...drafts.values()].some(({ name, side }) => side !== undefined && !GENERIC_CLIENT.test(side.name) && !/^external$/i.test(side.name) && (side.kind === "client" || side.kind === "provider") && plain(name) !== plain(side.name) && !sideOfWord(name));
    },
    get sides() {
      return [...sides.values()];
    },
    get unplaced() {
      return [...drafts.values()].flatMap((draft) => (draft.side ? [] : [draft.name]));
    },
    finish: (sideOf, mentionsProvider) => {
      const placed = [...drafts.values()].map((draft) => ({ ...draft, side: draft.side ?? sideOf(draft.name) }));
      const found = new Map<string, Side>();
      for (const side of sides.values()) found.set(keyOf(side), side);
      for (const { side } of placed) if (side && !found.has(keyOf(side))) found.set(keyOf(side), side);
      const specific = [...found.values()].filter((side) => side.kind === "provider" && !GENERIC.test(side.name));
      const only = specific.length === 1 ? specific[0] : undefined;
      const partyIds = new Set<string>();
      const parties: Party[] = [];
      const idOf = new Map<string, string>();
      const open = (key: string, name: string, kind: Side["kind"]) => {
        const id = idFrom(name, partyIds);
        parties.push({ id, name, kind });
        idOf.set(key, id);
      };
      const others = [...found.values()].some((side) => side.kind !== "client");
      const client = found.get("client");
      if (client) open("client", client.name, "client");
      else if (placed.some(({ side }) => !side) || others) open("client", others || mentionsProvider ? "Client" : "Organisation", "client");
      for (const [key, side] of found) if (key !== "client" && !(only && side.kind === "provider" && GENERIC.test(side.name))) open(key, side.name, side.kind);
      if (parties.length === 0) open("client", "Organisation", "client");
      const roles = placed.map(({ id, name, side }): Role => {
        const key = side === undefined ? "client" : only && side.kind === "provider" && GENERIC.test(side.name) ? keyOf(only) : keyOf(side);
        return { id, name, party: idOf.get(key) ?? parties[0]?.id ?? "client" };
      });
      return { parties, roles };
    },
  };
}
