import { about, TOPIC } from "#core/lint/topics.ts";
import type { RowRule } from "#core/lint/rule.ts";

const HIGH_RISK = /\bhigh[- ]risk\b|\bcritical (?:systems?|patch|server|infrastructure|database)|\bdomain controller|\bcore (?:systems?|database)/;

export default {
  id: "risky-change-as-standard",
  reads: "row",
  severity: "warning",
  summary: "A risky change runs without asking anybody",
  because: "A standard change is made by whoever is on shift; a wrong firewall rule then stops the shop or opens it to the world.",
  remedy: "Make it formal, or narrow the row to the routine part that is safe to approve in advance.",
  source: "T4 firewall, VPN, administrator rights and production servers need stronger review",
  avoid: { rows: [{ title: "Change firewall rules", approval: { class: "standard" }, cells: { "Network Engineer (provider)": "R", "Infrastructure Manager (client)": "A" } }] },
  prefer: { rows: [{ title: "Change firewall rules", approval: { class: "formal" }, cells: { "Network Engineer (provider)": "R", "Infrastructure Manager (client)": "A" } }] },
  checkRow(row, _register, report) {
    const kind = row.activity.approval?.class;
    if ((kind !== "standard" && kind !== "none") || !about(row, TOPIC.change)) return;
    if (about(row, TOPIC.review) || /\broutine\b|\bpre-?approved\b|\bstandard\b|\bmonitor|\bsignatures?\b|\bdefinitions?\b|\brequests?\b.*\b(?:rais|submit)/.test(row.words)) return;
    const what = about(row, TOPIC.firewall)
      ? "a firewall"
      : about(row, TOPIC.privileged)
        ? "administrator rights"
        : about(row, TOPIC.vpn)
          ? "VPN access"
          : about(row, TOPIC.production)
            ? "production systems"
            : HIGH_RISK.test(row.words)
              ? "critical systems"
              : undefined;
    if (what === undefined) return;
    report({ message: `${row.title} changes ${what} and is ${kind === "none" ? "not subject to any approval" : "approved in advance as a standard change"}`, field: "approval" });
  },
} satisfies RowRule;
