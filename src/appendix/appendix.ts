import type { MatrixDocument } from "#core/model/document.ts";
import { filledClauses } from "#core/clauses/filled.ts";
import { sayEvery } from "#core/model/measure.ts";
import { cleaned } from "./clean.ts";
import { authorityOf, type Authority } from "./authority.ts";
import { dayInWords } from "./days.ts";
import { partiesOf, type PartyLine, type RoleLine } from "./parties.ts";
import { rowsOf, type Group } from "./rows.ts";
import { scopeOf, type ScopeLine } from "./scope.ts";
import { endOf, type End, type Signature, type Signatory } from "./signing.ts";
import { withoutPeople } from "./without-people.ts";

/** Of what an appendix is made. */
export interface AppendixOf {
  /** SHA-256 of the matrix, 64 hex digits. */
  readonly digest: string;
  /** The number of a version; a draft has none. */
  readonly version?: number;
  readonly signatures?: readonly Signature[];
  /** Who has to sign; where nobody is named, every party but a regulator has a line. */
  readonly signatories?: readonly Signatory[];
  /** Whether names of people stand in it. What people typed into texts stays as it is. */
  readonly personal: boolean;
  /** The instant it is made, ISO in UTC. */
  readonly at: string;
}

/** What stands in a contract appendix, in words: for paper, a word processor, and templates of one's own. */
export interface Appendix {
  readonly title: string;
  readonly about: string;
  /** `Draft, not signed`, `Version 3, signed by every party`. */
  readonly state: string;
  readonly draft: boolean;
  readonly valid: string;
  readonly review: string;
  readonly made: string;
  readonly fingerprint: string;
  readonly shortFingerprint: string;
  /** `Alder Foods, Brightwell IT and Meridian`. */
  readonly between: string;
  /** What a reader must know of it at once: samples, rows nobody confirmed, gaps. */
  readonly cautions: readonly string[];
  readonly personal: boolean;
  readonly parties: readonly PartyLine[];
  readonly roles: readonly RoleLine[];
  readonly scope: readonly ScopeLine[];
  readonly notMonitored: readonly string[];
  readonly groups: readonly Group[];
  readonly authority: Authority;
  readonly clauses: readonly { readonly number: string; readonly title: string; readonly text: string; readonly open: readonly string[] }[];
  readonly end: End;
}

/** What the appendix of a matrix says. Pure: the same of a draft and of a version. */
export function appendixOf(whole: MatrixDocument, of: AppendixOf): Appendix {
  const document = cleaned(of.personal ? whole : withoutPeople(whole));
  const groups = rowsOf(document);
  const rows = groups.flatMap((group) => group.rows);
  const clauses = filledClauses(document).map(({ title, text, pieces }, i) => ({ number: String(i + 1), title, text, open: pieces.flatMap(({ is, text: gap }) => (is === "gap" || is === "unknown" ? [gap] : [])) }));
  const end = endOf(document, of);
  const { validFrom, validUntil, reviewEvery } = document;
  const samples = document.activities.reduce((sum, { sla = [] }) => sum + sla.filter(({ negotiated }) => !negotiated).length, 0);
  const unconfirmed = rows.filter((row) => row.unconfirmed).length;
  const gaps = clauses.reduce((sum, { open }) => sum + open.length, 0);
  const said = (n: number, one: string, many: string): string[] => (n === 0 ? [] : [n === 1 ? one : many.replace("#", String(n))]);
  return {
    title: document.title, about: document.about ?? "", ...stateOf(of, end), made: dayInWords(of.at.slice(0, 10)),
    valid: validFrom === undefined && validUntil === undefined ? "no validity was agreed" : [validFrom === undefined ? "" : `from ${dayInWords(validFrom)}`, validUntil === undefined ? "" : `until ${dayInWords(validUntil)}`].filter(Boolean).join(" "),
    review: reviewEvery === undefined ? "" : sayEvery(reviewEvery),
    fingerprint: of.digest, shortFingerprint: of.digest.slice(0, 16),
    between: listed(document.parties.filter(({ kind }) => kind !== "regulator").map(({ name }) => name)),
    cautions: [
      ...said(samples, "One service level is a sample and was not negotiated: nobody owes it.", "# service levels are samples and were not negotiated: nobody owes them."),
      ...said(unconfirmed, "One activity still has the words of a template that nobody confirmed.", "# activities still have the words of a template that nobody confirmed."),
      ...said(gaps, "One point of the clauses is still to be agreed.", "# points of the clauses are still to be agreed."),
    ],
    personal: of.personal,
    ...partiesOf(document), ...scopeOf(document), groups, authority: authorityOf(document), clauses, end,
  };
}

const listed = (names: readonly string[]): string => (names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`);

function stateOf({ version }: AppendixOf, end: End): Pick<Appendix, "state" | "draft"> {
  if (version === undefined) return { state: "Draft, not signed", draft: true };
  if (end.certificate.length === 0) return { state: `Version ${version}, not signed`, draft: false };
  return { state: `Version ${version}, ${end.lines.length === 0 ? "signed by every signatory" : "not signed by every signatory"}`, draft: false };
}
