import type { MatrixDocument } from "#core/model/document.ts";
import { applyEdits } from "#core/model/edit.ts";
import type { Party, Role } from "#core/model/party.ts";

/** The matrix with a role on another party, which may be new. */
export const changeRoleSide = (document: MatrixDocument, role: Role, party: Party, isNew: boolean): MatrixDocument =>
  applyEdits(document, [...(isNew ? [{ do: "add" as const, kind: "party" as const, item: party }] : []), { do: "set", at: { kind: "role", id: role.id }, field: "party", value: party.id }]);
