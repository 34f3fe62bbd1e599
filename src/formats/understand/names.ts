/** A person, post or department named in a cell, with what stands behind the name. */
export interface NamedRole {
  readonly name: string;
  readonly condition?: string;
  /** One of several between whom nobody has decided: `X or Y`. */
  readonly alternative?: boolean;
}

const TAIL = /\s+((?:if|when|where|unless|as|according to|depending on|only|for|during|upon|on request|after hours|on escalation)\b.*)$/i;
const NOBODY = /^(?:[-–—.]+|n\s*\/\s*a|n\.a\.?|none|nil|tbd|tbc)$/i;

/** The names in a cell of an R, A, C or I column: separated by `;`, `,`, `/`, lines, `and`, `&` or `or`. */
export function readNames(cell: string): readonly NamedRole[] {
  const named: NamedRole[] = [];
  for (const group of cell.split(/\s*[;\n]\s*/)) {
    if (group === "" || NOBODY.test(group)) continue;
    const choices = protect(group).split(/\s+or\s+/i);
    const open = choices.length > 1;
    for (const choice of choices)
      for (const part of choice.split(/\s*(?:,|\s\+\s|\s&\s|(?<=\p{L}{2,})\/(?=\p{L}{2,})|\s\/\s|\s+and\s+)\s*/iu)) {
        const text = restore(part).trim();
        if (text === "" || NOBODY.test(text)) continue;
        named.push({ ...oneName(text), ...(open ? { alternative: true } : {}) });
      }
  }
  return named;
}

function oneName(text: string): NamedRole {
  const bracket = /^(.+?)\s*[([]([^)\]]+)[)\]]\s*(.*)$/.exec(text);
  if (bracket) return { name: bracket[1] ?? text, condition: [bracket[2], bracket[3]].filter(Boolean).join(" ") };
  const tail = TAIL.exec(text);
  if (tail && tail.index > 0) return { name: text.slice(0, tail.index), condition: tail[1] ?? "" };
  return { name: text };
}

/** Separators inside brackets and behind `if` belong to the condition, not between names. */
const INNER = /[([][^)\]]*[)\]]|\s(?:if|when|unless|according to|depending on)\b[^;,\n]*/gi;
const protect = (text: string): string => text.replace(INNER, (inner) => inner.replace(/,/g, "\u0001").replace(/&/g, "\u0002").replace(/\//g, "\u0003").replace(/ and /gi, "\u0004").replace(/ or /gi, "\u0005").replace(/\+/g, "\u0006"));
const restore = (text: string): string => text.replace(/\u0001/g, ",").replace(/\u0002/g, "&").replace(/\u0003/g, "/").replace(/\u0004/g, " and ").replace(/\u0005/g, " or ").replace(/\u0006/g, "+");
