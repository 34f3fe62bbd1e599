import { useSyncExternalStore } from "react";
import type { Severity } from "#core/lint/finding.ts";

export const SECTIONS = ["findings", "matrix", "understood", "unread"] as const;
export type Section = (typeof SECTIONS)[number];
export type MatrixView = "lanes" | "raci";

/** Everything about the page that can be sent to somebody as a link. */
export interface Address {
  readonly section: Section;
  readonly view: MatrixView;
  /** Key of the chosen finding. */
  readonly finding?: string;
  /** Severities shown; none named means all. */
  readonly severities: readonly Severity[];
  readonly area?: string;
  readonly rule?: string;
  readonly search: string;
}

const SEVERITY_WORDS: readonly string[] = ["error", "warning", "note"];

/** The state a hash like `#view=raci&severity=error` asks for; what it does not know it leaves out. */
export function readAddress(hash: string): Address {
  const said = new URLSearchParams(hash.replace(/^#/, ""));
  const finding = said.get("finding");
  const area = said.get("area");
  const rule = said.get("rule");
  return {
    section: SECTIONS.find((section) => section === said.get("at")) ?? "findings",
    view: said.get("view") === "raci" ? "raci" : "lanes",
    severities: (said.get("severity") ?? "").split(",").filter((word): word is Severity => SEVERITY_WORDS.includes(word)),
    search: said.get("q") ?? "",
    ...(finding ? { finding } : {}),
    ...(area ? { area } : {}),
    ...(rule ? { rule } : {}),
  };
}

/** The shortest hash that stands for a state; the usual state has none. */
export function writeAddress({ section, view, finding, severities, area, rule, search }: Address): string {
  const said = new URLSearchParams();
  if (section !== "findings") said.set("at", section);
  if (view !== "lanes") said.set("view", view);
  if (severities.length > 0) said.set("severity", severities.join(","));
  if (area) said.set("area", area);
  if (rule) said.set("rule", rule);
  if (search) said.set("q", search);
  if (finding) said.set("finding", finding);
  const text = said.toString();
  return text ? `#${text}` : "";
}

const MOVED = "remit-address";

function subscribe(changed: () => void): () => void {
  window.addEventListener("hashchange", changed);
  window.addEventListener("popstate", changed);
  window.addEventListener(MOVED, changed);
  return () => {
    window.removeEventListener("hashchange", changed);
    window.removeEventListener("popstate", changed);
    window.removeEventListener(MOVED, changed);
  };
}

/** A field set to `undefined` is taken out of the address. */
export type Move = { readonly [Field in keyof Address]?: Address[Field] | undefined };

/** Change part of the address. A new section is a step one can go back from; the rest is not. */
export function move(to: Move): void {
  const before = readAddress(location.hash);
  const after = { ...before, ...to } as Address;
  const url = `${location.pathname}${writeAddress(after)}`;
  if (after.section === before.section) history.replaceState(null, "", url);
  else history.pushState(null, "", url);
  window.dispatchEvent(new Event(MOVED));
}

let lastHash: string | undefined;
let lastAddress = readAddress("");

function snapshot(): Address {
  if (location.hash !== lastHash) {
    lastHash = location.hash;
    lastAddress = readAddress(lastHash);
  }
  return lastAddress;
}

/** The page's address, followed as it changes. */
export const useAddress = (): Address => useSyncExternalStore(subscribe, snapshot);
