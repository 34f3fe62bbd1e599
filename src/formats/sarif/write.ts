import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Finding, Place, Severity } from "#core/lint/finding.ts";
import type { Rule } from "#core/lint/rule.ts";
import { saySource } from "#core/lint/source.ts";

export interface SarifOptions {
  /** File the findings are about, as a path from the root of the repository or a URI. */
  readonly uri: string;
  readonly catalogue: readonly Rule[];
  /** Line and column of a place, from 1, where the file is text. */
  readonly locate?: (at: Place) => { readonly line: number; readonly column: number } | undefined;
  readonly version: string;
}

const LEVELS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", note: "note" };

/** Findings as a SARIF 2.1.0 log, for code scanning and review tools. */
export function writeSarif(findings: readonly Finding[], { uri, catalogue, locate, version }: SarifOptions): string {
  const named = [...new Set([...catalogue.map(({ id }) => id), ...findings.map(({ rule }) => rule)])];
  const about = new Map(catalogue.map((rule) => [rule.id, rule]));
  const index = new Map(named.map((id, i) => [id, i]));
  const seen = new Map<string, number>();
  const results = findings.map((finding) => {
    const where = locate?.(finding.at);
    const { kind, id, field } = finding.at;
    const identity = [finding.rule, kind, id ?? "", field ?? ""].join("|");
    // A rule may say two things of one place: the second gets a fingerprint of its own.
    const turn = seen.get(identity) ?? 0;
    seen.set(identity, turn + 1);
    return {
      ruleId: finding.rule,
      ruleIndex: index.get(finding.rule),
      level: LEVELS[finding.severity],
      message: { text: finding.message },
      locations: [
        {
          physicalLocation: { artifactLocation: { uri: asUri(uri) }, ...(where ? { region: { startLine: where.line, startColumn: where.column } } : {}) },
          logicalLocations: [{ name: finding.title, fullyQualifiedName: [kind, id, field].filter((part) => part !== undefined).join("/"), kind: "member" }],
        },
      ],
      partialFingerprints: { "remitPlace/v1": bytesToHex(sha256(utf8ToBytes(`${identity}|${turn}`))).slice(0, 32) },
      ...(finding.waived
        ? { suppressions: [{ kind: "external", status: "accepted", justification: `accepted by ${finding.waived.by} until ${finding.waived.until}: ${finding.waived.reason}` }] }
        : {}),
    };
  });
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "Remit", semanticVersion: version, rules: named.map((id) => ruleOf(id, about.get(id))) } },
        columnKind: "utf16CodeUnits",
        results,
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const ruleOf = (id: string, rule: Rule | undefined): object =>
  rule
    ? {
        id,
        shortDescription: { text: rule.summary },
        fullDescription: { text: rule.because },
        help: { text: `${rule.because}\n${rule.remedy}`, markdown: `${rule.because}\n\n**Remedy:** ${rule.remedy}\n\n*Source: ${saySource(rule.source)}*` },
        defaultConfiguration: { level: LEVELS[rule.severity] },
      }
    : { id };

/** A path as a URI reference: backslashes and blanks are no part of one. */
function asUri(path: string): string {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(path)) return path;
  const plain = path.replaceAll("\\", "/").toWellFormed();
  const drive = /^[a-z]:\//i.test(plain) ? "file:///" : plain.startsWith("/") ? "file://" : "";
  return drive + plain.split("/").map((part, i) => (drive === "file:///" && i === 0 ? part : encodeURIComponent(part))).join("/");
}
