import type { ItemKind } from "../model/document.ts";
import type { Item } from "../model/items.ts";

/** Which item of the newer matrix an id of the older one means, by kind; ids that stayed are not in it. */
export type NewIds = ReadonlyMap<ItemKind, ReadonlyMap<string, string>>;

const every = (kind: ItemKind, ...fields: readonly string[]): readonly (readonly [string, ItemKind])[] => fields.map((field) => [field, kind] as const);

/** Fields that name another item, by their own name, wherever they stand. */
const BY_FIELD: ReadonlyMap<string, ItemKind> = new Map([
  ...every("role", "role", "roles", "secondary", "primary", "initiator", "acceptor", "disputes", "approvers", "producer", "collector", "responsible", "validator", "owner", "installs", "configures", "monitors", "ownsTool", "performers", "authorityHolder", "determiner", "submitter", "route", "delegatedTo"),
  ...every("person", "person", "people", "holders", "substitute", "sameHumanAs", "lastResort", "out", "in", "recordedBy"),
  ...every("party", "party", "riskOwner"),
  ...every("area", "area"), ...every("stage", "stage"), ...every("scope", "scope", "site", "environment"), ...every("calendar", "calendar"),
  ...every("event", "events"), ...every("severity", "severities", "rootCauseFor"), ...every("path", "then"), ...every("rotation", "rotation"),
]);

/** Words that mean another thing with another kind of item. */
const BY_KIND: ReadonlyMap<string, ItemKind> = new Map([
  ["activity/to", "role"], ["activity/by", "role"], ["scope/from", "scope"], ["delegation/from", "person"], ["delegation/to", "person"],
  ["waiver/by", "person"], ["confirmation/by", "person"], ["holder-change/by", "person"], ["clock/after", "clock"],
]);

/** The kind of item that a field names, if it names one. */
export const namedBy = (kind: ItemKind, field: string): ItemKind | undefined => BY_KIND.get(`${kind}/${field}`) ?? BY_FIELD.get(field);

/** An item with what it names in the ids of the newer matrix; the same object where nothing has a new id. */
export function inNewIds(kind: ItemKind, item: Item, ids: NewIds): Item {
  if (ids.size === 0) return item;
  const said = (value: unknown, field: string): unknown => {
    if (typeof value === "string") {
      const named = namedBy(kind, field);
      return named === undefined ? value : (ids.get(named)?.get(value) ?? value);
    }
    if (Array.isArray(value)) return changedOnly(value, value.map((each) => said(each, field)));
    if (typeof value !== "object" || value === null || field === "columns") return value;
    const before = value as Readonly<Record<string, unknown>>;
    let changed = false;
    const after = Object.fromEntries(Object.entries(before).map(([key, one]) => {
      const now = said(one, key);
      changed ||= now !== one;
      return [key, now];
    }));
    return changed ? after : value;
  };
  return said(item, "") as Item;
}

const changedOnly = (before: readonly unknown[], after: readonly unknown[]): readonly unknown[] => (after.every((one, i) => one === before[i]) ? before : after);

/** The kinds in an order in which each comes after those it names. */
export const NAMED_FIRST: readonly ItemKind[] = ["calendar", "party", "person", "role", "area", "stage", "scope", "severity", "event"];
