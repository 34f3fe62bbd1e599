import type { Finding } from "#core/lint/finding.ts";
import { oneLine, type Names } from "./names.ts";

const FIELDS: Readonly<Record<string, string>> = {
  assignments: "letters", sla: "SLA", handOff: "hand-off", riskOwner: "risk owner", regulatedProduction: "regulated data", equipmentClass: "equipment", sameHumanAs: "same human as",
  notMonitored: "not monitored", ownsTool: "owner of the tool", legacyCredentials: "legacy credentials", informalAdministration: "informal administration", timeZone: "time zone",
};

/** The field a finding points at, in words: `letters of SOC Analyst`, `SLA`. */
export function sayField(field: string | undefined, names: Names): string {
  if (field === undefined) return "";
  const [first = "", second] = field.split("/");
  if (first === "assignments" && second !== undefined) return `letters of ${names.say("role", second)}`;
  return FIELDS[first] ?? first.replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`);
}

/** Where a finding sits, names first: `Isolate a host, letters of SOC Analyst`. */
export function sayPlace(finding: Finding, names: Names): string {
  const { kind, field } = finding.at;
  const what = kind === "activity" ? oneLine(finding.title) : kind === "matrix" ? "the whole matrix" : `${kind === "scope" ? "scope item" : kind} ${oneLine(finding.title)}`;
  const where = sayField(field, names);
  return where === "" ? what : `${what}, ${where}`;
}
