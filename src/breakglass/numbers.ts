import type { Contact } from "#core/model/party.ts";
import { html, name, type Markup } from "./markup.ts";
import { KINDS } from "#core/model/spoken.ts";

/** Where the value is not on the card: only the party it belongs to has it. */
export const KEPT = "kept by its party";

/** The address a number or mail address opens, where it is one and nothing else. */
export function addressOf(kind: Contact["kind"], value: string): string | undefined {
  const digits = value.replace(/[\s().\u2010-\u2015-]/g, "");
  if (/^\+?\d{3,20}$/.test(digits)) return kind === "voice" ? `tel:${digits}` : kind === "sms" ? `sms:${digits}` : undefined;
  return kind === "email" && /^[^\s@<>"']+@[^\s@<>"']+$/.test(value) ? `mailto:${encodeURIComponent(value).replaceAll("%40", "@")}` : undefined;
}

/** One way to reach somebody, to press where a machine can use it. */
export function numberOf({ kind, value }: { readonly kind: Contact["kind"]; readonly value?: string | undefined }): Markup {
  if (value === undefined) return html`<span class="kept">${KINDS[kind]}: ${KEPT}</span>`;
  const address = addressOf(kind, value);
  const shown = name(value);
  // A number is read aloud: it does not break over two lines.
  const look = value.length <= 24 ? "number whole" : "number";
  return html`<span class="kind">${KINDS[kind]}</span> ${address === undefined ? html`<b class="${look}">${shown}</b>` : html`<a class="${look}" href="${address}">${shown}</a>`}`;
}
