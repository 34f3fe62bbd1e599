const DAY = 86_400_000;

/** The first instant of a day, UTC, in milliseconds. */
export const startOfDay = (day: string): number => Date.parse(`${day}T00:00:00Z`);
/** The first instant after a day. */
export const dayAfter = (day: string): number => startOfDay(day) + DAY;
