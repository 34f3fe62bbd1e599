import { useEffect } from "react";

/** Where the address names an item of the page (`#person-ana`), it is brought into sight and its first control gets the focus. */
export function useArrival(): void {
  useEffect(() => {
    const item = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
    item?.scrollIntoView({ block: "center" });
    item?.animate([{ backgroundColor: "var(--accent-soft)" }, { backgroundColor: "var(--accent-soft)" }, { backgroundColor: "transparent" }], 3_000);
    item?.querySelector<HTMLElement>("input, button, [tabindex]")?.focus({ preventScroll: true });
  }, []);
}
