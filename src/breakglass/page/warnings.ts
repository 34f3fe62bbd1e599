import { DAY, minuteOf, type Minute } from "#core/time/minute.ts";
import type { Zone } from "#core/time/zone.ts";
import type { Contents } from "../contents.ts";
import { html, type Markup } from "../markup.ts";
import { sayMoment } from "../moments.ts";

/** So long before its end a file asks for a new one. */
const SOON = 3 * DAY;

/** What makes an answer doubtful: the file ran out, the machine's clock cannot be right, or another time is asked about. */
export function warningsOf({ made, from, until }: Contents, now: Minute, at: Minute, zone: Zone): Markup {
  const [born, begins, ends] = [minuteOf(made), minuteOf(from), minuteOf(until)];
  const say = (minute: Minute): string => sayMoment(minute, zone);
  return html`${
    // A file cannot be read before it was made: the clock is wrong, or somebody set it back.
    now < born - 10 && html`<p class="warning"><b>The clock of this machine is wrong.</b> It says ${say(now)}, and this file was made ${say(born)}. Set the time below by hand.</p>`
  }${now >= ends && html`<p class="warning"><b>This file ran out ${say(ends)}.</b> People and numbers may have changed since, or the clock of this machine is wrong: it says ${say(now)}. Use it only if there is nothing newer, and check every number.</p>`}${
    now < ends && now > ends - SOON && html`<p class="notice">This file runs out ${say(ends)}. Make a new one.</p>`
  }${(at < begins || at >= ends) && (at !== now || now < begins) && html`<p class="warning"><b>This file does not hold then; it holds from ${say(begins)} until ${say(ends)}.</b> It is asked about ${say(at)}.</p>`}`;
}
