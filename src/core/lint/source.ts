/** What the short references in a rule's `source` stand for, as a reader outside would name it. */
const TABLES: Readonly<Record<string, string>> = {
  T1: "security outsourcing practice", T2: "meaning of the letters and names of roles", T3: "scope practice", T4: "daily and recurring security work",
  T5: "security duties", T6: "escalation practice", T7: "review practice", T8: "client and MSSP contracts", T9: "delivery stages", T10: "roles in a delivery",
  T11: "decision points", T12: "where deliveries stall and are disputed", T13: "moving into a new office", T14: "co-managed regulated companies",
  T15: "allocations in co-managed companies", T16: "outsourcing contracts and clauses", T17: "incident response authority",
};
const OWN = "Remit's model of a matrix";
const REFERENCE = /^((?:product )?[A-I]\d(?:, [A-I]\d)*|product [A-I]\d.*?(?=:|$)|T\d+(?:, T\d+)*|semantics)(?=$|[ :,])[:,]?\s*(.*)$/;

/** The source of a rule in words: `T15 red flags: ...` is `allocations in co-managed companies: red flags: ...`. */
export function saySource(source: string): string {
  const said = source.split(/;\s*/).map((part) => {
    const [, reference, rest = ""] = REFERENCE.exec(part) ?? [];
    if (reference === undefined) return part;
    const names = reference.startsWith("T") ? reference.split(", ").map((table) => TABLES[table] ?? table) : [OWN];
    return `${names.join(", ")}${rest === "" ? "" : ` (${rest})`}`;
  });
  return [...new Set(said)].join("; ");
}
