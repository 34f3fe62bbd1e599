/** Names of frameworks as people write them; of another one its id stands. */
const FRAMEWORKS: Readonly<Record<string, string>> = {
  "nist-csf-2.0": "NIST CSF 2.0", "nist-800-53-r5": "NIST SP 800-53 Rev. 5", "nist-800-171-r2": "NIST SP 800-171 Rev. 2", "cmmc-l2": "CMMC Level 2", "pci-dss-4.0.1": "PCI DSS 4.0.1",
  hipaa: "HIPAA Security Rule", "nycrr-500": "23 NYCRR", "iso-27001-2022": "ISO/IEC 27001:2022", "cisa-cpg-2.0": "CISA CPG 2.0", "nist-800-61": "NIST SP 800-61",
};

/** `framework:id` each, as `ISO/IEC 27001:2022 A.5.15, A.5.16; PCI DSS 4.0.1 7.2.3`: by framework, ids in order. */
export function inOrder(controls: readonly string[]): string {
  const by = Map.groupBy(new Set(controls), (control) => control.slice(0, control.indexOf(":")));
  const order = new Intl.Collator("en", { numeric: true });
  return [...by]
    .map(([framework, list]) => [(Object.hasOwn(FRAMEWORKS, framework) ? FRAMEWORKS[framework] : undefined) ?? framework, list.map((control) => control.slice(framework.length + 1)).sort(order.compare)] as const)
    .sort(([a], [b]) => order.compare(a, b))
    .map(([framework, ids]) => `${framework} ${ids.join(", ")}`)
    .join("; ");
}
