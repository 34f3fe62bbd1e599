import * as z from "zod/mini";
import { Area, Stage } from "#core/model/activity.ts";
import { Clause } from "#core/model/clause.ts";
import type { ListKind, MatrixDocument } from "#core/model/document.ts";
import { Party, Person, Role } from "#core/model/party.ts";
import { ScopeItem } from "#core/model/scope.ts";
import { choice, flag, named, namedList, span, title, wordList, words, type Field } from "./field.ts";

/** A sheet with one item of a list to a row. */
export interface ListSheet<T extends { readonly id: string }> {
  readonly sheet: string;
  readonly kind: ListKind;
  readonly noun: string;
  readonly schema: { safeParse(value: unknown): { readonly success: boolean; readonly data?: T; readonly error?: { readonly issues: readonly { readonly message: string }[] } } };
  readonly fields: readonly Field<T>[];
  items(document: MatrixDocument): readonly T[];
}

const id = <T extends { readonly id: string }>(): Field<T> => ({ key: "id", header: "ID", width: 18, show: (item) => item.id });
const name = <T>(width = 30): Field<T> => title("name", { header: "Name", width });
const note = <T>(): Field<T> => words("note", { header: "Notes", width: 44 });
const CRITICALITY = ["critical", "high", "normal", "low"];

const list = <T extends { readonly id: string }>(sheet: Omit<ListSheet<T>, "schema">, schema: z.core.$ZodType<T>): ListSheet<T> => ({ ...sheet, schema: schema as unknown as ListSheet<T>["schema"] });

const parties = list<Party>({
  sheet: "Parties", kind: "party", noun: "party",
  items: (document) => document.parties,
  fields: [
    id(), name(),
    choice("kind", { header: "Kind", width: 14 }, ["client", "provider", "vendor", "supplier", "integrator", "regulator"]),
    wordList("functions", { header: "Functions", width: 28 }),
    named("calendar", { header: "Business hours", width: 22 }, "calendar"),
    note(),
  ],
}, Party);

const people = list<Person>({
  sheet: "People", kind: "person", noun: "person",
  items: (document) => document.people ?? [],
  fields: [
    id(), name(),
    named("party", { header: "Party", width: 24 }, "party"),
    words("timeZone", { header: "Time zone", width: 22 }),
    named("sameHumanAs", { header: "Same human as", width: 24 }, "person"),
    note(),
  ],
}, Person);

const roles = list<Role>({
  sheet: "Roles", kind: "role", noun: "role",
  items: (document) => document.roles,
  fields: [
    id(), name(),
    named("party", { header: "Party", width: 24 }, "party"),
    words("function", { header: "Function", width: 22 }),
    namedList("holders", { header: "Holders", width: 30 }, "person"),
    flag("coordinator", { header: "Coordinates", width: 13 }),
    note(),
  ],
}, Role);

const areas = list<Area>({
  sheet: "Areas", kind: "area", noun: "area",
  items: (document) => document.areas ?? [],
  fields: [id(), name(), named("primary", { header: "Primary owner", width: 28 }, "role"), named("secondary", { header: "Secondary owner", width: 28 }, "role"), note()],
}, Area);

const stages = list<Stage>({
  sheet: "Stages", kind: "stage", noun: "stage",
  items: (document) => document.stages ?? [],
  fields: [
    id(), name(24),
    words("input", { header: "Input", width: 28 }),
    named("owner", { header: "Owner", width: 24 }, "role"),
    words("output", { header: "Output", width: 28 }),
    named("acceptor", { header: "Acceptor", width: 24 }, "role"),
    span("escalateAfter", { header: "Escalate after", width: 14 }),
    words("escalation", { header: "Escalation", width: 28 }),
    words("boundary", { header: "Boundary", width: 28 }),
    flag("serviceStarts", { header: "Service starts", width: 12 }),
  ],
}, Stage);

const scope = list<ScopeItem>({
  sheet: "Scope", kind: "scope", noun: "scope item",
  items: (document) => document.scope ?? [],
  fields: [
    id(), name(),
    choice("kind", { header: "Kind", width: 20 }, [
      "server", "workstation", "network-device", "cloud-service", "business-application", "firewall", "vpn", "identity", "backup",
      "endpoint-protection", "monitoring", "log-source", "alert-source", "audit-trail", "site", "environment", "data-class", "equipment", "other",
    ]),
    choice("criticality", { header: "Criticality", width: 12 }, CRITICALITY),
    flag("businessCritical", { header: "Business critical", width: 11 }),
    flag("production", { header: "Production", width: 12 }),
    named("owner", { header: "Owner", width: 24 }, "role"),
    named("installs", { header: "Installs", width: 22 }, "role"),
    named("configures", { header: "Configures", width: 22 }, "role"),
    named("monitors", { header: "Monitors", width: 22 }, "role"),
    named("ownsTool", { header: "Owns the tool", width: 22 }, "role"),
    flag("notMonitored", { header: "Not monitored", width: 12 }),
    named("site", { header: "Site", width: 20 }, "scope"),
    named("environment", { header: "Environment", width: 20 }, "scope"),
    wordList("labels", { header: "Labels", width: 16 }),
    flag("legacyCredentials", { header: "Legacy credentials", width: 12 }),
    flag("informalAdministration", { header: "Informal administration", width: 14 }),
    words("place", { header: "Place", width: 18 }),
    words("serial", { header: "Serial", width: 18 }),
    words("warrantyUntil", { header: "Warranty until", width: 14 }),
    note(),
  ],
}, ScopeItem);

/** In the order they are read back: what is named comes before what names it. */
const clauses = list<Clause>({
  sheet: "Clauses", kind: "clause", noun: "clause",
  items: (document) => document.clauses ?? [],
  fields: [id(), title("title", { header: "Title", width: 34 }), words("text", { header: "Text", width: 90 })],
}, Clause);

/** Lists that few matrices have: no empty sheet is written for them. */
export const SELDOM: ReadonlySet<ListKind> = new Set(["stage", "clause"]);

export const LIST_SHEETS: readonly ListSheet<{ readonly id: string }>[] = [parties, people, roles, areas, stages, scope, clauses] as unknown as readonly ListSheet<{ readonly id: string }>[];
