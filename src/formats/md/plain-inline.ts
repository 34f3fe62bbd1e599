/** Inline Markdown as the reader sees it: without stars, code ticks, link targets and HTML breaks. */
export function plainInline(text: string): string {
  return text
    .replace(/<br\s*\/?>/gi, "\n")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/<((?:https?|mailto):[^>\s]*)>/g, "$1")
    .replace(/(\*\*|__)(?=\S)(.*?\S)\1/g, "$2")
    .replace(/(^|[^\w*])\*(?=[^\s*])([^*]*[^\s*])\*(?![\w*])/g, "$1$2")
    .replace(/(^|\W)_(?=[^\s_])([^_]*[^\s_])_(?!\w)/g, "$1$2")
    .replace(/~~(.*?)~~/g, "$1")
    .replace(/`+([^`]*)`+/g, "$1")
    .replace(/\\([\\`*_{}[\]()#+\-.!|~])/g, "$1")
    .replace(/&amp;/g, "&")
    .replace(/&nbsp;/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .trim();
}
