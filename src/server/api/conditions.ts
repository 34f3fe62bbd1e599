import { createHash } from "node:crypto";

/** The tag of a representation, so that a sender can say which one they had seen. */
export const tagOf = (body: string): string => `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;

const tags = (header: string): string[] => header.match(/(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"/g) ?? [];

/** Whether `If-None-Match` names what is there now: then it need not be sent again. */
export const isKnown = (header: string | undefined, tag: string): boolean => header !== undefined && (header.trim() === "*" || tags(header).some((one) => one.replace(/^W\//, "") === tag));

/** Whether `If-Match`, where there is one, allows the change: only for whoever had seen exactly what is there now. */
export const isAllowed = (header: string | undefined, tag: string): boolean => header === undefined || header.trim() === "*" || tags(header).includes(tag);
