import type { PartyKind } from "#core/model/party.ts";

/** A post that matrices usually have. `also` lists other names for the same post. */
export interface LibraryRole {
  readonly key: string;
  /** Id of the role in templates, and in a matrix where it is still free. */
  readonly id: string;
  readonly name: string;
  readonly side: Extract<PartyKind, "client" | "provider" | "integrator" | "vendor">;
  /** The function inside the party. */
  readonly function: string;
  /** Who holds such a post as a rule. */
  readonly holder: string;
  readonly also: readonly string[];
}

export const ROLES = [
  { key: "c.exec", id: "executive-sponsor", name: "Executive Sponsor", side: "client", function: "Business", holder: "a managing director or member of the board", also: ["business sponsor", "executive owner"] },
  { key: "c.risk", id: "business-risk-owner", name: "Business Risk Owner", side: "client", function: "Business", holder: "the executive who may accept risk", also: ["designated business risk owner", "risk owner"] },
  { key: "c.sec", id: "security-lead", name: "Security Lead", side: "client", function: "InfoSec", holder: "the CISO or security official", also: ["ciso", "internal security owner", "security manager", "information security officer"] },
  { key: "c.it", id: "internal-it-manager", name: "Internal IT Manager", side: "client", function: "IT", holder: "the head of internal IT", also: ["it manager", "head of it", "it director"] },
  { key: "c.infra", id: "infrastructure-manager", name: "Infrastructure Manager", side: "client", function: "IT", holder: "whoever answers for servers and network", also: ["internal infrastructure owner", "infrastructure lead"] },
  { key: "c.app", id: "business-system-owner", name: "Business System Owner", side: "client", function: "Business", holder: "the owner of an application or its data", also: ["application owner", "system owner", "data owner"] },
  { key: "c.comp", id: "compliance-officer", name: "Compliance Officer", side: "client", function: "Compliance", holder: "the compliance or privacy officer", also: ["privacy officer", "data protection officer"] },
  { key: "c.legal", id: "legal-counsel", name: "Legal Counsel", side: "client", function: "Legal", holder: "in-house or outside counsel", also: ["general counsel"] },
  { key: "c.proc", id: "procurement-lead", name: "Procurement Lead", side: "client", function: "Procurement", holder: "whoever signs contracts and watches delivery terms", also: ["procurement manager", "purchasing manager"] },
  { key: "c.hr", id: "hr-lead", name: "HR Lead", side: "client", function: "HR", holder: "whoever reports joiners, movers and leavers", also: ["hr manager", "human resources manager"] },
  { key: "c.users", id: "affected-users", name: "Affected Users", side: "client", function: "Business", holder: "requesters and users of the service", also: ["requester", "service users", "users"] },
  { key: "c.audit", id: "internal-auditor", name: "Internal Auditor", side: "client", function: "Audit", holder: "the internal auditor or the contact of the outside one", also: ["internal audit", "auditor"] },
  { key: "p.sdm", id: "service-delivery-manager", name: "Service Delivery Manager", side: "provider", function: "Service", holder: "the account or service manager", also: ["account manager", "service manager"] },
  { key: "p.desk", id: "service-desk-lead", name: "Service Desk Lead", side: "provider", function: "Service", holder: "whoever leads the first and second line", also: ["service desk", "help desk", "helpdesk"] },
  { key: "p.eng", id: "service-provider-engineer", name: "Service Provider Engineer", side: "provider", function: "IT", holder: "an engineer for servers and endpoints", also: ["systems engineer", "managed services engineer"] },
  { key: "p.net", id: "provider-network-engineer", name: "Provider Network Engineer", side: "provider", function: "IT", holder: "an engineer for firewall and VPN", also: ["network engineer"] },
  { key: "p.bkp", id: "backup-operator", name: "Backup Operator", side: "provider", function: "IT", holder: "an engineer for backup and recovery", also: ["backup engineer", "backup administrator"] },
  { key: "p.soc", id: "provider-security-analyst", name: "Provider Security Analyst", side: "provider", function: "InfoSec", holder: "an analyst of the security operations centre", also: ["security analyst", "soc analyst", "provider security specialist"] },
  { key: "p.ir", id: "provider-incident-lead", name: "Provider Incident Lead", side: "provider", function: "InfoSec", holder: "an incident specialist", also: ["incident lead", "incident manager", "provider incident specialist"] },
  { key: "p.grc", id: "provider-compliance-contact", name: "Provider Compliance Contact", side: "provider", function: "Compliance", holder: "whoever supplies attestations and evidence", also: ["provider compliance manager"] },
  { key: "i.lead", id: "integrator-project-lead", name: "Integrator Project Lead", side: "integrator", function: "Integrator", holder: "whoever leads delivery and implementation", also: ["integrator project manager"] },
  { key: "i.eng", id: "integrator-engineer", name: "Integrator Engineer", side: "integrator", function: "Integrator", holder: "whoever installs and configures", also: ["implementation engineer"] },
  { key: "v.sup", id: "warranty-service-contact", name: "Warranty Service Contact", side: "vendor", function: "Service", holder: "the manufacturer's or supplier's service", also: ["vendor / warranty service", "vendor support contact", "supplier contact"] },
  { key: "c.ware", id: "warehouse-keeper", name: "Warehouse Keeper", side: "client", function: "Procurement", holder: "the warehouse or the materially responsible person", also: ["materially responsible person"] },
] as const satisfies readonly LibraryRole[];

export type RoleKey = (typeof ROLES)[number]["key"];

const byKey: ReadonlyMap<string, LibraryRole> = new Map(ROLES.map((role) => [role.key, role]));

/** The role behind a key; every key of the library has one (tested). */
export function libraryRole(key: RoleKey): LibraryRole {
  const role = byKey.get(key);
  if (role === undefined) throw new RangeError(`the library has no role \`${key}\``);
  return role;
}
