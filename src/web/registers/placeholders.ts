import { say } from "../words.ts";
import { partyKinds } from "./party-kinds.ts";
import type { Placeholders } from "./plan.ts";

/** Names for what nobody has named yet. */
export const placeholders = (): Placeholders => ({
  title: say("guide.matrix-title.blank"),
  party: { ...(Object.fromEntries(partyKinds().map(({ value, label }) => [value, label])) as Placeholders["party"]), client: say("start.client"), provider: say("start.provider") },
});
