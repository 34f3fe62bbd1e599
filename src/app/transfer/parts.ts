import type { ExportPart } from "./part.ts";
import { history } from "./parts/history.ts";
import { matrixJson } from "./parts/matrix-json.ts";
import { matrixYaml } from "./parts/matrix-yaml.ts";
import { members } from "./parts/members.ts";

/** What an export holds, in the order in which it is written. */
export const PARTS: readonly ExportPart[] = [matrixYaml, matrixJson, members, history];
