/** Text that is markup already: only `html` makes it. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type Blank = Markup | string | number | false | null | undefined | readonly Blank[];

const SIGNS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "`": "&#96;" };

/** Text with every sign written out that could mean anything in HTML, in an element or in a quoted attribute. */
export const escaped = (text: string): string => text.replace(/[&<>"'`]/g, (sign) => SIGNS[sign] ?? "");

const filled = (blank: Blank): string => {
  if (blank instanceof Markup) return blank.text;
  if (blank === false || blank === null || blank === undefined) return "";
  return typeof blank === "object" ? blank.map(filled).join("") : escaped(String(blank));
};

/** Markup with blanks, each escaped unless it is markup itself. */
export const html = (parts: TemplateStringsArray, ...blanks: readonly Blank[]): Markup => new Markup(parts.map((part, i) => part + filled(blanks[i])).join(""));

/** Somebody's or something's name, kept from turning the line around it where it is written from right to left. */
export const name = (text: string): Markup => html`<bdi>${text}</bdi>`;

/** JSON as the text of a script element: no sign in it can end the element or open a comment. */
export const jsonBlock = (value: unknown): string => JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
