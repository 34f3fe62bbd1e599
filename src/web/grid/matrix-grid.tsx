import { memo, useCallback, useState } from "react";
import { usePhone } from "./phone.ts";
import { GridSurface } from "./grid-surface.tsx";
import type { MatrixGridProps } from "./grid-props.ts";
import { PLAIN_LOOK, type Look } from "./look.ts";
import { PhoneRows } from "./phone-rows.tsx";

/** The matrix, edited like a spreadsheet: as lanes or as RACI, on the same rows. On a phone, rows to read. */
export const MatrixGrid = memo(function MatrixGrid({ store, look: given, onLook, ...more }: MatrixGridProps) {
  const [look, setLook] = useState(given ?? PLAIN_LOOK);
  const phone = usePhone();
  const change = useCallback(
    (next: Look): void => {
      setLook(next);
      onLook?.(next);
    },
    [onLook],
  );
  const Shape = phone ? PhoneRows : GridSurface;
  return <Shape store={store} look={look} onLook={change} {...more} />;
});
