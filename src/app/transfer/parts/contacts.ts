import { privateContactsOf } from "#db/private-contact.ts";
import type { ExportPart } from "../part.ts";

/** Numbers and addresses the exporter's party keeps to itself; they are in no other part. */
export const contacts: ExportPart = {
  name: "contacts.json",
  about: "contacts the exporter's own party keeps to itself; import puts them back, still private",
  async *write({ db, account, workspace }) {
    yield JSON.stringify(await privateContactsOf(db, account, workspace), null, 2);
  },
};
