import { letWait } from "./waiting-link.ts";

/** Where one is while nobody is signed in. */
const ENTRANCE = "/enter";

/**
 * The page somebody was on, out of the address of the entrance. Only a page of a workspace: an address that
 * was made up elsewhere leads nowhere else.
 */
export function wayBack(search: string): string | undefined {
  const path = new URLSearchParams(search).get("back") ?? "";
  return /^\/w\/[\w?&=#%.,:+~/-]+$/.test(path) && !path.includes("//") && !path.includes("..") ? path : undefined;
}

/** The entrance, with the page one comes back to. */
export const entranceFrom = (path: string): string => (path === "/w" || path === "/w/" || wayBack(`?${new URLSearchParams({ back: path })}`) === undefined ? ENTRANCE : `${ENTRANCE}?${new URLSearchParams({ back: path })}`);

/** Where to go once signed in: back, if that workspace is one's own, or to the first one. */
export function destination(search: string, workspaces: readonly { readonly id: string }[]): string {
  const back = wayBack(search);
  return back !== undefined && workspaces.some(({ id }) => back.split(/[/?#]/)[2] === id) ? back : workspaces[0] ? `/w/${workspaces[0].id}/matrix` : "/w";
}

let going = false;
/** Whether the page is on its way out because nobody is signed in: then it does not ask whether one wants to leave. */
export const isGoing = (): boolean => going;

/** Leaves for the entrance and remembers this page. What was not sent yet waits in this browser. */
export function toEntrance(): void {
  going = true;
  // What stands behind `#` may be a secret: it is put into no other address.
  location.replace(letWait(location) ? ENTRANCE : entranceFrom(location.pathname + location.search + location.hash));
}
