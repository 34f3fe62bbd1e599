import type { MatrixDocument } from "#core/model/document.ts";
import type { PartyKind } from "#core/model/party.ts";
import type { Ask } from "./ask.ts";
import type { Kind } from "./column.ts";
import { oneLine, plain } from "./grid.ts";
import type { Looked } from "./looked.ts";
import { readNames } from "./names.ts";
import { sideOfHeader, sideOfWord, type Side } from "./sides.ts";
import { statedIn, type Stated } from "./stated-parties.ts";

/** The organisations a workbook names itself, beside the words everybody uses (`Client`, `MSSP`). */
export interface Organisations {
  /** The organisation a word is the name of; undefined for posts, conditions and the rest. */
  of(words: string): Side | undefined;
  /** The organisation whose name a post begins or ends with: `Service Mgr NordSec`. */
  within(words: string): Side | undefined;
  /** What the workbook calls a side: `Client = Harbour Foods`. */
  named(side: Side): Side;
  /** The organisation in whose brackets a post stands elsewhere. */
  homeOf(post: string): Side | undefined;
}

/** No workbook read, no organisation known. */
export const NO_ORGANISATIONS: Organisations = { of: () => undefined, within: () => undefined, named: (side) => side, homeOf: () => undefined };

/** Columns whose cells hold names. */
const NAMING: ReadonlySet<Kind> = new Set(["names", "owner", "primary", "secondary", "approver", "initiator", "acceptor", "validator"]);
const PROPER = /^\p{Lu}[\p{L}\p{N}&.'’-]*(?: (?:\p{Lu}[\p{L}\p{N}&.'’-]*|&|and|of|plc|gmbh|ltd)){0,4}$/u;
const CONDITION =
  /\b(?:if|when|where|unless|only|sev\w*|p\d|for|during|on|until|after|before|as|per|via|by|with|in|at|to|from|not|all|no|new|monthly|weekly|daily|quarterly|yearly|24x7|days?|nights?|weekends?|hours?|validat\w*|verif\w*|evidence|artifacts?|primary|secondary|backup|main|leads?|deputy|acting|optional|shared|joint\w*|both|advi\w+|draft\w*|approv\w*|review\w*|decid\w*|decision|sign\w*|test\w*|execut\w*|perform\w*|support\w*|monitor\w*|tb[dca]|l\d|level|tier|line|shift|phase|stage|zone|region|critical|high|medium|low|emergency|major|minor|planned|routine|change\w*|incident\w*)\b/i;
/** Departments and places of one and the same organisation. */
const INSIDE = /^(?:IT|OT|ICT|HR|PR|QA|R&D|DPO|CISO|CIO|CTO|CFO|CEO|COO|CSO|SOC|NOC|CSIRT|CERT|CAB|Finance|Legal|Ops|Operations?|Security|InfoSec|Infrastructure|Network|Cloud|Business|Procurement|Purchasing|Compliance|Risk|Audit|Sales|Marketing|Engineering|Development|DevOps|Applications?|Data(?:bases?)?|Servers?|Storage|Platforms?|Service Desk|Help ?desk|Facilities|Production|Logistics|Management|Board|UK|US|USA|EU|EMEA|APAC|HQ|Head Office|Global|Regional|Local|Group|Corporate|Site|Plant|Windows|Linux|Unix|SAP|ERP)$/i;

interface Candidate {
  readonly word: string;
  readonly sheet: string;
  readonly posts: Map<string, string>;
  /** It stands in a header, over a column of letters. */
  heading: boolean;
  readonly places: string[];
}

/**
 * The words in brackets behind posts that are organisations: proper names, no conditions, that stand
 * behind several posts or are spoken of elsewhere in the workbook. Which side each is on is a question,
 * unless the workbook says it.
 */
