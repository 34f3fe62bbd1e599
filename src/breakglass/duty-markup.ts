import { minuteOf, WEEK } from "#core/time/minute.ts";
import type { Zone } from "#core/time/zone.ts";
import type { Contents } from "./contents.ts";
import { html, name, type Markup } from "./markup.ts";
import { sayDay, sayTurn, zoneNamed } from "./moments.ts";
import { dutyWeeks, type DutyWeek } from "./weeks.ts";
import { worldOf } from "./world.ts";

/** So many turns of one week are still read; more are counted. */
const MOST_TURNS = 21;

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

function turns({ document }: Contents, { from, until, turns: all }: DutyWeek, zone: Zone): Markup {
  if (all.length === 0) return html`<span class="none">nobody</span>`;
  return html`<ul>${all.slice(0, MOST_TURNS).map((turn) => html`<li><b>${name(document.people?.find(({ id }) => id === turn.person)?.name ?? turn.person)}</b> ${turnInWords(turn, { from, until }, zone)}</li>`)}${all.length > MOST_TURNS && html`<li>and ${all.length - MOST_TURNS} more turns in this week</li>`}</ul>`;
}

/** `from Mon 08:00 until Wed 20:00`, ends that are those of the week left out. */
export function turnInWords(turn: { readonly from: number; readonly until: number }, week: { readonly from: number; readonly until: number }, zone: Zone): string {
  const ends = [turn.from > week.from ? `from ${sayTurn(turn.from, zone)}` : "", turn.until < week.until ? `until ${sayTurn(turn.until, zone)}` : ""].filter(Boolean).join(" ");
  return ends === "" ? (week.until - week.from >= WEEK - 120 ? "all week" : "all the time") : ends;
}
