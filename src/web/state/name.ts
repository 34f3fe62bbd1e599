import { say, type WordId } from "../words.ts";
import type { Source } from "./sitting.ts";

/** The templates a page offers, in the order of how often they are wanted. */
export const TEMPLATE_IDS = ["outsourcing", "mssp", "co-managed", "delivery", "incident-authority"] as const;

/** What to call a matrix before one knows its title. */
export function nameOf(source: Source): string {
  if (source.kind === "file") return source.name;
  if (source.kind === "example") return say("name.example");
  return TEMPLATE_IDS.includes(source.id as "mssp") ? say(`template.${source.id}` as WordId) : source.id;
}