export function organisationsOf(looked: readonly Looked[], file: string, ask: Ask, there?: MatrixDocument): Organisations {
  const stated = looked.flatMap((one) => statedIn(one).map(({ stated: says }) => says));
  const known = new Map<string, Side>((there?.parties ?? []).map(({ name, kind }) => [plain(name), { name, kind }]));
  for (const { name, kind } of stated) known.set(plain(name), { name, kind });
  const { candidates, homes } = bracketed(looked);
  const spoken = ` ${plain(file)} ${looked.map(spokenOf).join(" ")} `;
  const mentioned = ({ word }: Candidate) => spoken.includes(` ${plain(word)} `);
  // Where every post has a word of its own in brackets, the words are its holders.
  const alone = candidates.filter((one) => one.posts.size === 1).length;
  const holders = candidates.length > 3 && alone > candidates.length / 2;
  // One word behind a post is a name of two sides where another stands behind the other's posts: `CISO (Acme)`, `SOC (NordSec)`.
  const facing = candidates.length > 1 && !holders;
  const found = candidates.filter((one) => known.has(plain(one.word)) || mentioned(one) || (one.posts.size > 1 && !holders) || (facing && one.heading && !one.word.includes(" ")));
  const usual = clientAmong(candidates.filter((one) => !known.has(plain(one.word)) && !holders), known);
  // A proper name behind one post only may be anything: it stays a condition until somebody says more.
  const single = holders ? [] : candidates.filter((one) => !found.includes(one));
  for (const one of [...found, ...single]) {
    const key = plain(one.word);
    let side = known.get(key);
    if (!side) {
      const kind = asked(one, single.includes(one) ? "leave-out" : guessOf(one, usual, found.length), ask);
      if (kind === undefined) continue;
      side = { name: one.word, kind };
      known.set(key, side);
    }
    for (const post of one.posts.keys()) settle(homes, post, side);
  }
  return {
    of: (words) => known.get(plain(words)),
    within: (words) => {
      const [only, ...others] = [...known.values()].filter(({ name }) => carries(words, name));
      return others.length > 0 ? undefined : only;
    },
    named: (side) => namedBy(stated, side),
    homeOf: (post) => {
      const [home, ...others] = homes.get(plain(post))?.values() ?? [];
      return others.length > 0 ? undefined : home;
    },
  };
}

function asked(one: Candidate, otherwise: PartyKind | "leave-out", ask: Ask): PartyKind | undefined {
  const several = [...one.posts.values()].slice(0, 2).map((post) => `\`${post.slice(0, 60)}\``).join(" and ");
  let kind = "";
  for (const place of one.places)
    kind = ask(
      {
        id: `organisation:${one.sheet}:${one.word}`, sheet: one.sheet, text: `\`${one.word}\` stands in brackets behind ${several}: which side is it?`, otherwise,
        options: [{ value: "client", label: "the client" }, { value: "provider", label: "the provider" }, { value: "vendor", label: "a vendor or cloud" }, { value: "leave-out", label: "no organisation: it says when the letter holds" }],
      },
      place,
    );
  return kind === "leave-out" || kind === "" ? undefined : (kind as PartyKind);
}

function namedBy(stated: readonly Stated[], side: Side): Side {
  const exact = stated.find(({ word, kind }) => (kind === "client" ? side.kind === "client" : plain(word) === plain(side.name)));
  const others = stated.filter(({ kind }) => kind !== "client");
  // `Provider = Northgate` names the `MSSP` too while no other provider is named.
  const only = side.kind === "provider" && others.length === 1 && others[0]?.kind === "provider" && sideOfWord(side.name) ? others[0] : undefined;
  const says = exact ?? only;
  return says ? { name: says.name, kind: side.kind } : side;
}

type Homes = Map<string, Map<string, Side>>;

const settle = (homes: Homes, post: string, side: Side): void => void homes.set(post, (homes.get(post) ?? new Map<string, Side>()).set(plain(side.name), side));

