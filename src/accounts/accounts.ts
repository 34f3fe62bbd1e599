import type { DatabaseAddress } from "#db/database.ts";
import { carriedBy, sessionName, signedToken, type Carried } from "./carried.ts";
import type { Keys } from "./keys.ts";
import type { Library } from "./library.ts";
import { opened as unsealed, sealed, type Letter } from "./letter.ts";
import { SESSION_SECONDS } from "./session-length.ts";
import { singleSignOn, type SingleSignOn } from "./single-sign-on.ts";

/** Where a request comes from, as far as sign-in has to know. */
export interface From {
  /** A `Cookie` header of what the request was resolved to, never the one it came with. */
  readonly cookies: string;
  readonly address: string;
  readonly agent: string;
}

/** What the sign-in library answered. */
export interface Said {
  readonly status: number;
  /** Its JSON; `code` tells what is wrong. */
  readonly body: Readonly<Record<string, unknown>>;
  /** `Set-Cookie` values for the browser. */
  readonly cookies: readonly string[];
}

/** Endpoints of the library that are used; each is asked from here and never reached from outside by itself. */
type Endpoint =
  | "signUpEmail" | "signInEmail" | "signOut" | "setPassword" | "changePassword" | "verifyPassword"
  | "enableTwoFactor" | "disableTwoFactor" | "verifyTOTP" | "verifyBackupCode" | "generateBackupCodes";

/** Asks one endpoint of the library and gives its answer as plain values. */
export async function ask({ auth }: Library, endpoint: Endpoint, { cookies, address, agent }: From, { body, query, params }: { readonly body?: object; readonly query?: object; readonly params?: object } = {}): Promise<Said> {
  const call = auth.api[endpoint as keyof typeof auth.api] as unknown as (context: object) => Promise<Response>;
  const headers = new Headers({ cookie: cookies, "user-agent": agent, "x-forwarded-for": address });
  const answer = await call({ headers, asResponse: true, ...(body ? { body } : {}), ...(query ? { query } : {}), ...(params ? { params } : {}) });
  const words = await answer.text();
  const said: unknown = words.startsWith("{") || words.startsWith("[") ? JSON.parse(words) : null;
  const location = answer.headers.get("location");
  return { status: answer.status, body: { ...(Array.isArray(said) ? { list: said } : (said as object | null)), ...(location === null ? {} : { location }) }, cookies: answer.headers.getSetCookie() };
}

/** Sign-in as the routes use it. */
export interface Accounts {
  ask(endpoint: Endpoint, from: From, given?: { readonly body?: object; readonly query?: object; readonly params?: object }): Promise<Said>;
  /** `Set-Cookie` for a session that was made without the library. */
  cookie(token: string): string;
  /** What of a request's `Cookie` header is this Remit's. */
  carried(header: string): Carried;
  /** Whether letters go out; without it links are shown to whoever made them. */
  readonly mails: boolean;
  /** A letter as it lies in the outbox until it is sent. */
  letter(letter: Letter): Buffer;
  /** Whom a letter of the outbox is for, and what it is about; nothing where it was sealed with another key. */
  addressed(letter: Buffer): Pick<Letter, "to" | "subject"> | undefined;
  /** Other secrets as they lie in the database. */
  seal(words: string): Buffer;
  unseal(sealed: Buffer): string;
  /** Sign-in through an organisation of its own. */
  readonly sso: SingleSignOn;
  /** A page of this Remit, as others reach it. */
  page(path: string): string;
  close(): Promise<void>;
}

export interface AccountsSettings {
  readonly address: DatabaseAddress;
  readonly keys: Keys;
  /** Where browsers reach this Remit; asked when it is first needed. */
  readonly url: () => string;
  readonly mails: boolean;
  /** Whether organisations may sign in at private addresses; not unless said. */
  readonly privateIssuers?: boolean;
}

/** The library is loaded when somebody first needs it: most starts of a server are not about sign-in. */
export function openAccounts({ address, keys, url, mails, privateIssuers = false }: AccountsSettings): Accounts {
  let opened: Promise<Library> | undefined;
  const library = (): Promise<Library> =>
    (opened ??= import("./library.ts").then(({ openLibrary }) => openLibrary({ address, secret: keys.signIn, url: url() })));
  return {
    ask: async (endpoint, from, given) => ask(await library(), endpoint, from, given),
    cookie: (token) => {
      const secure = url().startsWith("https:");
      return `${sessionName(secure)}=${signedToken(token, keys.signIn)}; Max-Age=${SESSION_SECONDS}; Path=/; HttpOnly${secure ? "; Secure" : ""}; SameSite=Lax`;
    },
    carried: (header) => carriedBy(header, url().startsWith("https:"), keys.signIn),
    mails,
    letter: (letter) => sealed(keys, letter),
    addressed: (letter) => {
      try {
        const { to, subject } = unsealed(keys, letter);
        return { to, subject };
      } catch {
        return undefined;
      }
    },
    seal: (words) => keys.seal(words),
    unseal: (given) => keys.unseal(given),
    sso: singleSignOn(privateIssuers),
    page: (path) => `${url()}${path}`,
    close: async () => (await opened)?.close(),
  };
}
