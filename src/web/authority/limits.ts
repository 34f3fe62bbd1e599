import type { MatrixDocument } from "#core/model/document.ts";
import type { Item } from "#core/model/items.ts";
import { sayDuration } from "#core/model/measure.ts";
import { say } from "../words.ts";
import { choicesOf, type Source } from "./choices.ts";
import type { Kind } from "./kind-names.ts";
import { FORMS } from "./kinds.ts";

/** To what an item is limited, where the line does not show it: `Ransomware, S1 critical · until 2027-03-31`. */
export function sayLimits(document: MatrixDocument, kind: Kind, item: Item): string {
  const shown = new Set(FORMS[kind].front.map(({ key }) => key));
  const names = (key: string, source: Source): string => {
    const ids = [item[key] ?? []].flat() as string[];
    if (shown.has(key) || ids.length === 0) return "";
    const choices = choicesOf(document, source);
    return ids.map((id) => choices.find(({ value }) => value === id)?.label ?? id).join(", ");
  };
  const limits = kind === "decision-right" ? (item["limits"] as { duration?: string; reversibleOnly?: boolean; blastRadius?: string } | undefined) : undefined;
  const days = kind === "decision-right" ? [item["from"] === undefined ? "" : say("authority.limit.from", { day: String(item["from"]) }), item["until"] === undefined ? "" : say("authority.limit.until", { day: String(item["until"]) })] : [];
  return [
    names("events", "event"), names("severities", "severity"), names("scope", "scope"), kind === "severity" ? "" : names("party", "party"),
    kind === "decision-right" ? names("calendar", "calendar") : "", ...days,
    limits?.duration === undefined ? "" : say("authority.limit.duration", { time: sayDuration(limits.duration) }), limits?.reversibleOnly === true ? say("authority.limit.reversible") : "", limits?.blastRadius ?? "",
  ].filter(Boolean).join(" · ");
}
