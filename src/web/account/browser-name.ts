/** Names in the order in which they must be looked for: most browsers claim to be several. */
const BROWSERS = [["Edg", "Edge"], ["OPR", "Opera"], ["SamsungBrowser", "Samsung Internet"], ["Firefox", "Firefox"], ["FxiOS", "Firefox"], ["CriOS", "Chrome"], ["Chrome", "Chrome"], ["Safari", "Safari"]] as const;
const SYSTEMS = [["iPhone", "iPhone"], ["iPad", "iPad"], ["Android", "Android"], ["Windows", "Windows"], ["CrOS", "ChromeOS"], ["Mac OS X", "Mac"], ["Linux", "Linux"]] as const;

/** What a browser calls itself, in plain words: `Firefox on Windows`. Missing parts are missing. */
export function browserName(agent: string | null): { readonly browser?: string; readonly system?: string } {
  const among = (names: readonly (readonly [string, string])[]): string | undefined => names.find(([sign]) => agent?.includes(sign))?.[1];
  const [browser, system] = [among(BROWSERS), among(SYSTEMS)];
  return { ...(browser === undefined ? {} : { browser }), ...(system === undefined ? {} : { system }) };
}
