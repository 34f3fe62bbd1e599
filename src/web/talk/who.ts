import type { MatrixDocument } from "#core/model/document.ts";
import { useHere } from "../shell/here.ts";
import { useSnapshot } from "../shell/use-draft.ts";
import { say } from "../words.ts";
import type { BesideSnapshot } from "./beside.ts";

/** The name of a party; its id where the matrix has it no more. */
export const partyName = ({ parties }: MatrixDocument, id: string | null): string => parties.find((party) => party.id === id)?.name ?? id ?? say("here.nobody");

/** The name behind an id of what was said or done. */
export const nameOf = ({ names }: BesideSnapshot, actor: string | null): string => names.get(actor ?? "")?.name ?? say("talk.left");

export interface Entitled {
  /** The party one speaks for. */
  readonly party: string | null;
  readonly mayTalk: boolean;
  /** Whether one says that a question is settled, or open again. */
  readonly maySettle: boolean;
  /** Whether one lays evidence down. */
  readonly mayShow: boolean;
  readonly mayEdit: boolean;
  /** Whether one agrees and answers for one's party. */
  readonly mayDecide: boolean;
}

/** What one's role allows in the open workspace; the server decides it again. */
export function useEntitled(): Entitled {
  const { me, workspace, beside, store } = useHere();
  useSnapshot(store);
  const { role, party } = workspace;
  const decides = role === "owner" || role === "editor" || role === "approver";
  const { agreement } = beside.snapshot();
  const works = decides || role === "operator";
  return { party, mayTalk: works || me.guest?.purpose === "comment", maySettle: works && me.guest === undefined, mayShow: works, mayEdit: role === "owner" || role === "editor", mayDecide: decides && party !== null && (agreement === undefined || agreement.deciding.includes(party)) };
}
