import { useCallback, useSyncExternalStore } from "react";
import { SEVERITIES, type Severity } from "#core/lint/finding.ts";

/** What the list of findings is narrowed to. */
export interface Narrowed {
  readonly severities: readonly Severity[];
  readonly rule?: string;
  readonly area?: string;
  readonly party?: string;
  readonly search: string;
}

export const ALL: Narrowed = { severities: [], search: "" };

/** What a hash like `#severity=error&area=Network` narrows to; what it does not know it leaves out. */
export function readNarrowed(hash: string): Narrowed {
  const said = new URLSearchParams(hash.replace(/^#/, ""));
  const one = (name: string): Record<string, string> => (said.get(name) ? { [name]: said.get(name) ?? "" } : {});
  const severities = (said.get("severity") ?? "").split(",");
  return { severities: SEVERITIES.filter((severity) => severities.includes(severity)), search: said.get("q") ?? "", ...one("rule"), ...one("area"), ...one("party") };
}

/** The shortest hash that narrows like this; nothing narrowed has none. */
export function writeNarrowed({ severities, rule, area, party, search }: Narrowed): string {
  const said = new URLSearchParams();
  if (severities.length > 0) said.set("severity", severities.join(","));
  for (const [name, value] of Object.entries({ rule, area, party, q: search })) if (value) said.set(name, value);
  const text = said.toString();
  return text ? `#${text}` : "";
}

const MOVED = "remit-narrowed";

function subscribe(changed: () => void): () => void {
  for (const event of ["hashchange", "popstate", MOVED]) window.addEventListener(event, changed);
  return () => {
    for (const event of ["hashchange", "popstate", MOVED]) window.removeEventListener(event, changed);
  };
}

/** A part set to `undefined` is no longer narrowed by. */
export type Narrowing = { readonly [Part in keyof Narrowed]?: Narrowed[Part] | undefined };

/** What the address narrows to, so that it can be sent to a colleague, and a way to change it. */
export function useNarrowed(): readonly [Narrowed, (to: Narrowing) => void] {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  const change = useCallback((to: Narrowing): void => {
    const now = { ...readNarrowed(location.hash), ...to } as Narrowed;
    history.replaceState(history.state, "", `${location.pathname}${location.search}${writeNarrowed(now)}`);
    window.dispatchEvent(new Event(MOVED));
  }, []);
  return [readNarrowed(hash), change];
}
