import { minuteOf } from "#core/time/minute.ts";
import { Memory } from "#core/who/memory.ts";
import { VERB_WORDS } from "#core/model/verb-words.ts";
import type { Verb } from "#core/model/decision.ts";
import type { Contents } from "./contents.ts";
import { dutyTables } from "./duty-markup.ts";
import { clockInWords, limitsOf, listed, obligationsOf, rightInWords, roleWithHolders, stepInWords, whenInWords } from "#core/model/spoken.ts";
import { html, name, type Blank, type Markup } from "./markup.ts";
import { sayMoment, zoneNamed } from "./moments.ts";
import { numberOf } from "./numbers.ts";
import { peopleTable } from "./people-markup.ts";
import { answered, asMade, usualZone } from "./world.ts";

/** Everything of a card that stands there without a machine to ask: it is read where no script runs, and on paper. */
export function paper(contents: Contents): Markup {
  const { document } = contents;
  const zone = zoneNamed(usualZone(contents));
  const moment = (instant: string): string => sayMoment(minuteOf(instant), zone);
  return html`${part("first-calls", "Who is called first", firstCalls(contents))}
${part("duty", "Who is on duty, week by week", dutyTables(contents, zone))}
${part("numbers", "Everybody and their numbers", peopleTable(contents, zone))}
${part("last-resort", "Last resort", lastResort(contents))}
${part("ways", "The ways of calls", (document.escalationPaths ?? []).length > 0 && html`${(document.escalationPaths ?? []).map((path) => html`<h3>${name(path.name)}</h3>${limitsOf(document, path) !== "" && html`<p class="soft">${limitsOf(document, path)}</p>`}<ol>${path.steps.map((step) => html`<li>${stepInWords(document, step)}</li>`)}</ol>${path.then !== undefined && html`<p>Then: ${document.escalationPaths?.find(({ id }) => id === path.then)?.name ?? path.then}</p>`}`)}`)}
${part("rights", "Who may decide what", html`<p class="soft">Whatever is not written here, nobody may decide. A refusal stands over every right.</p><ul>${(document.decisionRights ?? []).map((right) => html`<li>${rightInWords(document, right)}</li>`)}</ul>${(document.directory?.delegations ?? []).length > 0 && html`<h3>Lent to others</h3><ul>${(document.directory?.delegations ?? []).map(({ from, to, verbs, starts, ends }) => html`<li>${personName(contents, to)} for ${personName(contents, from)}: ${listed(verbs.map((verb) => VERB_WORDS[verb]))}, from ${moment(starts)} until ${moment(ends)}</li>`)}</ul>`}`)}
${part("agreed", "What may be done at once, because it was agreed in advance", (document.preAuthorisations ?? []).length > 0 && (document.preAuthorisations ?? []).map((grant) => html`<div class="grant"><h3>${name(grant.actions.join("; "))}</h3><dl><dt>If</dt><dd>${grant.trigger}</dd><dt>When</dt><dd>${[limitsOf(document, grant), whenInWords(document, grant)].filter(Boolean).join(", ")}</dd><dt>Who</dt><dd>${listed(grant.performers.map((role) => roleWithHolders(document, role)), "or")}</dd>${grant.limits !== undefined && html`<dt>Limits</dt><dd>${grant.limits}</dd>`}${grant.rollback !== undefined && html`<dt>To undo</dt><dd>${grant.rollback}</dd>`}<dt>Then</dt><dd>${obligationsOf(document, grant).join("; ")}</dd></dl></div>`))}
${part("clocks", "Clocks", (document.clocks ?? []).length > 0 && html`<ul>${(document.clocks ?? []).map((clock) => html`<li><b>${name(clock.name)}</b>${clock.source !== undefined && ` (${clock.source})`}: ${clockInWords(document, clock)}${limitsOf(document, clock) !== "" && ` (${limitsOf(document, clock)})`}</li>`)}</ul>`)}
${part("lists", "Who has to be told", (document.informLists ?? []).length > 0 && html`<ul>${(document.informLists ?? []).map((list) => html`<li><b>${name(list.name)}</b>${limitsOf(document, list) !== "" && ` (${limitsOf(document, list)})`}: ${listed(list.roles.map((role) => roleWithHolders(document, role)))}</li>`)}</ul>`)}
${part("levels", "How severe it is", (document.severities ?? []).some(({ criteria }) => criteria !== undefined) && html`<dl>${bySeverity(contents).map(({ name: level, criteria }) => html`<dt>${name(level)}</dt><dd>${criteria ?? "no criteria are written down"}</dd>`)}</dl><p class="soft">In doubt, the higher one.</p>`)}`;
}

