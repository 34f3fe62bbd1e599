/** A day in the reader's zone, as words. */
export const dayOf = (instant: string): string => new Date(instant).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
/** A day and a time in the reader's zone. */
export const momentOf = (instant: string): string => new Date(instant).toLocaleString("en-GB", { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" });
