import type { MatrixDocument } from "#core/model/document.ts";
import { CLIENT_MSSP } from "./templates/client-mssp.ts";
import { CO_MANAGED } from "./templates/co-managed.ts";
import { DELIVERY } from "./templates/delivery.ts";
import { INCIDENT_AUTHORITY } from "./templates/incident-authority.ts";
import { SECURITY_OUTSOURCING } from "./templates/security-outsourcing.ts";
import { written, type Names, type TemplateWords } from "./templates/words.ts";

export interface TemplateAbout {
  readonly id: string;
  readonly name: string;
  /** One sentence for a list to choose from. */
  readonly description: string;
  readonly forWhom: string;
}

/** The templates in the order in which they are offered. */
export const TEMPLATES: readonly TemplateAbout[] = [
  { id: "security-outsourcing", name: "Security outsourcing", description: "Daily work, security duties and the incident path when infrastructure and security go to a provider.", forWhom: "a company that hands its IT and security operation to an outside provider" },
  { id: "client-mssp", name: "Client and MSSP", description: "Domain by domain what client and managed security provider do, each row tied to a control, with evidence and reports.", forWhom: "a client of a managed security provider, and its auditor" },
  { id: "delivery", name: "Delivery and implementation", description: "Ten stages from requirements to service, with acceptance, commissioning, handover and warranty kept apart.", forWhom: "a project that buys equipment or a system and has it installed" },
  { id: "co-managed", name: "Co-managed regulated company", description: "Six areas with a primary and a secondary owner, recovery targets, and the evidence a regulator asks for.", forWhom: "a regulated company whose internal IT works side by side with a managed service provider" },
  { id: "incident-authority", name: "Incident response authority", description: "Six stages with four statements each: who confirms, contains, tells, investigates and documents.", forWhom: "whoever has to know at two in the morning who may pull the plug" },
];

const words: ReadonlyMap<string, TemplateWords> = new Map(
  [SECURITY_OUTSOURCING, CLIENT_MSSP, DELIVERY, CO_MANAGED, INCIDENT_AUTHORITY].map((template) => [template.id, template]),
);

/**
 * A matrix from a template: every row "not yet adapted", every target a sample, the parties' names placeholders
 * unless given.
 * @throws RangeError when there is no such template.
 */
export function template(id: string, names: Names = {}): MatrixDocument {
  const chosen = words.get(id);
  if (chosen === undefined) throw new RangeError(`there is no template \`${id}\`; there are ${TEMPLATES.map((t) => `\`${t.id}\``).join(", ")}`);
  return written(chosen, names);
}
