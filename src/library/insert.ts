import type { Activity, Assignment, Letter } from "#core/model/activity.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import type { Edit } from "#core/model/edit.ts";
import { idFrom } from "#core/model/id.ts";
import type { Party, Role } from "#core/model/party.ts";
import { libraryActivity } from "./activities.ts";
import { libraryRole, type LibraryRole, type RoleKey } from "./roles.ts";

/** How a party is called that the matrix did not have yet. */
const PLACEHOLDER: Readonly<Record<LibraryRole["side"], string>> = {
  client: "Your company", provider: "Your provider", integrator: "Your integrator", vendor: "Your vendor",
};

/**
 * The edits that add one library activity as a row, "not yet adapted", with the library id as its origin.
 * Roles of the matrix are used where one of the same kind of party has the post's name or another name
 * for it; missing roles, parties and the area are added first. A row that is already there gives no edits.
 * @throws RangeError when the library has no such activity.
 */
export function insertFromLibrary(document: MatrixDocument, id: string): Edit[] {
  const source = libraryActivity(id);
  if (source === undefined) throw new RangeError(`the library has no activity \`${id}\``);
  if (document.activities.some((row) => row.origin === source.id)) return [];
  const edits: Edit[] = [];
  const cast = castOf(document, edits);
  const letters = (letter: Letter, keys: readonly RoleKey[]): Assignment[] => keys.map((key) => ({ role: cast.role(key).id, letter }));
  const assignments = [
    ...letters("R", source.responsible),
    ...letters("A", [source.accountable]),
    ...letters("C", source.consulted),
    ...letters("I", source.informed),
  ];
  const producer = cast.role(source.responsible[0] ?? source.accountable).id;
  const partyOf = (side: "client" | "provider") =>
    source.responsible.map((key) => ({ key, role: cast.role(key) })).find(({ key }) => (libraryRole(key).side === "client") === (side === "client"))?.role;
  const parts = (["client", "provider"] as const).flatMap((side) => {
    const role = partyOf(side);
    return source.split && role ? [{ party: role.party, does: source.split[side], responsible: role.id }] : [];
  });
  const row: Activity = {
    id: idFrom(source.title, new Set(document.activities.map((activity) => activity.id))),
    title: source.title,
    area: areaNamed(document, source.area, edits),
    kind: source.kind,
    ...(source.critical ? { criticality: "critical" as const } : {}),
    assignments: distinct(assignments),
    ...(source.split
      ? { split: { parts, ...(source.split.validator ? { validator: cast.role(source.split.validator).id } : {}) } }
      : {}),
    ...(source.approvers ? { approvers: source.approvers.map((key) => cast.role(key).id) } : {}),
    approval: { class: source.approval },
    cadence: source.cadence,
    evidence: [{ artifact: source.evidence, producer, ...(source.cadence.every ? { cadence: source.cadence.every } : {}) }],
    ...(source.controls.length > 0 ? { controls: [...source.controls] } : {}),
    origin: source.id,
    notYetAdapted: true,
    ...(source.note ? { note: source.note } : {}),
  };
  return [...edits, { do: "add", kind: "activity", item: row }];
}

/** One post may stand for two keys of the library: the same letter of the same role counts once. */
function distinct(assignments: readonly Assignment[]): Assignment[] {
  const seen = new Set<string>();
  return assignments.filter(({ role, letter }) => {
    const key = `${role} ${letter}`;
    return !seen.has(key) && seen.add(key);
  });
}

const plain = (name: string): string => name.replace(/\([^)]*\)/g, " ").replace(/[^A-Za-z0-9/]+/g, " ").trim().toLowerCase();

/** Finds the matrix's role for a key, or adds it to `edits`; the same key gives the same role. */
function castOf(document: MatrixDocument, edits: Edit[]): { role(key: RoleKey): Role } {
  const chosen = new Map<RoleKey, Role>();
  const parties: Party[] = [...document.parties];
  const roleIds = new Set<string>(document.roles.map((role) => role.id));
  const partyIds = new Set<string>(parties.map((party) => party.id));
  const partyOf = (side: LibraryRole["side"]): Party => {
    const known = parties.find((party) => party.kind === side);
    if (known) return known;
    const added: Party = { id: idFrom(side, partyIds), name: PLACEHOLDER[side], kind: side };
    parties.push(added);
    edits.push({ do: "add", kind: "party", item: added });
    return added;
  };
  return {
    role(key) {
      const known = chosen.get(key);
      if (known) return known;
      const post = libraryRole(key);
      const names = new Set([post.name, ...post.also].map(plain));
      const existing = document.roles.find(
        (role) => names.has(plain(role.name)) && document.parties.find((party) => party.id === role.party)?.kind === post.side,
      );
      const role: Role = existing ?? { id: idFrom(post.name, roleIds), name: post.name, party: partyOf(post.side).id, function: post.function };
      if (!existing) edits.push({ do: "add", kind: "role", item: role });
      chosen.set(key, role);
      return role;
    },
  };
}

function areaNamed(document: MatrixDocument, name: string, edits: Edit[]): string {
  const areas = document.areas ?? [];
  const known = areas.find((area) => plain(area.name) === plain(name));
  if (known) return known.id;
  const id = idFrom(name, new Set(areas.map((area) => area.id)));
  edits.push({ do: "add", kind: "area", item: { id, name } });
  return id;
}
