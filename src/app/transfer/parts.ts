import type { ExportPart } from "./part.ts";
import { beside } from "./parts/beside.ts";
import { contacts } from "./parts/contacts.ts";
import { history } from "./parts/history.ts";
import { matrixJson } from "./parts/matrix-json.ts";
import { matrixYaml } from "./parts/matrix-yaml.ts";
import { members } from "./parts/members.ts";
import { minuteTests } from "./parts/minute-tests.ts";
import { reviews } from "./parts/reviews.ts";
import { versions } from "./parts/versions.ts";

/** What an export holds, in the order in which it is written. */
export const PARTS: readonly ExportPart[] = [matrixYaml, matrixJson, contacts, members, beside, versions, minuteTests, reviews, history];

/** What import takes over of it; the rest is proved and stays in the file. */
export const TAKEN: ReadonlySet<string> = new Set([matrixYaml, matrixJson, contacts, members, history].map(({ name }) => name));
