import { CircleX, Info, TriangleAlert } from "lucide-react";
import type { Severity } from "#core/lint/finding.ts";
import style from "./severity-sign.module.css";

const SIGNS = { error: CircleX, warning: TriangleAlert, note: Info } as const;

/** Shape and colour together; the word stands beside it or is given to a screen reader by the caller. */
export function SeveritySign({ severity, size = 16 }: { readonly severity: Severity; readonly size?: number }) {
  const Sign = SIGNS[severity];
  return <Sign aria-hidden size={size} className={style[severity]} />;
}
