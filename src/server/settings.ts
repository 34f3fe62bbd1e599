import { resolve } from "node:path";
import { DEFAULT_PORT } from "#ops/running-at.ts";
import { within } from "./api/proxies.ts";

/** Where the server listens. */
export interface Settings {
  readonly host: string;
  /** 0 lets the system choose a free port. */
  readonly port: number;
  /** A PostgreSQL of one's own; else the packaged one is started. */
  readonly databaseUrl?: string;
  /** For migrations, where `databaseUrl` is a role that owns nothing. */
  readonly databaseOwnerUrl?: string;
  /** Folder of all data of the packaged PostgreSQL. */
  readonly data: string;
  /** Where browsers reach this Remit, where that is not the address it listens on; without a slash at its end. */
  readonly url?: string;
  /** 32 bytes in base64; else a file beside the data. */
  readonly masterKey?: string;
  /** Multiplies what may be asked of the API per minute; 0 for no bounds at all. */
  readonly limits: number;
  /** Webhooks may reach addresses of this network, and by plain http. */
  readonly webhooksNear?: true;
  /** Proxies before this server, whose `X-Forwarded-For` is believed. */
  readonly proxies?: readonly string[];
  /** Whether an organisation's own sign-in may be at a private address, and without https. */
  readonly privateIssuers?: true;
  /** The server letters are handed to, and whom they come from; without it none are sent. */
  readonly smtp?: { readonly url: string; readonly from: string };
}

/** Settings, or the sentence that says what is wrong with them and what to do. */
export type SettingsResult = { readonly ok: true; readonly settings: Settings } | { readonly ok: false; readonly message: string };

/** PORT and HOST from the environment; empty counts as not given. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): SettingsResult {
  const host = env["HOST"]?.trim() || "127.0.0.1";
  const written = env["PORT"]?.trim() || String(DEFAULT_PORT);
  const port = /^\d{1,5}$/.test(written) ? Number(written) : Number.NaN;
  if (!(port <= 65_535)) return { ok: false, message: `PORT is \`${written}\`, and a port is a whole number from 0 to 65535; try PORT=${DEFAULT_PORT}` };
  if (/[\s/]/.test(host)) return { ok: false, message: `HOST is \`${host}\`, and a host is a name or an address without spaces or slashes; try HOST=127.0.0.1` };
  const url = env["DATABASE_URL"]?.trim();
  if (url && !/^postgres(?:ql)?:\/\//.test(url)) return { ok: false, message: "DATABASE_URL is no PostgreSQL address; write it like postgres://user:password@host:5432/database" };
  const ownerUrl = env["DATABASE_OWNER_URL"]?.trim();
  const outside = outsideUrl(env["REMIT_URL"]?.trim());
  if (outside === null) return { ok: false, message: "REMIT_URL is no address of a site; write it like https://remit.example.org" };
  const smtp = env["SMTP_URL"]?.trim();
  if (smtp && !/^smtps?:\/\/[^\s/]+/.test(smtp)) return { ok: false, message: "SMTP_URL is no mail server; write it like smtp://user:password@mail.example.org:587" };
  const from = env["SMTP_FROM"]?.trim() || `remit@${new URL(outside ?? "http://localhost").hostname}`;
  const issuers = env["REMIT_PRIVATE_ISSUERS"]?.trim().toLowerCase() || "no";
  if (issuers !== "yes" && issuers !== "no") return { ok: false, message: `REMIT_PRIVATE_ISSUERS is \`${issuers}\`; write yes, or leave it out` };
  const proxies = (env["REMIT_PROXIES"] ?? "").split(/[\s,]+/).filter(Boolean);
  try {
    within(proxies);
  } catch (thrown) {
    return { ok: false, message: `REMIT_PROXIES names \`${(thrown as Error).message}\`, and a proxy is an address or a network; write them like 10.0.0.2, 10.1.0.0/16` };
  }
  const key = env["REMIT_MASTER_KEY"]?.trim();
  const near = env["REMIT_WEBHOOKS_PRIVATE"]?.trim();
  if (near && near !== "allow") return { ok: false, message: "REMIT_WEBHOOKS_PRIVATE is `allow` or left out; with it webhooks may reach addresses of your own network" };
  const limits = env["REMIT_LIMITS"]?.trim() || "1";
  if (limits !== "off" && !(/^\d{1,6}(?:\.\d+)?$/.test(limits) && Number(limits) > 0)) return { ok: false, message: "REMIT_LIMITS multiplies what may be asked per minute: a number above 0, or `off`" };
  const settings: Settings = {
    host,
    limits: limits === "off" ? 0 : Number(limits),
    port,
    data: resolve(env["REMIT_DATA"]?.trim() || "data"),
    ...(url ? { databaseUrl: url } : {}),
    ...(ownerUrl ? { databaseOwnerUrl: ownerUrl } : {}),
    ...(outside ? { url: outside } : {}),
    ...(proxies.length > 0 ? { proxies } : {}),
    ...(issuers === "yes" ? { privateIssuers: true as const } : {}),
    ...(key ? { masterKey: key } : {}),
    ...(near ? { webhooksNear: true } : {}),
    ...(smtp ? { smtp: { url: smtp, from } } : {}),
  };
  return { ok: true, settings };
}

/** An address without path, query and slash; `null` for what is none. */
function outsideUrl(written: string | undefined): string | undefined | null {
  if (!written) return undefined;
  if (!URL.canParse(written)) return null;
  const { protocol, origin, pathname } = new URL(written);
  return (protocol === "https:" || protocol === "http:") && pathname === "/" ? origin : null;
}

/** Whether only this machine can reach the address. */
export const isLoopback = (host: string): boolean => host === "localhost" || host === "::1" || host === "[::1]" || /^127(\.\d{1,3}){3}$/.test(host);

/** Why listening failed, in the reader's words. */
export function explainListenError(error: { readonly code?: string | undefined; readonly message: string }, { host, port }: Pick<Settings, "host" | "port">): string {
  if (error.code === "EADDRINUSE")
    return `port ${port} is taken by another program; stop that program, or choose another port, for example PORT=${port < 65_535 ? port + 1 : 4870} npm start`;
  if (error.code === "EACCES") return `this user may not open port ${port}; choose a port above 1023, for example PORT=${DEFAULT_PORT} npm start`;
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND") return `this machine has no address \`${host}\`; leave HOST out, or set it to an address of this machine`;
  return `cannot listen on ${host} port ${port}: ${error.message}`;
}
