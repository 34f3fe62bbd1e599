import type { Markup } from "../markup.ts";

/** An element that the card's own page has. */
export const element = <T extends HTMLElement = HTMLElement>(id: string): T => document.getElementById(id) as T;

/** Puts markup into a place: names in it were written out when it was made. */
export function show(place: HTMLElement, { text }: Markup): void {
  place.innerHTML = text;
}
