import { UnreadableFile } from "#formats/workbook.ts";
import type { FileProblem } from "#formats/yaml/read.ts";
import type { Failure } from "./order.ts";

/** A `*.remit.yaml` or JSON file that is no Matrix document. */
export class UnusableMatrix extends Error {
  readonly problems: readonly FileProblem[];
  constructor(problems: readonly FileProblem[]) {
    super(problems[0]?.message ?? "this is not a Matrix document");
    this.name = "UnusableMatrix";
    this.problems = problems;
  }
}

const placeOf = ({ line, place }: FileProblem): string => [line === undefined ? "" : `line ${line}`, place ?? ""].filter(Boolean).join(", ");

/** What went wrong as the page shows it. Only foreseen errors speak for themselves. */
export function refusal(error: unknown): Failure {
  if (error instanceof UnreadableFile) return { code: error.code, message: error.message, remedy: error.remedy, ...(error.place ? { place: error.place } : {}) };
  if (error instanceof UnusableMatrix) {
    const [first, ...more] = error.problems;
    const place = first && placeOf(first);
    return {
      code: "not-a-matrix",
      message: error.message,
      remedy: first?.remedy ?? "mend that line and bring the file again",
      ...(place ? { place } : {}),
      ...(more.length > 0 ? { more: more.slice(0, 20).map((problem) => [placeOf(problem), problem.message].filter(Boolean).join(": ")) } : {}),
    };
  }
  console.error(error);
  return { code: "unexpected", message: "something went wrong here while working on this file", remedy: "try the file saved again as XLSX or CSV; the browser's console holds the details" };
}