const part = (id: string, title: string, body: Blank): Markup | false => body !== false && html`<section id="${id}"><h2>${title}</h2>${body}</section>`;

const personName = ({ document }: Contents, id: string): Markup => name(document.people?.find((one) => one.id === id)?.name ?? id);
export const bySeverity = ({ document }: Contents) => [...(document.severities ?? [])].sort((a, b) => a.rank - b.rank);

function firstCalls(contents: Contents): Markup {
  const { document } = contents;
  const at = asMade(contents);
  const zone = zoneNamed(usualZone(contents));
  const memory = new Memory();
  const asked = (document.events ?? []).flatMap((event) => bySeverity(contents).map((severity) => ({ event, severity, answer: answered(document, { event: event.id, severity: severity.id, at }, memory) })));
  // Severities that are answered alike are one line of the table.
  const lines = [...Map.groupBy(asked, ({ event, answer }) => JSON.stringify([event.id, answer.contact, answer.backup, answer.decide])).values()].flatMap((alike) => alike.slice(0, 1).map(({ event, answer }) => ({ event, answer, severities: listed(alike.map(({ severity }) => severity.name)) })));
  if (lines.length === 0) return html`<p class="none">The matrix names no ${(document.events ?? []).length === 0 ? "events" : "severities"}, so there is nothing to ask about.</p>`;
  const person = (one: (typeof lines)[number]["answer"]["contact"]): Markup => (one === null ? html`<span class="none">nobody</span>` : html`<b>${name(one.name)}</b> ${one.methods.slice(0, 1).map(numberOf)}`);
  return html`<p class="soft">As of ${sayMoment(at, zone)}, ${zone.name}. Who is on duty changes: for another time look at the weeks below.</p>
<table class="calls"><thead><tr><th scope="col">Event</th><th scope="col">Severity</th><th scope="col">Call</th><th scope="col">Then</th><th scope="col">May decide</th></tr></thead><tbody>${lines.map(({ event, severities, answer }) => html`<tr><th scope="row">${name(event.name)}</th><td data-of="Severity">${name(severities)}</td><td data-of="Call">${person(answer.contact)}</td><td data-of="Then">${person(answer.backup)}</td><td data-of="May decide"><ul>${Object.entries(answer.decide).map(([verb, deciders]) => html`<li>${VERB_WORDS[verb as Verb]}: ${(deciders ?? []).length === 0 ? html`<span class="none">nobody</span>` : listed([...new Set((deciders ?? []).map((one) => `${one.name}${one.by === "pre-authorisation" ? " (agreed in advance)" : one.limits === undefined ? "" : " (within limits)"}`))], "or")}</li>`)}</ul></td></tr>`)}</tbody></table>`;
}

function lastResort({ document }: Contents): Markup | false {
  const people = [...new Set((document.escalationPaths ?? []).flatMap(({ lastResort }) => lastResort ?? []))];
  return people.length > 0 && html`<p class="soft">When nobody on the way of calls answers: again and again, until somebody decides.</p><ul>${people.map((id) => {
    const person = document.people?.find((one) => one.id === id);
    const contacts = (document.directory?.contacts ?? []).filter((one) => one.person === id);
    return html`<li><b>${name(person?.name ?? id)}</b>, ${name(document.parties.find((party) => party.id === person?.party)?.name ?? "")}${contacts.map((contact) => html`, ${numberOf(contact)}`)}</li>`;
  })}</ul>`;
}
