/** On which part of a workspace an item of a kind is looked after. */
const PAGES = { activity: "matrix", role: "people", person: "people", party: "people", contact: "people", absence: "people", scope: "scope" } as const;

/** The part of a workspace that shows an item of this kind; none where no page does. */
export const pageOf = (kind: string): (typeof PAGES)[keyof typeof PAGES] | undefined => (kind in PAGES ? PAGES[kind as keyof typeof PAGES] : undefined);
