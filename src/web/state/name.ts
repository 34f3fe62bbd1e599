import { say, type WordId } from "../words.ts";
import type { Sitting, Source } from "./sitting.ts";

/** The templates a page offers, in the order of how often they are wanted. */
export const TEMPLATE_IDS = ["security-outsourcing", "client-mssp", "co-managed", "delivery", "incident-authority"] as const;

/** What to call a matrix before one knows its title, and in sentences and file names. */
export function nameOf(source: Source): string {
  if (source.kind === "file") return source.name;
  if (source.kind === "example") return say("name.example.plain");
  return TEMPLATE_IDS.includes(source.id as "delivery") ? say(`template.${source.id}` as WordId) : source.id;
}

/** What stands above a matrix: the file one brought, or the title the matrix gives itself. */
export function titleOf({ source, checked }: Sitting): string {
  if (source.kind === "example") return say("name.example", { title: checked.document.title });
  return nameOf(source);
}
