import { kyselyAdapter } from "@better-auth/kysely-adapter";
import { betterAuth, type BetterAuthOptions, type DBAdapter } from "better-auth";
import { twoFactor } from "better-auth/plugins";
import { Kysely, PostgresDialect } from "kysely";
import { openAccountsPool, type DatabaseAddress } from "#db/database.ts";
import { withHashedSessions } from "./hashed-sessions.ts";
import { hashPassword, LONGEST, SHORTEST, verifyPassword } from "./passwords.ts";
import { SESSION_SECONDS } from "./session-length.ts";
import { SECOND_FACTOR, TABLES } from "./tables.ts";

export interface LibrarySettings {
  readonly address: DatabaseAddress;
  /** From the master key. */
  readonly secret: string;
  /** Where browsers reach this Remit. */
  readonly url: string;
}

/** The sign-in library as it is set up here. It reaches nothing but the tables of accounts. */
export function openLibrary({ address, secret, url }: LibrarySettings) {
  const pool = openAccountsPool(address);
  const db = new Kysely<never>({ dialect: new PostgresDialect({ pool }) });
  const inner = kyselyAdapter(db as never, { type: "postgres" });
  const auth = betterAuth({
    appName: "Remit",
    baseURL: url,
    basePath: "/api/auth",
    secret,
    database: (options: BetterAuthOptions) => withHashedSessions(inner(options) as DBAdapter),
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: { database: { generateId: "uuid" }, cookiePrefix: "remit", cookies: { session_token: { name: "remit_session" } }, useSecureCookies: url.startsWith("https:") },
    ...TABLES,
    session: { ...TABLES.session, expiresIn: SESSION_SECONDS },
    account: { ...TABLES.account, accountLinking: { enabled: false } },
    emailAndPassword: { enabled: true, minPasswordLength: SHORTEST, maxPasswordLength: LONGEST, autoSignIn: false, revokeSessionsOnPasswordReset: true, password: { hash: hashPassword, verify: verifyPassword } },
    plugins: [twoFactor({ issuer: "Remit", schema: SECOND_FACTOR, allowPasswordless: true, backupCodeOptions: { storeBackupCodes: "encrypted" } })],
  });
  return { auth, close: () => pool.end() };
}

export type Library = ReturnType<typeof openLibrary>;
