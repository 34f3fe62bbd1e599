import type { ScopeItem } from "#core/model/scope.ts";

/** What a provider usually runs, by group; the adapter lists the single systems. Who installs, configures, monitors and owns each tool are four answers. */
export const SYSTEMS: Readonly<Record<"servers" | "applications" | "workstations" | "firewalls" | "vpn" | "identity" | "backup" | "endpoint" | "siem", ScopeItem>> = {
  servers: { id: "production-servers", name: "Production servers (list yours)", kind: "server", production: true, owner: "c.infra", configures: "p.eng", monitors: "p.soc" },
  applications: { id: "business-applications", name: "Business applications (list yours)", kind: "business-application", production: true, owner: "c.app", monitors: "p.soc" },
  workstations: { id: "workstations", name: "Workstations", kind: "workstation", owner: "c.it", installs: "p.eng", configures: "p.eng", monitors: "p.soc" },
  firewalls: { id: "firewalls", name: "Firewalls (list yours)", kind: "firewall", owner: "c.infra", installs: "p.net", configures: "p.net", monitors: "p.soc", ownsTool: "c.infra" },
  vpn: { id: "vpn", name: "VPN gateway", kind: "vpn", owner: "c.infra", installs: "p.net", configures: "p.net", monitors: "p.soc", ownsTool: "c.infra" },
  identity: { id: "directory", name: "Directory and sign-in", kind: "identity", owner: "c.it", installs: "p.eng", configures: "p.eng", monitors: "p.soc", ownsTool: "c.it" },
  backup: { id: "backup-platform", name: "Backup platform", kind: "backup", owner: "c.infra", installs: "p.bkp", configures: "p.bkp", monitors: "p.bkp", ownsTool: "c.infra" },
  endpoint: { id: "endpoint-protection", name: "Endpoint protection", kind: "endpoint-protection", owner: "c.sec", installs: "p.eng", configures: "p.soc", monitors: "p.soc", ownsTool: "c.sec" },
  siem: { id: "log-platform", name: "Log platform (SIEM)", kind: "monitoring", owner: "c.sec", installs: "p.soc", configures: "p.soc", monitors: "p.soc", ownsTool: "c.sec" },
};