/** Everything in brackets behind posts that may be an organisation, and the posts whose side is said in plain words. */
function bracketed(looked: readonly Looked[]): { readonly candidates: readonly Candidate[]; readonly homes: Homes } {
  const homes: Homes = new Map();
  const found = new Map<string, Candidate>();
  const plainHeaders: string[] = [];
  const meet = (post: string, word: string | undefined, sheet: string, place: string, heading = false) => {
    if (word === undefined || !couldBeOrganisation(word)) return;
    const one = found.get(plain(word)) ?? { word: oneLine(word), sheet, posts: new Map<string, string>(), heading: false, places: [] };
    one.heading ||= heading;
    one.posts.set(plain(post), post);
    one.places.push(place);
    found.set(plain(word), one);
  };
  for (const { grid, plans } of looked)
    plans.forEach(({ columns, header }, i) => {
      const until = plans[i + 1]?.header.firstRow ?? grid.height;
      for (const column of columns) {
        if (column.kind === "role") {
          const [, post = column.header, word] = /^(.+?)\s*[([]([^)\]]+)[)\]]$/.exec(column.header) ?? [];
          if (!sideOfHeader(column.header).side) meet(post, word ?? column.group, grid.sheet.name, grid.at(header.lastRow, column.index), true);
            if (word === undefined && column.group === undefined) plainHeaders.push(column.header);
        }
        if (!NAMING.has(column.kind)) continue;
        for (let row = header.lastRow + 1; row < until; row++) {
          const text = grid.text(row, column.index);
          if (text === "" || text.length > 2_000) continue;
          for (const { name, bracket } of readNames(text)) {
            const side = bracket === undefined ? undefined : sideOfWord(bracket);
            if (side) settle(homes, plain(name), side);
            else meet(name, bracket, grid.sheet.name, grid.at(row, column.index));
          }
        }
      }
    });
  // `Service Mgr NordSec` is another post of the `NordSec` in brackets.
  for (const one of found.values()) for (const header of plainHeaders) if (carries(header, one.word)) one.posts.set(plain(header), header);
  return { candidates: [...found.values()], homes };
}

const couldBeOrganisation = (word: string): boolean => word.length <= 60 && PROPER.test(oneLine(word)) && !CONDITION.test(word) && !INSIDE.test(oneLine(word)) && !sideOfWord(word);

/** Rows above the matrix and sheets without one: where a workbook speaks of its parties. */
const spokenOf = ({ grid, plans }: Looked): string => {
  const texts: string[] = [grid.sheet.name];
  for (let row = 0; row < Math.min(plans[0]?.header.firstRow ?? grid.height, 60); row++) for (const column of grid.filled(row)) texts.push(grid.text(row, column).slice(0, 500));
  return plain(texts.join(" "));
};

const CLIENTS = /\b(?:ciso|cio|cfo|coo|ceo|board|legal|counsel|hr|dpo|data protection|business|risk owner|finance|plant|owner)\b/i;

/** Where several organisations are named, one of them is the client: the only one with a client's usual posts. */
function clientAmong(found: readonly Candidate[], known: ReadonlyMap<string, Side>): Candidate | undefined {
  if (found.length < 2 || [...known.values()].some(({ kind }) => kind === "client")) return undefined;
  const [usual, ...others] = found.filter((one) => [...one.posts.values()].some((post) => CLIENTS.test(post))).sort((a, b) => usualPosts(b) - usualPosts(a));
  return usual !== undefined && (others[0] === undefined || usualPosts(others[0]) < usualPosts(usual)) ? usual : undefined;
}

const usualPosts = (one: Candidate): number => [...one.posts.values()].filter((post) => CLIENTS.test(post)).length;

const PROVIDERS = /\b(?:soc|noc|siem|mdr|service (?:manager|mgr|delivery|desk)|delivery|account|analyst|engineer|consultant|on-?call|l[123])\b/i;

/** The side an organisation is assumed on: beside a client the provider; where nothing says so, none. */
function guessOf(one: Candidate, client: Candidate | undefined, several: number): PartyKind | "leave-out" {
  if (one === client) return "client";
  const posts = [...one.posts.values()];
  if (client !== undefined || (several === 1 && !posts.some((post) => CLIENTS.test(post)))) return "provider";
  return posts.some((post) => PROVIDERS.test(post)) && !posts.some((post) => CLIENTS.test(post)) ? "provider" : "leave-out";
}

/** Whether words begin or end with a name. */
function carries(words: string, name: string): boolean {
  const [long, short] = [plain(words), plain(name)];
  return short.length > 2 && long !== short && (long.startsWith(`${short} `) || long.endsWith(` ${short}`));
}
