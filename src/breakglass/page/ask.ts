import { minuteOf, type Minute } from "#core/time/minute.ts";
import { Memory } from "#core/who/memory.ts";
import type { Anchors } from "#core/who/clocks.ts";
import type { Contents } from "../contents.ts";
import { answerMarkup } from "../answer-markup.ts";
import { html, name, type Markup } from "../markup.ts";
import { zoneNamed } from "../moments.ts";
import { bySeverity } from "../paper.ts";
import { answered, zonesOf } from "../world.ts";
import { warningsOf } from "./warnings.ts";
import { element, show } from "./show.ts";

const thisMinute = (): Minute => Math.floor(Date.now() / 60_000);
/** What a field for date and time takes, from a wall-clock time. */
const typed = (wall: number): string => new Date(wall * 60_000).toISOString().slice(0, 16);

/** The part of a card that answers: it asks again at every change, and every minute while it is asked about now. */
export function ask(contents: Contents): void {
  const { document: matrix } = contents;
  const place = element("ask");
  place.hidden = false;
  if ((matrix.events ?? []).length === 0 || (matrix.severities ?? []).length === 0) return show(place, html`<p class="none">The matrix names no events or no severities: there is nothing to ask. Everybody's numbers stand below.</p>`);
  show(place, form(contents));
  const memory = new Memory();
  const silent = new Set<string>();
  let pinned: Minute | undefined;

  const event = element<HTMLSelectElement>("event");
  const severity = element<HTMLSelectElement>("severity");
  const zoneChoice = element<HTMLSelectElement>("zone");
  const when = element<HTMLInputElement>("when");
  const now = element<HTMLButtonElement>("now");
  const zone = () => zoneNamed(zoneChoice.value);
  const instant = (value: string): Minute | undefined => (Number.isFinite(Date.parse(`${value}Z`)) ? zone().begin(minuteOf(`${value}Z`)) : undefined);

  const anchors = (): Anchors =>
    Object.fromEntries([...place.querySelectorAll<HTMLInputElement>("[data-clock]")].flatMap((field) => {
      const at = instant(field.value);
      return at === undefined ? [] : [[field.dataset["clock"] ?? "", { started: new Date(at * 60_000).toISOString() }]];
    }));

  const answer = (): void => {
    const at = pinned ?? thisMinute();
    if (pinned === undefined) when.value = typed(zone().wall(at));
    now.setAttribute("aria-pressed", String(pinned === undefined));
    show(element("warnings"), warningsOf(contents, thisMinute(), at, zone()));
    const found = answered(matrix, { event: event.value, severity: severity.value === "" ? undefined : severity.value, at, missing: [...silent], anchors: anchors() }, memory);
    const people = [...silent].map((id) => matrix.people?.find((one) => one.id === id)?.name ?? id);
    show(element("silent"), silent.size === 0 ? html`` : html`<p>Tried without an answer: ${people.map((one, i) => html`${i > 0 && ", "}<b>${name(one)}</b>`)}. <button type="button" id="again">Count them in again</button></p>`);
    show(element("answer"), answerMarkup(found, { document: matrix, zone: zone() }));
  };

  for (const choice of [event, severity]) choice.addEventListener("change", answer);
  zoneChoice.addEventListener("change", () => {
    if (pinned !== undefined) when.value = typed(zone().wall(pinned));
    answer();
  });
  when.addEventListener("input", () => {
    const at = instant(when.value);
    if (at === undefined) return;
    pinned = at;
    answer();
  });
  now.addEventListener("click", () => {
    pinned = undefined;
    answer();
  });
  place.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement && target.dataset["clock"] !== undefined) answer();
  });
  place.addEventListener("click", ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    if (target.id === "again") silent.clear();
    else if (target.dataset["silent"] !== undefined) silent.add(target.dataset["silent"]);
    else return;
    answer();
    element("answer").focus();
  });
  let last = thisMinute();
  setInterval(() => {
    if (pinned !== undefined || last === thisMinute()) return;
    last = thisMinute();
    answer();
  }, 5_000);
  answer();
}

function form(contents: Contents): Markup {
  const { document: matrix } = contents;
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zones = [...new Set([...zonesOf(contents), ...(own === undefined ? [] : [own])])];
  return html`<h2>Who now?</h2>
<form><div><label for="event">What happened</label><select id="event">${(matrix.events ?? []).map(({ id, name: said }) => html`<option value="${id}">${said}</option>`)}</select></div>
<div><label for="severity">How severe</label><select id="severity"><option value="">Not known: as the worst</option>${bySeverity(contents).map(({ id, name: said }) => html`<option value="${id}">${said}</option>`)}</select></div>
<div class="time"><label for="when">When</label><input id="when" type="datetime-local"><button type="button" id="now" aria-pressed="true">Now</button></div>
<div><label for="zone">Times in</label><select id="zone">${zones.map((one) => html`<option value="${one}">${one}${one === own && " (this machine)"}</option>`)}</select></div></form>
${(matrix.clocks ?? []).length > 0 && html`<details class="anchors"><summary>When clocks started</summary><p class="soft">Where it is not said, a clock is counted from the time asked about.</p>${(matrix.clocks ?? []).map(({ id, name: clock, anchor }) => html`<label>${name(clock)} <span class="soft">${anchor}</span><input type="datetime-local" data-clock="${id}"></label>`)}</details>`}
<div id="silent" aria-live="polite"></div><div id="answer" aria-live="polite" tabindex="-1"></div>`;
}

