const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** `2026-10-01` as `1 October 2026`. */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split("-");
  return `${Number(date)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/** `2026-10-01T09:30:12Z` as `1 October 2026, 09:30 UTC`. */
export const instantInWords = (at: string): string => `${dayInWords(at.slice(0, 10))}, ${at.slice(11, 16)} UTC`;
