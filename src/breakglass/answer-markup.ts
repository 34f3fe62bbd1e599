import { VERB_WORDS } from "#core/model/verb-words.ts";
import type { Verb } from "#core/model/decision.ts";
import { minuteOf } from "#core/time/minute.ts";
import type { Zone } from "#core/time/zone.ts";
import type { Answer, Callee, ClockRead, Decider, Told } from "#core/who/answer.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { html, name, type Blank, type Markup } from "./markup.ts";
import { sayMoment } from "./moments.ts";
import { numberOf } from "./numbers.ts";
import { whenInWords } from "#core/model/spoken.ts";

interface Page {
  readonly document: MatrixDocument;
  readonly zone: Zone;
}

/** An answer as it stands on the card: who first, then who decides, whom to ask and tell, the clocks, the gaps, and why. */
export function answerMarkup(answer: Answer, page: Page): Markup {
  const { contact, backup, consult, decide, inform, clocks, gaps, because, validUntil } = answer;
  const moment = (instant: string): string => sayMoment(minuteOf(instant), page.zone);
  return html`<p class="asked">${name(answer.event.name)}, ${name(answer.severity.name)}, ${moment(answer.at)} <span>${page.zone.name}</span></p>
<div class="call">${callee(contact, "Call", "first", answer.at, moment)}${backup === null ? html`<p class="none">There is nobody else to call after that.</p>` : callee(backup, "If there is no answer", "second", answer.at, moment)}</div>
${part("What does not hold", gaps.length > 0 && html`<ul class="gaps">${gaps.map(({ says }) => html`<li>${sentence(says, moment)}</li>`)}</ul>`)}
${part("Who may decide", html`<ul class="decide">${Object.entries(decide).map(([verb, deciders]) => html`<li><b>${capital(VERB_WORDS[verb as Verb])}</b>${(deciders ?? []).length === 0 ? html`<p class="none">Nobody may, or can be reached in time.</p>` : (deciders ?? []).map((one) => decider(one, answer.at, page, moment))}</li>`)}</ul>`)}
${part("Ask before deciding", told(consult, moment))}
${part("Tell", told(inform, moment))}
${part("Clocks", clocks.length > 0 && html`<ul>${clocks.map((clock) => html`<li>${clockLine(clock, moment)}</li>`)}</ul>`)}
<details><summary>Why this is the answer</summary><ul class="why">${because.map(({ says }) => html`<li>${sentence(says, moment)}</li>`)}</ul></details>
<p class="changes">${validUntil === null ? "Nothing that is known changes this answer." : `This answer holds until ${moment(validUntil)}.`}</p>`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A sentence of the core for somebody at two in the morning: decisions in words, instants on their wall. */
const sentence = (text: string, moment: (instant: string) => string): string =>
  capital(text.replace(/`([^`]+)`/g, (_, said: string) => VERB_WORDS[said as Verb] ?? `“${said}”`).replace(/\d{4}-\d\d-\d\dT\d\d:\d\dZ/g, moment));

const part = (title: string, body: Blank): Markup | false => body !== false && html`<section><h3>${title}</h3>${body}</section>`;

function callee(one: Callee | null, title: string, place: string, at: string, moment: (instant: string) => string): Markup {
  if (one === null) return html`<div class="callee" data-place="${place}"><h3>${title}</h3><p class="nobody">Nobody can be reached</p><p>Not even the last resort. Use any number below.</p></div>`;
  const { person, roleName, party, insteadOf, from, methods } = one;
  return html`<div class="callee" data-place="${place}"><h3>${title}${from === at ? "" : html` <span>from ${moment(from)}</span>`}</h3><p class="name">${name(one.name)}</p><p class="post">${roleName === undefined ? "last resort" : name(roleName)}, ${name(party)}${insteadOf === undefined ? "" : ", standing in"}</p><ul class="numbers">${methods.map((method) => html`<li>${numberOf(method)}${method.verified ? "" : html` <span class="unsure">not verified</span>`}</li>`)}</ul><button type="button" class="silent" data-silent="${person}">Does not answer</button></div>`;
}

function decider(one: Decider, at: string, { document }: Page, moment: (instant: string) => string): Markup {
  const grant = one.by === "pre-authorisation" ? document.preAuthorisations?.find(({ id }) => id === one.under) : undefined;
  const how = [
    one.from === at ? "" : `from ${moment(one.from)}`,
    one.by === "delegation" ? `by delegation of ${document.people?.find(({ id }) => id === one.insteadOf)?.name ?? "another"}, who stays accountable${one.mode === "sole" ? "" : ": the two are one voice"}` : "",
    one.mode === "n-of-m" ? `${one.needed ?? 1} together` : one.mode === "one-per-party" ? "one for each party" : "",
    grant === undefined ? (one.limits ?? "") : "",
  ].filter(Boolean).join("; ");
  return html`<div class="decider"><p>${name(one.name)}, ${name(one.party)}${how === "" ? "" : html` <span class="how">${how}</span>`}</p>${one.methods.length > 0 && html`<p class="numbers">${one.methods.map((method, i) => html`${i > 0 && ", "}${numberOf(method)}`)}</p>`}${grant !== undefined && html`<p class="grant">Agreed in advance: ${grant.actions.join("; ")}. If ${grant.trigger}, ${whenInWords(document, grant)}.${grant.limits !== undefined && ` ${grant.limits}.`} Then ${(one.obligations ?? []).join("; ")}.</p>`}</div>`;
}

function told(list: readonly Told[], moment: (instant: string) => string): Markup | false {
  return list.length > 0 && html`<ul>${list.map(({ roleName, name: who, by, condition, before, because }) => html`<li>${who === undefined ? html`${name(roleName)} <span class="none">nobody there can be reached</span>` : html`<b>${name(who)}</b>, ${name(roleName)}`}${before === undefined ? "" : `, before anybody may ${before.map((verb) => VERB_WORDS[verb]).join(" or ")}`}${by === undefined ? "" : `, by ${moment(by)}`}${condition === undefined ? "" : `, ${condition}`} <span class="source">${because}</span></li>`)}</ul>`;
}

function clockLine({ name: clock, due, assumed, anchor, derivation, determiner, submitter, source }: ClockRead, moment: (instant: string) => string): Markup {
  const people = [determiner === undefined ? "" : `${determiner} determines it`, submitter === undefined ? "" : `${submitter} submits`].filter(Boolean).join(", ");
  return html`<b>${clock}</b>${source !== undefined && ` (${source})`}: ${due === undefined ? derivation : html`due <b class="due">${moment(due)}</b>${assumed && ` if ${anchor} was at the time asked about`}`}${people === "" ? "" : `. ${people}`}`;
}

