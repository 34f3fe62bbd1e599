/** A link that was opened by somebody who has to sign in first. It waits in this tab: in no address that a server sees. */
const KEPT = "remit.waiting";

/** Whether what stands in the address is such a link; then it waits. */
export function letWait({ pathname, hash }: Pick<Location, "pathname" | "hash">): boolean {
  if (pathname !== "/account" || !/^#address=[\w-]+$/.test(hash)) return false;
  sessionStorage.setItem(KEPT, hash);
  return true;
}

/** The page of the link that waits, once. */
export function waiting(): string | undefined {
  const hash = sessionStorage.getItem(KEPT);
  sessionStorage.removeItem(KEPT);
  return hash === null || !/^#address=[\w-]+$/.test(hash) ? undefined : `/account${hash}`;
}
