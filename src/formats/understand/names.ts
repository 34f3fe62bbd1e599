import { isUndecided } from "./undecided.ts";

/** A person, post or department named in a cell, with what stands behind the name. */
export interface NamedRole {
  readonly name: string;
  readonly condition?: string;
  /** What of the condition stood in brackets right behind the name, and what stood behind them. */
  readonly bracket?: string;
  readonly behind?: string;
  /** One of several between whom nobody has decided: `X or Y`. */
  readonly alternative?: boolean;
}

const TAIL = /\s+((?:if|when|where|unless|as|according to|depending on|only|for|during|upon|on request|after hours|on escalation)\b.*)$/i;
const NOBODY = /^(?:[-–—.]+|n\s*\/\s*a|n\.a\.?|none|nil)$/i;

/** The names in a cell of an R, A, C or I column: separated by `;`, `,`, `/`, lines, `and`, `&` or `or`. */
export function readNames(cell: string): readonly NamedRole[] {
  const named: NamedRole[] = [];
  for (const group of cell.split(/\s*[;\n]\s*/)) {
    if (group === "" || NOBODY.test(group) || isUndecided(group)) continue;
    const choices = protect(group).split(/\s+or\s+/i);
    const open = choices.length > 1;
    for (const choice of choices)
      for (const part of choice.split(/\s*(?:,|\s\+\s|\s&\s|(?<=\p{L}{2,})\/(?=\p{L}{2,})|\s\/\s|\s+and\s+)\s*/iu)) {
        const text = restore(part).trim();
        if (text === "" || NOBODY.test(text) || isUndecided(text)) continue;
        named.push({ ...oneName(text), ...(open ? { alternative: true } : {}) });
      }
  }
  return named;
}

function oneName(text: string): NamedRole {
  // `CISO?` names somebody, and doubts it.
  const doubted = /^(.*[^\s?])\s*(\?+)$/.exec(text);
  if (doubted) {
    const sure = oneName(doubted[1] ?? text);
    return { ...sure, condition: [sure.condition, doubted[2]].filter(Boolean).join(" "), ...(sure.bracket === undefined ? {} : { behind: [sure.behind, doubted[2]].filter(Boolean).join(" ") }) };
  }
  const [, name = text, inside = "", behind = ""] = /^(.+?)\s*[([]([^)\]]+)[)\]]\s*(.*)$/.exec(text) ?? [];
  const after = behind.replace(/^[([]([^()[\]]*)[)\]]$/, "$1");
  if (inside !== "") return { name, condition: [inside, after].filter(Boolean).join(" "), bracket: inside.trim(), ...(after === "" ? {} : { behind: after }) };
  const tail = TAIL.exec(text);
  if (tail && tail.index > 0) return { name: text.slice(0, tail.index), condition: tail[1] ?? "" };
  return { name: text };
}

/** Whether part of a cell of names says that somebody is still to be found: `TBD / CISO`. */
export const namesStillOpen = (cell: string): boolean => /[?]|\b(?:t\.?b|to be|not yet|un|pending)/i.test(cell) && cell.split(/\s*(?:[;,\n/&+]|\b(?:or|and)\b)\s*/i).some((part) => isUndecided(part.trim()));

/** Separators inside brackets and behind `if` belong to the condition, not between names. */
const INNER = /[([][^)\]]*[)\]]|\s(?:if|when|unless|according to|depending on)\b[^;,\n]*/gi;
const protect = (text: string): string => text.replace(INNER, (inner) => inner.replace(/,/g, "\u0001").replace(/&/g, "\u0002").replace(/\//g, "\u0003").replace(/ and /gi, "\u0004").replace(/ or /gi, "\u0005").replace(/\+/g, "\u0006"));
const restore = (text: string): string => text.replace(/\u0001/g, ",").replace(/\u0002/g, "&").replace(/\u0003/g, "/").replace(/\u0004/g, " and ").replace(/\u0005/g, " or ").replace(/\u0006/g, "+");
