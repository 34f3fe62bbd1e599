import { minuteOf } from "#core/time/minute.ts";
import type { Zone } from "#core/time/zone.ts";
import type { Contact } from "#core/model/party.ts";
import { MAXIMUM_AGE } from "#core/who/reach.ts";
import { after } from "#core/time/duration.ts";
import { absencesIn } from "./away.ts";
import type { Contents } from "./contents.ts";
import { hoursInWords, listed } from "#core/model/spoken.ts";
import { html, name, type Markup } from "./markup.ts";
import { sayDay, sayMoment } from "./moments.ts";
import { numberOf } from "./numbers.ts";

/** Everybody with their posts, hours, absences and numbers, party by party. */
export function peopleTable(contents: Contents, zone: Zone): Markup {
  const { document } = contents;
  const contacts = document.directory?.contacts ?? [];
  const away = absencesIn(contents);
  const person = (id: string): string => document.people?.find((one) => one.id === id)?.name ?? id;
  return html`${document.parties.map((party) => {
    const people = (document.people ?? []).filter((one) => one.party === party.id);
    const shared = contacts.filter((contact) => contact.person === undefined && document.roles.find(({ id }) => id === contact.role)?.party === party.id);
    if (people.length === 0 && shared.length === 0) return false;
    return html`<h3>${name(party.name)}</h3><table><thead><tr><th scope="col">Who</th><th scope="col">Posts and hours</th><th scope="col">Numbers</th></tr></thead><tbody>${people.map((one) => html`<tr><th scope="row">${name(one.name)}</th><td data-of="Posts and hours">${listed(document.roles.filter(({ holders }) => holders?.includes(one.id)).map(({ name: post }) => post)) || html`<span class="soft">no post</span>`}<p class="soft">${one.dutyHours?.length ? hoursInWords(one.dutyHours) : "any hour"}${one.timeZone !== undefined && `, ${one.timeZone}`}${one.substitute !== undefined && `; ${person(one.substitute)} stands in`}</p>${away.filter((absence) => absence.person === one.id).map((absence) => html`<p class="unsure">away ${sayMoment(minuteOf(absence.from), zone)} to ${sayMoment(minuteOf(absence.until), zone)}${absence.substitute !== undefined && `, ${person(absence.substitute)} stands in`}</p>`)}</td><td data-of="Numbers">${numbers(contacts.filter((contact) => contact.person === one.id), contents, zone)}</td></tr>`)}${shared.map((contact) => html`<tr><th scope="row">${name(document.roles.find(({ id }) => id === contact.role)?.name ?? "")}</th><td data-of="Posts and hours">nobody in particular</td><td data-of="Numbers">${numbers([contact], contents, zone)}</td></tr>`)}</tbody></table>`;
  })}`;
}

function numbers(contacts: readonly Contact[], { made }: Contents, zone: Zone): Markup {
  if (contacts.length === 0) return html`<span class="none">no number</span>`;
  return html`<ul>${contacts.map((contact) => html`<li>${numberOf(contact)}${contact.shared === true && html` <span class="unsure">shared, reaches nobody in particular</span>`}${contact.hours?.length ? ` ${hoursInWords(contact.hours)}` : ""} <span class="soft">${verified(contact, minuteOf(made), zone)}</span></li>`)}</ul>`;
}

function verified({ verifiedAt, maximumAge }: Contact, made: number, zone: Zone): string {
  if (verifiedAt === undefined) return "never verified";
  const at = minuteOf(verifiedAt);
  return `${after(at, maximumAge ?? MAXIMUM_AGE) <= made ? "not verified since" : "verified"} ${sayDay(at, zone)}`;
}
