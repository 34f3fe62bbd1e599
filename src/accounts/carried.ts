import { createHmac, timingSafeEqual } from "node:crypto";

/** What of a request's cookies is ours, read once: whoever looks at it afterwards sees the same account. */
export interface Carried {
  /** The token of the session; its signature was right. */
  readonly session?: string;
  /** A guest's token. */
  readonly guest?: string;
  /** The cookie of a sign-in that lacks its second factor, as it came. */
  readonly halfway?: string;
}

/** What a cookie may be followed or preceded by as a part of its name. */
const PART = "[\\w!#$%&'*+.^`|~-]";

/**
 * The value of a cookie, where the header says its name once and plainly. Said twice, one reader takes the first and
 * another the last, so it is nobody's.
 */
export function onlyCookie(header: string, name: string): string | undefined {
  if (header.split(new RegExp(`(?<!${PART})${name.replaceAll(".", "\\.")}(?!${PART})`)).length !== 2) return undefined;
  const value = header.split(";").map((one) => /^[ \t]*([^=]*)=(.*?)[ \t]*$/.exec(one)).find((one) => one?.[1] === name)?.[2];
  return value !== undefined && /^[\w!#$%&'()*+\-./:<=>?@[\]^`{|}~]+$/.test(value) ? value : undefined;
}

export const sessionName = (secure: boolean): string => `${secure ? "__Secure-" : ""}remit_session`;
export const guestName = (secure: boolean): string => `${secure ? "__Secure-" : ""}remit_guest`;
/** As the library calls it. */
const halfwayName = (secure: boolean): string => `${secure ? "__Secure-" : ""}remit.two_factor`;

const signature = (token: string, secret: string): string => createHmac("sha256", secret).update(token).digest("base64");
/** The value of a session's cookie as the library signs it. @param secret the one the library was opened with. */
export const signedToken = (token: string, secret: string): string => encodeURIComponent(`${token}.${signature(token, secret)}`);

/** The token of a signed value; nothing where the signature is not right. */
function tokenOf(value: string, secret: string): string | undefined {
  const [, token = "", given = ""] = /^([\w-]{1,200})\.([\w+/=]{1,100})$/.exec(value.replaceAll(/%2B/gi, "+").replaceAll(/%2F/gi, "/").replaceAll(/%3D/gi, "=")) ?? [];
  const [had, right] = [Buffer.from(given), Buffer.from(signature(token, secret))];
  return token !== "" && had.length === right.length && timingSafeEqual(had, right) ? token : undefined;
}

/** @param secure whether browsers reach this Remit by https: then only names count that they hold to it. */
export function carriedBy(header: string, secure: boolean, secret: string): Carried {
  const value = onlyCookie(header, sessionName(secure));
  const session = value === undefined ? undefined : tokenOf(value, secret);
  const guest = onlyCookie(header, guestName(secure));
  const half = onlyCookie(header, halfwayName(secure));
  return { ...(session === undefined ? {} : { session }), ...(guest === undefined ? {} : { guest }), ...(half === undefined ? {} : { halfway: `${halfwayName(secure)}=${half}` }) };
}
