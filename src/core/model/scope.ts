import * as z from "zod/mini";
import { partyId, roleId, scopeId } from "./id.ts";
import { day, line, text } from "./measure.ts";

/** Something an activity covers: an asset, service, site, environment or data class (T3). */
export const ScopeItem = z.strictObject({
  id: scopeId,
  name: line,
  kind: z.enum([
    "server", "workstation", "network-device", "cloud-service", "business-application",
    "firewall", "vpn", "identity", "backup", "endpoint-protection", "monitoring",
    "log-source", "alert-source", "audit-trail", "site", "environment", "data-class", "equipment", "other",
  ]),
  criticality: z.optional(z.enum(["critical", "high", "normal", "low"])),
  /** A business-critical service, in the business owner's judgement. */
  businessCritical: z.optional(z.boolean()),
  production: z.optional(z.boolean()),
  owner: z.optional(roleId),
  /** Installing, configuring, monitoring and owning the tool are four answers (T15). */
  installs: z.optional(roleId),
  configures: z.optional(roleId),
  monitors: z.optional(roleId),
  ownsTool: z.optional(roleId),
  /** Explicitly left out of monitoring: shown in the "not monitored" list. */
  notMonitored: z.optional(z.boolean()),
  site: z.optional(scopeId),
  environment: z.optional(scopeId),
  /** HIPAA, NYDFS, NJ breach law, PCI ... */
  labels: z.optional(z.array(line)),
  legacyCredentials: z.optional(z.boolean()),
  informalAdministration: z.optional(z.boolean()),
  serial: z.optional(line),
  warrantyUntil: z.optional(day),
  place: z.optional(line),
  /** What a cloud provides, what is inherited, and what remains with whom. */
  inheritance: z.optional(
    z.strictObject({
      from: z.optional(scopeId),
      provides: z.optional(text),
      inherited: z.optional(text),
      remains: z.optional(z.array(z.strictObject({ party: partyId, what: text }))),
    }),
  ),
  note: z.optional(text),
});
export type ScopeItem = z.infer<typeof ScopeItem>;

