import { minuteOf } from "#core/time/minute.ts";
import { outOfForce, type Contents } from "./contents.ts";
import { html, name, type Markup } from "./markup.ts";
import { sayMoment, zoneNamed } from "./moments.ts";
import { usualZone } from "./world.ts";

/** What file this is, of which state of which matrix, and for how long it holds. */
export function about(contents: Contents): Markup {
  const { document, digests, version, timeZones, made, from, until } = contents;
  const zone = zoneNamed(usualZone(contents));
  const force = outOfForce(contents);
  const parts = [["numbers", "Everybody’s numbers", true], ["duty", "On duty", true], ["rights", "Who may decide", true], ["agreed", "Agreed in advance", (document.preAuthorisations ?? []).length > 0], ["clocks", "Clocks", (document.clocks ?? []).length > 0]] as const;
  return html`<h1>${name(document.title)}</h1>
<p class="valid">Holds from <b>${sayMoment(minuteOf(from), zone)}</b> until <b>${sayMoment(minuteOf(until), zone)}</b> <span>${zone.name}</span></p>${force !== undefined && html`<p class="warning"><b>${force}</b></p>`}
<p class="soft">Matrix <span class="digest">${digests.matrix.slice(0, 16)}</span>, ${version}</p>
<details class="origin"><summary>Where it comes from</summary><dl><dt>State</dt><dd>${version}</dd><dt>Made</dt><dd>${sayMoment(minuteOf(made), zone)}</dd><dt>Matrix</dt><dd class="digest">${digests.matrix}</dd><dt>Directory</dt><dd class="digest">${digests.directory}</dd><dt>Time zones</dt><dd>${timeZones}</dd></dl><p>The digests are SHA-256 of the whole matrix and of its directory. <code>remit digest</code> and the workspace show the same while nothing was changed.</p></details>
<nav aria-label="Parts of this file">${parts.map(([id, title, there]) => there && html`<a href="#${id}">${title}</a> `)}</nav>`;
}
