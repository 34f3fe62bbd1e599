import type { PartyKind } from "#core/model/party.ts";
import { say } from "../words.ts";
import type { Choice } from "./inline-choice.tsx";

const KINDS: readonly PartyKind[] = ["client", "provider", "vendor", "supplier", "integrator", "regulator"];

/** What an organisation can be in a matrix, to choose from. */
export const partyKinds = (): Choice[] => KINDS.map((kind) => ({ value: kind, label: say(`party.${kind}`) }));
