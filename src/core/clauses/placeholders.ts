import type { KnownRole, Register } from "../lint/register.ts";
import type { Row } from "../lint/row.ts";
import { about, mentions, TOPIC } from "../lint/topics.ts";
import { sayDuration } from "../model/measure.ts";

/** A word in braces that the matrix fills: from what stands around the rows, or from every row that has to do with it. */
export interface Placeholder {
  /** What has to be agreed where nothing fills it, to follow "to be agreed:". */
  readonly asks: string;
  readonly fromRegister?: (register: Register) => readonly string[];
  readonly fromRow?: (row: Row, register: Register) => readonly string[];
}

const CUSTODY = /\bcustod|\bescrow|\bhold(?:s|ing)?\b|\bkept\b|\bkeep|\bvault|\bsafe\b/;
const RUNS_BACKUPS = /\b(?:run|perform|make|take)s?\b.*\bback[- ]?ups?\b|\bback[- ]?ups?\b.*\b(?:status|jobs?|reports?)\b/;
const PATCH_REPORT = /\bpatch\w*\b.*\breport/i;

const parties = (side: "client" | "provider") => ({ document, hasProvider }: Register): readonly string[] => {
  const named = (wanted: (kind: string) => boolean): string[] => document.parties.filter(({ kind }) => wanted(kind)).map(({ name }) => name);
  if (side === "client") return named((kind) => kind === "client");
  const providers = named((kind) => kind === "provider");
  return providers.length > 0 || !hasProvider ? providers : named((kind) => kind !== "client" && kind !== "regulator");
};

const one = (text: string | undefined): readonly string[] => (text === undefined ? [] : [text]);

/** A post as a contract names it: with its organisation. */
const post = (role: KnownRole, { parties: known }: Register): string => `${role.name} (${known.get(role.party)?.name ?? role.party})`;

const producers = (row: Row, register: Register, wanted: (artifact: string, signed: boolean) => boolean): readonly string[] => {
  const fitting = (row.activity.evidence ?? []).filter(({ artifact, signed }) => wanted(artifact, signed === true));
  const named = fitting.flatMap(({ producer }) => register.roles.get(producer ?? "") ?? []);
  return (named.length > 0 ? named : fitting.length > 0 ? row.responsible.slice(0, 1) : []).map((role) => post(role, register));
};

/** Every placeholder there is, by its word. */
export const PLACEHOLDERS: Readonly<Record<string, Placeholder>> = {
  client: { asks: "who the client is", fromRegister: parties("client") },
  provider: { asks: "who the provider is", fromRegister: parties("provider") },
  parties: { asks: "who the parties are", fromRegister: ({ document }) => document.parties.filter(({ kind }) => kind !== "regulator").map(({ name }) => name) },
  title: { asks: "how the matrix is called", fromRegister: ({ document }) => [document.title] },
  "valid-from": { asks: "from which day on it holds", fromRegister: ({ document }) => one(document.validFrom) },
  "valid-until": { asks: "until which day it holds", fromRegister: ({ document }) => one(document.validUntil) },
  "review-every": { asks: "how often it is reviewed", fromRegister: ({ document }) => (document.reviewEvery === undefined ? [] : [sayDuration(document.reviewEvery)]) },
  "breach-notice": {
    asks: "within which time the provider tells the client",
    fromRegister: ({ document, roles }) =>
      (document.clocks ?? []).flatMap(({ kind, limit, anchor, submitter, determiner }) =>
        kind === "contract" && limit !== undefined && roles.get(submitter ?? determiner ?? "")?.side === "provider" ? [`${sayDuration(limit)} from ${anchor.charAt(0).toLowerCase()}${anchor.slice(1)}`] : []),
  },
  "dispute-decider": {
    asks: "who decides a dispute",
    fromRegister: (register) => (register.document.decisionRights ?? []).flatMap(({ verb, deny, role }) => (verb === "dispute.decide" && deny !== true ? (register.roles.get(role ?? "") ?? []) : [])).map((role) => post(role, register)),
    fromRow: (row, register) => (row.activity.decision === "dispute.decide" ? row.accountable.map((role) => post(role, register)) : []),
  },
  "key-holder": {
    asks: "who holds the keys of encrypted backups and data",
    fromRow: (row, register) => (about(row, TOPIC.encryptionKeys) && mentions(row, CUSTODY) ? row.responsible.map((role) => post(role, register)) : []),
  },
  "restore-report-signer": {
    asks: "who signs the reports of restore tests",
    fromRow: (row, register) => (about(row, TOPIC.restoreTest) ? producers(row, register, (artifact, signed) => signed || /\bsign/i.test(artifact)) : []),
  },
  "backup-reporter": {
    asks: "who reports on backups",
    fromRow: (row, register) => (RUNS_BACKUPS.test(row.words) && !about(row, TOPIC.restoreTest) ? producers(row, register, () => true) : []),
  },
  "patch-reporter": {
    asks: "who reports on patches",
    fromRow: (row, register) => (about(row, TOPIC.patching) ? producers(row, register, (artifact) => PATCH_REPORT.test(artifact) || PATCH_REPORT.test(row.words)) : []),
  },
  controls: {
    asks: "which controls the provider manages",
    fromRow: ({ activity, responsible }) => (activity.controls !== undefined && responsible.some(({ side }) => side === "provider") ? activity.controls : []),
  },
};
