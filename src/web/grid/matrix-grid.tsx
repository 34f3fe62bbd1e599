import { memo, useCallback, useEffect, useRef, useState } from "react";
import { usePhone } from "./phone.ts";
import { GridSurface } from "./grid-surface.tsx";
import type { MatrixGridProps } from "./grid-props.ts";
import { PLAIN_LOOK, type Look } from "./look.ts";
import { PhoneRows } from "./phone-rows.tsx";

/** Milliseconds of quiet before the look is told: a column that is pulled wider changes it with every pixel, and browsers count how often an address changes. */
const QUIET = 150;

/** The matrix, edited like a spreadsheet: as lanes or as RACI, on the same rows. On a phone, rows to read. */
export const MatrixGrid = memo(function MatrixGrid({ store, look: given, onLook, ...more }: MatrixGridProps) {
  const [look, setLook] = useState(given ?? PLAIN_LOOK);
  const phone = usePhone();
  const later = useRef<number>(undefined);
  useEffect(() => () => clearTimeout(later.current), []);
  const change = useCallback(
    (next: Look): void => {
      setLook(next);
      clearTimeout(later.current);
      if (onLook) later.current = window.setTimeout(() => onLook(next), QUIET);
    },
    [onLook],
  );
  const Shape = phone ? PhoneRows : GridSurface;
  return <Shape store={store} look={look} onLook={change} {...more} />;
});
