import type { Method } from "#core/who/answer.ts";

const SCHEMES = { voice: "tel:", sms: "sms:", email: "mailto:" } as const;

/** What pressing a method does; a chat or push handle is only read. */
export function linkOf({ kind, value }: Method): string | undefined {
  if (value === undefined || kind === "chat" || kind === "push") return undefined;
  return kind === "email" ? `${SCHEMES[kind]}${value.trim()}` : `${SCHEMES[kind]}${value.replaceAll(/[^\d+*#,;]/g, "")}`;
}
