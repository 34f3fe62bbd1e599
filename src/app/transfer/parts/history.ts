import { historyText } from "../../history/hand-out.ts";
import type { ExportPart } from "../part.ts";

/** Everything that was ever changed, chained and signed. */
export const history: ExportPart = {
  name: "history.json",
  about: "the whole history, chained and signed: `remit verify history.json` proves it",
  write: ({ db, signer, account, workspace }) => historyText(db, signer, account, workspace),
};
