import { sayNames } from "#core/lint/say.ts";
import { sideOf } from "#core/model/lane.ts";
import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "last-resort-of-one-side",
  reads: "register",
  severity: "warning",
  summary: "The last resort of a path belongs to one side only",
  because: "Only the client can decide some things and only the provider can do others. With one side on the phone, the incident waits for the other.",
  remedy: "Name a last resort of the other side as well.",
  source: "semantics: last-resort persons of both parties",
  avoid: {
    people: { "Ana Ortiz": ["Security Lead"], "Ben Okafor": ["Service Delivery Manager (provider)"] },
    matrix: { escalationPaths: [{ id: "severe", name: "Severe incidents", steps: [{ after: "PT0M", roles: ["security-lead"] }], lastResort: ["ben-okafor"] }] },
  },
  prefer: {
    people: { "Ana Ortiz": ["Security Lead"], "Ben Okafor": ["Service Delivery Manager (provider)"] },
    matrix: { escalationPaths: [{ id: "severe", name: "Severe incidents", steps: [{ after: "PT0M", roles: ["security-lead"] }], lastResort: ["ana-ortiz", "ben-okafor"] }] },
  },
  checkRegister(register, report) {
    const { parties, people, roles, document } = register;
    const peopled = new Set([...roles.values()].filter(({ humans }) => humans.length > 0).map(({ side }) => side));
    if (!peopled.has("client") || !peopled.has("provider")) return;
    const open = (document.escalationPaths ?? []).flatMap((path) => {
      const kinds = (path.lastResort ?? []).flatMap((id) => parties.get(people.get(id)?.party ?? "")?.kind ?? []);
      const sides = new Set(kinds.map((kind) => sideOf(kind)));
      return kinds.length > 0 && sides.size === 1 ? [{ path, side: sides.has("client") ? "client" : "provider" }] : [];
    });
    const [first] = open;
    if (first === undefined) return;
    const alike = open.filter(({ side }) => side === first.side);
    report({ message: `the last resort of ${sayNames(alike.map(({ path }) => ({ name: `\`${path.name}\`` })))} is of the ${first.side}'s side only`, at: { kind: "path", id: first.path.id, field: "lastResort" } });
  },
} satisfies RegisterRule;
