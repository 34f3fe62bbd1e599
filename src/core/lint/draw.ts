/** Findings as text for the terminal, the docs and the tests. */
export { drawFinding, type DrawOptions, type Paint, type Tone } from "./draw-finding.ts";
export { drawReport } from "./draw-report.ts";
