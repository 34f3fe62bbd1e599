import { minuteOf } from "#core/time/minute.ts";
import type { Zone } from "#core/time/zone.ts";
import type { Contents } from "./contents.ts";
import { html, name, type Markup } from "./markup.ts";
import { sayDay, zoneNamed } from "./moments.ts";
import type { Turn } from "./takers.ts";
import { dutyDays, isShort, turnInWords } from "./turns-in-words.ts";
import { dutyWeeks, type DutyWeek } from "./weeks.ts";
import { worldOf } from "./world.ts";

/** Every rotation week by week, on its own wall; roles that do not turn stand with their people. */
export function dutyTables(contents: Contents, usual: Zone): Markup {
  const { document } = contents;
  const world = worldOf(contents);
  const turning = [...new Map((document.rotations ?? []).map((rotation) => [rotation.role, rotation])).values()];
  if (turning.length === 0) return html`<p>Nobody takes turns. Everybody is on duty in their own hours, which stand with their numbers.</p>`;
  return html`<p class="soft">Roles that are not here do not take turns: their people are on duty in their own hours, which stand with their numbers.</p>${turning.map(({ role, timeZone }) => {
    const zone = timeZone === undefined ? usual : zoneNamed(timeZone);
    return html`<h3>${name(document.roles.find(({ id }) => id === role)?.name ?? role)} <span>${zone.name}</span></h3><table class="weeks"><thead><tr><th scope="col">Week from</th><th scope="col">On duty</th></tr></thead><tbody>${dutyWeeks(world, role, zone, minuteOf(contents.from), minuteOf(contents.until)).map((week) => html`<tr><th scope="row">${sayDay(week.from, zone)}</th><td data-of="On duty">${turns(contents, week, zone)}</td></tr>`)}</tbody></table>`;
  })}`;
}

function turns(contents: Contents, week: DutyWeek, zone: Zone): Markup {
  if (week.turns.length === 0) return html`<span class="none">nobody</span>`;
  if (isShort(week)) return html`<ul>${week.turns.map((turn) => html`<li>${taker(contents, turn)} ${turnInWords(turn, week, zone)}</li>`)}</ul>`;
  return html`<ul>${dutyDays(week, zone).map(({ days, shifts }) => html`<li>${days} ${shifts.length === 0 ? html`<span class="none">nobody</span>` : shifts.map(({ hours, turn }, i) => html`${i > 0 && ", "}${hours.split(" and ").map((one, n) => html`${n > 0 && " and "}<span class="hours">${one}</span>`)} ${taker(contents, turn)}`)}</li>`)}</ul>`;
}

function taker({ document }: Contents, { person, insteadOf, away }: Turn): Markup {
  const called = (id: string): Markup => name(document.people?.find((one) => one.id === id)?.name ?? id);
  if (away) return html`<span class="none">nobody</span> (${called(person)} is away)`;
  return html`<b>${called(person)}</b>${insteadOf !== undefined && html` for ${called(insteadOf)}`}`;
}
