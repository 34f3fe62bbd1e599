import type { Clock, DecisionRight, EscalationPath, PreAuthorisation } from "./decision.ts";
import type { MatrixDocument } from "./document.ts";
import { sayDuration } from "./measure.ts";
import type { Hours } from "./party.ts";
import { VERB_WORDS } from "./verb-words.ts";

type Named = { readonly id: string; readonly name: string };
const named = (list: readonly Named[] | undefined, id: string): string => list?.find((item) => item.id === id)?.name ?? id;
export const listed = (words: readonly string[], last = "and"): string => (words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`);
const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

type Limited = Pick<DecisionRight, "events" | "severities" | "scope" | "party">;

/** To what something is limited: `for Ransomware, at S1 critical`. Empty where it is limited to nothing. */
export function limitsOf(document: MatrixDocument, of: Limited): string {
  return [
    of.events?.length ? `for ${listed(of.events.map((id) => named(document.events, id)), "or")}` : "",
    of.severities?.length ? `at ${listed(of.severities.map((id) => named(document.severities, id)), "or")}` : "",
    of.scope?.length ? `where only ${listed(of.scope.map((id) => named(document.scope, id)))} ${of.scope.length === 1 ? "is" : "are"} concerned` : "",
    of.party === undefined ? "" : `in matters of ${named(document.parties, of.party)}`,
  ].filter(Boolean).join(", ");
}

/** A role with its usual holders: `Security Lead (Nadia Osei)`; of more than `most` the rest is counted. */
export function roleWithHolders(document: MatrixDocument, id: string, most = Infinity): string {
  const role = document.roles.find((one) => one.id === id);
  const holders = (role?.holders ?? []).map((person) => named(document.people, person));
  const said = holders.length > most ? [...holders.slice(0, most), `${holders.length - most} more`] : holders;
  return `${role?.name ?? id}${said.length === 0 ? "" : ` (${listed(said)})`}`;
}

/** A right as a sentence without its end: who may do what, and within which bounds. */
export function rightInWords(document: MatrixDocument, right: DecisionRight, most = Infinity): string {
  const who = [right.person === undefined ? "" : named(document.people, right.person), right.role === undefined ? "" : roleWithHolders(document, right.role, most)].filter(Boolean);
  const bounds = [
    right.deny === true && right.scope?.length ? `${limitsOf(document, { ...right, scope: undefined })}${limitsOf(document, { ...right, scope: undefined }) === "" ? "" : ", "}where ${listed(right.scope.map((id) => named(document.scope, id)), "or")} is concerned` : limitsOf(document, right),
    right.mode === "n-of-m" ? `${right.n ?? 1} of those entitled together` : right.mode === "one-per-party" ? "together with one of every other party that has this right" : "",
    right.limits?.duration === undefined ? "" : `for ${sayDuration(right.limits.duration)} at most`,
    right.limits?.reversibleOnly === true ? "only what can be reversed" : "",
    right.limits?.blastRadius ?? "",
    right.calendar === undefined ? "" : `in the hours of ${named(document.calendars, right.calendar)}`,
    right.from === undefined ? "" : `from ${right.from}`,
    right.until === undefined ? "" : `until ${right.until}`,
  ].filter(Boolean);
  return `${listed(who, "or") || "nobody named"} may ${right.deny === true ? "not " : ""}${VERB_WORDS[right.verb]}${bounds.length === 0 ? "" : `: ${bounds.join("; ")}`}`;
}

/** When an action agreed in advance may be taken. */
export function whenInWords(document: MatrixDocument, grant: PreAuthorisation): string {
  if (grant.when === "always") return "at any time";
  if (grant.when === "after-all-tried") return `after everybody entitled was tried for ${sayDuration(grant.triedFor ?? "PT15M")}`;
  return `outside ${grant.calendar === undefined ? "business hours" : `the hours of ${named(document.calendars, grant.calendar)}`}`;
}

/** What taking an agreed action obliges to, in order. */
export function obligationsOf(document: MatrixDocument, grant: PreAuthorisation): readonly string[] {
  const holder = grant.authorityHolder === undefined ? "the authority holder" : roleWithHolders(document, grant.authorityHolder);
  return [`tell ${holder} within ${sayDuration(grant.tellWithin ?? "PT15M")}`, `record the facts within ${sayDuration(grant.recordWithin ?? "PT4H")}`, `have it ratified or reversed within ${sayDuration(grant.ratifyWithin ?? "PT24H")}, by somebody else`];
}

export function clockInWords(document: MatrixDocument, clock: Clock): string {
  const calendar = document.calendars?.find(({ id }) => id === clock.calendar);
  const limit = clock.limit === undefined ? "without unreasonable delay" : `${sayDuration(clock.limit)}${calendar === undefined || calendar.always === true ? "" : ` of ${calendar.name}`}`;
  const people = [clock.determiner === undefined ? "" : `${roleWithHolders(document, clock.determiner)} determines that`, clock.submitter === undefined ? "" : `${roleWithHolders(document, clock.submitter)} submits`].filter(Boolean);
  return `${limit} from ${lower(clock.anchor)}${clock.after === undefined ? "" : `, once ${document.clocks?.find(({ id }) => id === clock.after)?.name ?? clock.after} is submitted`}${people.length === 0 ? "" : `; ${people.join(", ")}`}`;
}

const CHANNELS = { voice: "by telephone", sms: "by text message", push: "by push message", chat: "by chat", email: "by e-mail" } as const;
export const KINDS = { voice: "Telephone", sms: "Text message", push: "Push", chat: "Chat", email: "E-mail" } as const;

/** One step of a way of calls: `after 15 min: Incident Lead (Rob Sinclair), by telephone or by text message`. */
export const stepInWords = (document: MatrixDocument, { after, roles, channels }: EscalationPath["steps"][number]): string =>
  `${/^P(?:T?0[A-Z])*$/.test(after) ? "at once" : `after ${sayDuration(after)}`}: ${listed(roles.map((role) => roleWithHolders(document, role)))}${channels?.length ? `, ${listed(channels.map((channel) => CHANNELS[channel]), "or")}` : ""}`;

const WEEKDAYS = { mon: "Mon", tue: "Tue", wed: "Wed", thu: "Thu", fri: "Fri", sat: "Sat", sun: "Sun" } as const;
const IN_ORDER = Object.keys(WEEKDAYS) as (keyof typeof WEEKDAYS)[];

/** `Mon to Fri 06:00 to 15:00`. */
export const hoursInWords = (hours: readonly Hours[] | undefined): string =>
  (hours ?? []).map(({ days, from, until }) => {
    const at = days.map((day) => IN_ORDER.indexOf(day)).sort((a, b) => a - b);
    const run = at.length > 2 && at.every((day, i) => i === 0 || day === (at[i - 1] as number) + 1);
    const said = run ? `${WEEKDAYS[IN_ORDER[at[0] as number] as "mon"]} to ${WEEKDAYS[IN_ORDER[at.at(-1) as number] as "mon"]}` : listed(at.map((day) => WEEKDAYS[IN_ORDER[day] as "mon"]));
    return `${said} ${from} to ${until}`;
  }).join(", ");
