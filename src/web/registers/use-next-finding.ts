import { useCallback, useEffect, useRef, type RefObject } from "react";

const all = (list: HTMLElement | null): HTMLElement[] => [...(list?.querySelectorAll<HTMLElement>("[data-finding]") ?? [])];

/**
 * When a finding goes, because it was mended or accepted, whoever works through the list goes on with the next one:
 * the focus moves there, and the page stays where it is.
 * @param shown changes whenever the list does. @returns call it with the key of a finding about to be dealt with.
 */
export function useNextFinding(list: RefObject<HTMLElement | null>, shown: unknown): (key: string) => void {
  const going = useRef<{ readonly key: string; readonly after: readonly string[] }>(undefined);
  useEffect(() => {
    const { key, after } = going.current ?? {};
    if (key === undefined || !after) return;
    const there = new Map(all(list.current).map((item) => [item.dataset["finding"] ?? "", item]));
    // The checks lag a moment behind: the finding may still be in the list.
    if (there.has(key)) return;
    going.current = undefined;
    const next = after.map((each) => there.get(each)).find((item) => item !== undefined);
    next?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: "nearest" });
  }, [list, shown]);
  return useCallback(
    (key) => {
      const keys = all(list.current).map((item) => item.dataset["finding"] ?? "");
      const at = keys.indexOf(key);
      going.current = { key, after: [...keys.slice(at + 1), ...keys.slice(0, Math.max(0, at)).reverse()] };
    },
    [list],
  );
}
