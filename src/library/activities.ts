import type { LibraryActivity } from "./activity.ts";
import { CHANGE } from "./activities/change.ts";
import { COMPLIANCE } from "./activities/compliance.ts";
import { DELIVERY } from "./activities/delivery.ts";
import { GOVERNANCE } from "./activities/governance.ts";
import { INCIDENT } from "./activities/incident.ts";
import { OPERATION } from "./activities/operation.ts";
import { SECURITY } from "./activities/security.ts";
import { SERVICE } from "./activities/service.ts";

/** Every activity of the library, in the order in which a reader would build a matrix. */
export const ACTIVITIES: readonly LibraryActivity[] = [
  ...GOVERNANCE, ...OPERATION, ...SECURITY, ...INCIDENT, ...CHANGE, ...COMPLIANCE, ...DELIVERY, ...SERVICE,
];

const byId = new Map(ACTIVITIES.map((activity) => [activity.id, activity]));

/** The activity with this id, if the library has it. */
export const libraryActivity = (id: string): LibraryActivity | undefined => byId.get(id);
