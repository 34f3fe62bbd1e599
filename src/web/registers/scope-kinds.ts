import { say } from "../words.ts";
import type { Choice } from "./inline-choice.tsx";
import { SCOPE_GROUPS } from "./scope-groups.ts";

/** Every kind of scope item, under the heading of its group. */
export const scopeKinds = (): Choice[] => SCOPE_GROUPS.flatMap(({ id, kinds }) => kinds.map((kind): Choice => ({ value: kind, label: say(`scope.kind.${kind}`), group: say(`scope.group.${id}`) })));
