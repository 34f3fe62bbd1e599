const KEY = "remit-done";

export interface Done {
  readonly words: string;
  readonly number: number;
}

let shown: Done | undefined;
let number = 0;
let read = false;
const listeners = new Set<() => void>();

/** Says what was done, over whatever page comes next in this tab. */
export function sayDone(words: string): void {
  read = true;
  shown = { words, number: ++number };
  for (const listener of listeners) listener();
}

/** The same, for who leaves the page by loading another one: it is said there, once. */
export const sayDoneThere = (words: string): void => sessionStorage.setItem(KEY, words);

/** What is to be said now, if anything. */
export function done(): Done | undefined {
  if (!read) {
    read = true;
    const words = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    if (words !== null) shown = { words, number: ++number };
  }
  return shown;
}

export function dismissDone(): void {
  shown = undefined;
  for (const listener of listeners) listener();
}

export const onDone = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
