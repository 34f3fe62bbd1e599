/** Lines drawn beyond each edge, so that a quick scroll finds them there. */
const BEYOND = 14;

/** The window moves in steps of this many lines: fewer redraws while scrolling. */
const STRIDE = 8;

export interface Shown {
  readonly first: number;
  /** One past the last. */
  readonly end: number;
}

/** Which of `count` lines, `lineHeight` pixels high, to draw when `top` pixels are scrolled away and `height` pixels show. */
export function shownLines(top: number, height: number, count: number, lineHeight: number): Shown {
  const first = Math.floor(Math.max(0, top / lineHeight - BEYOND) / STRIDE) * STRIDE;
  const end = Math.ceil(((top + height) / lineHeight + BEYOND) / STRIDE) * STRIDE;
  return { first: Math.min(first, count), end: Math.min(Math.max(end, first), count) };
}
