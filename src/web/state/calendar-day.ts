const written = (date: Date): string => `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, "0")}-${String(date.getDate()).padStart(2, "0")}`;

/** The reader's day, for waivers and expiries. */
export const today = (): string => written(new Date());

/** The same day of the month some months on; where that month is shorter, its last day. */
export function monthsOn(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(year, month + months, 0).getDate();
  return written(new Date(year, month - 1 + months, Math.min(date, last)));
}

/** A day where there is little room: 3 May 2027, 14 Sept 2027. */
export function sayShortDay(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date).toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric" });
}

/** A day as people write it: 3 May 2027. */
export function sayDay(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
}
