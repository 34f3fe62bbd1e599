import type { Place } from "#core/lint/finding.ts";
import type { RegisterRule } from "#core/lint/rule.ts";

const PLACEHOLDER = /^<[^>]*>$|<\s*(name|client|customer|company|provider|vendor|csp|system|your)\b[^>]*>|\{\{[^}]*\}\}|^\[[^\]]*\]$|\[(insert|your|name|client|customer|company|provider|vendor|enter)\b[^\]]*\]|^x{3,}$|^first ?name last ?name$/i;

export default {
  id: "placeholder-name",
  reads: "register",
  severity: "warning",
  summary: "A name is still the template's",
  because: "Nobody of that name can be called, and a contract with it binds nobody.",
  remedy: "Write the real name.",
  source: "product D1: template text not adapted",
  avoid: { matrix: { parties: [{ id: "client", name: "<Client name>", kind: "client" }] } },
  prefer: { matrix: { parties: [{ id: "client", name: "Northwind Foods", kind: "client" }] } },
  checkRegister({ parties, roles, people, document }, report) {
    const check = (name: string, at: Place): void => {
      if (PLACEHOLDER.test(name.trim())) report({ message: `\`${name}\` is a gap of the template, not a name`, at });
    };
    check(document.title, { kind: "matrix", field: "title" });
    for (const { id, name } of parties.values()) check(name, { kind: "party", id, field: "name" });
    for (const { id, name } of roles.values()) check(name, { kind: "role", id, field: "name" });
    for (const { id, name } of people.values()) check(name, { kind: "person", id, field: "name" });
  },
} satisfies RegisterRule;
