import type { PartyKind } from "#core/model/party.ts";

/** An organisation as a word of the sheet names it. */
export interface Side {
  readonly name: string;
  readonly kind: PartyKind;
  /** A product or company name that was taken for a cloud: worth asking about. */
  readonly guessed?: boolean;
}

const SIDES: readonly (readonly [RegExp, PartyKind, string?])[] = [
  [/^(?:client|customer|tenant|consumer)s?$/i, "client"],
  [/^(?:company|organi[sz]ation|agency|us|we|internal|in-?house|user entity|(?:customer|client) (?:agency|organi[sz]ation|side|team)|agency customer|end customer|your? (?:company|organi[sz]ation))$/i, "client"],
  [/^(?:mssp|msp|mdr|service provider|(?:managed|external|outsourced|it|security) (?:security )?(?:service |services )?provider|provider|them|they|contractor|outsourcer|partner|external|soc provider|supplier side|provider side)s?$/i, "provider"],
  [/^(?:vendor|csp|cso|csv|cloud (?:service )?provider|cloud|saas|saas provider|manufacturer|oem|third[- ]part(?:y|ies)|platform)s?$/i, "vendor"],
  [/^suppliers?$/i, "supplier"],
  [/^(?:integrator|system integrator|si|implementation partner)s?$/i, "integrator"],
  [/^(?:regulator|authority)s?$/i, "regulator"],
];
const CLOUDS = /^(?:microsoft(?: azure)?|azure|aws|amazon(?: web services)?|google(?: cloud)?|gcp|oracle(?: cloud)?|oci|ibm(?: cloud)?|salesforce|servicenow|okta|cloudflare|microsoft 365|m365|sap|vmware|crowdstrike)$/i;
const SHARED = /^(?:shared|both|joint|jointly|hybrid|co-?managed|co-?owned|all|mutual|common|everyone|shared responsibility)$/i;

/** The organisation a whole word or phrase names; undefined for posts, departments and the rest. */
export function sideOfWord(word: string): Side | undefined {
  const phrase = trimmed(word);
  const known = SIDES.find(([spelling]) => spelling.test(phrase));
  if (known) return { name: phrase === phrase.toLowerCase() ? capital(phrase) : phrase, kind: known[1] };
  return CLOUDS.test(phrase) ? { name: phrase, kind: "vendor", guessed: true } : undefined;
}

export interface LaneReading {
  readonly sides: readonly Side[];
  readonly shared: boolean;
  /** The bracket behind the word: `MSP leads`, `validation`. */
  readonly qualifier?: string;
  /** Parts that name nobody known. */
  readonly unknown: readonly string[];
}

/** A cell of a Client / Provider / Shared column. */
export function readLane(cell: string): LaneReading {
  const text = cell.replace(/\s+/g, " ").trim();
  const [, base = text, inside] = /^(.*?)\s*[([]([^)\]]*)[)\]]\.?\s*$/.exec(text) ?? [];
  const sides: Side[] = [];
  const unknown: string[] = [];
  let shared = false;
  for (const part of base.split(/\s*(?:[/,;&+\n|]|\band\b|\bwith\b)\s*/i)) {
    if (part === "") continue;
    const word = trimmed(part);
    if (SHARED.test(word)) shared = true;
    else if (/^inherited\b/i.test(word)) sides.push({ name: "Provider", kind: "provider" });
    else {
      const side = sideOfWord(word) ?? startOf(word);
      if (side) sides.push(side);
      else unknown.push(part);
    }
  }
  if (sides.length > 1) shared = true;
  return { sides, shared, unknown, ...(inside && inside.trim() !== "" ? { qualifier: inside.trim() } : {}) };
}

/** `Service Provider Corporate`, `Configured by Customer`, `MSP primary`: the party inside a phrase. */
function startOf(phrase: string): Side | undefined {
  const by = /\bby (?:the )?(.+)$/i.exec(phrase)?.[1];
  if (by) return sideOfWord(by);
  const words = phrase.split(" ");
  if (words.length > 5) return undefined;
  for (let take = Math.min(3, words.length - 1); take > 0; take--) {
    const side = sideOfWord(words.slice(0, take).join(" "));
    const rest = words.slice(take).join(" ");
    if (side && /^(?:corporate|system specific|hybrid|primary|secondary|only|lead|leads|managed|owned|provided|led|side|team|responsible)$/i.test(rest)) return side;
  }
  return undefined;
}

/**
 * The organisation a header belongs to and the post that remains: `Analyst (MSSP)`, `Security Lead -
 * Client`, `MSP Engineer`, `Azure`. The name stays as written unless the party stands apart from it.
 */
export function sideOfHeader(header: string): { readonly name: string; readonly side?: Side } {
  const whole = sideOfWord(header);
  if (whole) return { name: trimmed(header), side: whole };
  const apart = /^(.+?)\s*(?:[([]([^)\]]+)[)\]]|\s[-–—/|]\s(.+))$/.exec(header);
  const suffix = apart ? sideOfWord(apart[2] ?? apart[3] ?? "") : undefined;
  if (apart && suffix) return { name: apart[1] ?? header, side: suffix };
  const front = /^([^:–—]+?)\s*(?:[:–—]|\s-)\s+(.+)$/.exec(header);
  const prefix = front ? sideOfWord(front[1] ?? "") : undefined;
  if (front && prefix) return { name: front[2] ?? header, side: prefix };
  // `Vendor Manager` and `Customer Success Manager` face the other side; they do not belong to it.
  const words = header.split(" ");
  for (let take = Math.min(3, words.length - 1); take > 0; take--) {
    const side = sideOfWord(words.slice(0, take).join(" "));
    const rest = words.slice(take).join(" ");
    if (side?.name === "External" && /^(?:audit|counsel|legal|assess)/i.test(rest)) return { name: header, side: { ...side, kind: "vendor" } };
    if (side && !/^(?:success|relationship|relations|account|management|risk)\b/i.test(rest) && !(["vendor", "supplier"].includes(side.kind) && !side.guessed && /^manag/i.test(rest))) return { name: header, side };
  }
  return { name: header };
}

const trimmed = (word: string): string =>
  word
    .replace(/\s+/g, " ")
    .replace(/^(?:the)\s+/i, "")
    .replace(/\s*[-']?s?\s+(?:responsibilit(?:y|ies)|responsible|ownership|owned|managed|obligations?|duties|tasks|scope|role)$/i, "")
    .replace(/-(?:owned|managed|provided|led)$/i, "")
    .replace(/[.:]+$/, "")
    .trim();

const capital = (word: string): string => (/^(?:msp|mssp|csp|mdr|oem|saas|si)$/.test(word) ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1));
