/** Id of the list of time zones that fields offer. */
export const ZONES = "time-zones";

/** Whether a text names a time zone that this browser knows. */
export function isZone(text: string): boolean {
  if (!/^(UTC|[A-Z][A-Za-z]+(\/[A-Za-z0-9_+-]+){0,2})$/.test(text)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat("en-GB", { timeZone: text }));
  } catch {
    return false;
  }
}

/** Every time zone the browser knows. */
export const zones = (): readonly string[] => ["UTC", ...Intl.supportedValuesOf("timeZone")];
