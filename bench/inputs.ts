import type { Activity, Letter } from "../src/core/model/activity.ts";
import { FORMAT, type MatrixDocument } from "../src/core/model/document.ts";

/** mulberry32: the same numbers on every machine. */
export function random(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = a;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const SPECIFIC = ["Infrastructure Manager", "Security Lead", "Service Provider Engineer", "Business System Owner", "Compliance Officer", "Provider SOC Analyst", "Network Engineer", "Legal Counsel", "Data Protection Officer", "Cloud Architect", "Backup Operator", "Incident Commander"];
const ABSTRACT = ["IT team", "Security", "Vendor", "Shared inbox", "Provider", "Management"];
const KINDS = ["access", "risk", "firewall", "backup", "patch", "alert", "incident", "evidence", "change", "vendor"];
const VERBS = ["Review", "Approve", "Triage", "Deploy", "Test", "Rotate", "Contain", "Document", "Escalate", "Restore", "Collect", "Validate"];
const OBJECTS = ["firewall rule", "privileged account", "backup set", "security alert", "production server", "VPN access", "audit evidence", "vulnerability", "certificate", "log source", "endpoint", "incident report"];

/**
 * The benchmark's matrix: rows x roles with a fixed seed, about 3 % of rows without or with two
 * Accountables, 5 % of roles vague, most optional fields filled. The draws come in the order of the
 * reference generator, so that titles, letters and fields are the same as in every earlier measurement.
 */
export function benchMatrix(rows: number, roles: number, seed = rows): MatrixDocument {
  const r = random(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(r() * list.length)] as T;
  const made = Array.from({ length: roles }, (_, j) => {
    const abstract = r() < 0.05;
    return { id: `role${j}`, name: abstract ? pick(ABSTRACT) : `${pick(SPECIFIC)} ${j + 1}`, party: j % 3 === 0 ? "provider" : j % 7 === 0 ? "third" : "client" };
  });
  const activities = Array.from({ length: rows }, (_, i): Activity => {
    const cells = new Map<string, string>();
    const accountable = r() < 0.97 ? 1 : r() < 0.5 ? 0 : 2;
    const responsible = r() < 0.97 ? 1 + Math.floor(r() * 3) : 0;
    const consulted = Math.floor(r() * 5);
    const informed = Math.floor(r() * 6);
    const put = (letter: Letter, n: number) => {
      for (let k = 0; k < n; k++) {
        const id = `role${Math.floor(r() * roles)}`;
        const had = cells.get(id) ?? "";
        cells.set(id, had.includes(letter) ? had : had + letter);
      }
    };
    put("A", accountable);
    put("R", responsible);
    put("C", consulted);
    put("I", informed);
    const role = () => `role${Math.floor(r() * roles)}`;
    const maybe = <T>(chance: number, make: () => T): T | undefined => (r() < chance ? make() : undefined);
    const title = `${pick(VERBS)} ${pick(OBJECTS)} ${Math.floor(r() * rows)}`;
    const kind = pick(KINDS);
    const severity = 1 + Math.floor(r() * 4);
    const critical = r() < 0.3;
    const [primary, secondary, contact, _contactBackup, evidenceOwner] = [0.98, 0.85, 0.96, 0.93, 0.95].map((chance) => maybe(chance, role));
    const artifact = maybe(0.94, () => `EV-${Math.floor(r() * 999)}`);
    const approver = maybe(0.9, role);
    const sla = maybe(0.96, () => 5 * (1 + Math.floor(r() * 96)));
    const acknowledge = maybe(0.96, () => 5 * (1 + Math.floor(r() * 12)));
    const review = maybe(0.95, () => 30 * (1 + Math.floor(r() * 14)));
    const scope = maybe(0.97, () => `S${Math.floor(r() * 20)}`);
    const control = maybe(0.93, () => `AC-${Math.floor(r() * 25)}`);
    const retention = maybe(0.9, () => 30 * (1 + Math.floor(r() * 24)));
    const channel = maybe(0.95, () => pick(["phone", "pager", "queue", "mail"]));
    const contract = maybe(0.9, () => `C${Math.floor(r() * 9)}`);
    return {
      id: `a${i}`,
      title,
      area: kind,
      criticality: critical ? "critical" : severity < 3 ? "high" : "normal",
      assignments: [...cells].flatMap(([id, letters]) => [...letters].map((letter) => ({ role: id, letter: letter as Letter }))),
      ...(primary ? { initiator: primary } : {}),
      ...(secondary ? { secondary } : {}),
      ...(contact ? { escalation: { to: contact } } : {}),
      ...(artifact ? { evidence: [{ artifact, ...(evidenceOwner ? { producer: evidenceOwner } : {}), ...(retention ? { retention: `P${retention}D` } : {}) }] } : {}),
      ...(approver ? { approvers: [approver] } : {}),
      sla: [...(sla ? [{ measure: "respond" as const, target: `PT${sla}M`, negotiated: true }] : []), ...(acknowledge ? [{ measure: "acknowledge" as const, target: `PT${acknowledge}M`, negotiated: true }] : [])],
      ...(review ? { cadence: { every: `P${review}D` } } : {}),
      ...(scope ? { scope: [scope] } : {}),
      ...(control ? { controls: [`nist-800-53-r5:${control}`] } : {}),
      ...(channel ? { communication: channel } : {}),
      ...(contract ? { note: contract } : {}),
    };
  });
  return {
    remit: FORMAT,
    title: `Benchmark ${rows} x ${roles}`,
    parties: [
      { id: "client", name: "Client", kind: "client" },
      { id: "provider", name: "Provider", kind: "provider" },
      { id: "third", name: "Third", kind: "vendor" },
    ],
    roles: made,
    areas: KINDS.map((kind) => ({ id: kind, name: kind })),
    scope: Array.from({ length: 20 }, (_, i) => ({ id: `S${i}`, name: `System ${i}`, kind: "server" as const })),
    activities,
  };
}
