/** Characters a backslash makes plain, and what keeps their place while the marks around are read. */
const ESCAPED = /\\([\\`*_{}[\]()#+\-.!|~$<>&"'=:;,/?@^%])/g;
const FIRST = 0xe000;
const PLACES = /[\ue000-\ue07f]/g;

/**
 * Inline Markdown as the reader sees it: without stars, code ticks, link targets and HTML breaks. Marks
 * that stand further apart than any writer puts them stay as they are, so that no cell takes long.
 */
export function plainInline(text: string): string {
  return text
    .replace(PLACES, "")
    .replace(ESCAPED, (_, mark: string) => String.fromCharCode(FIRST + mark.charCodeAt(0)))
    .replace(/<br\s*\/?>/gi, "\n")
    .replace(/!?\[([^\]]{0,300})\]\([^)]{0,1000}\)/g, "$1")
    .replace(/<((?:https?|mailto):[^>\s]{0,1000})>/g, "$1")
    .replace(/(\*\*|__)(?=\S)(.{0,500}?\S)\1/g, "$2")
    .replace(/(^|[^\w*])\*(?=[^\s*])([^*]{0,300}[^\s*])\*(?![\w*])/g, "$1$2")
    .replace(/(^|\W)_(?=[^\s_])([^_]{0,300}[^\s_])_(?!\w)/g, "$1$2")
    .replace(/~~(.{0,300}?)~~/g, "$1")
    .replace(/`{1,3}([^`]{0,500})`{1,3}/g, "$1")
    .replace(/&nbsp;/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&#58;/g, ":")
    .replace(/&amp;/g, "&")
    .replace(PLACES, (place) => String.fromCharCode(place.charCodeAt(0) - FIRST))
    .trim();
}
