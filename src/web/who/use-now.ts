import { useEffect, useState } from "react";
import type { Minute } from "#core/time/minute.ts";

const minute = (): Minute => Math.floor(Date.now() / 60_000);

/** This minute, and the next one when it comes; also after the telephone slept. */
export function useNow(): Minute {
  const [now, setNow] = useState(minute);
  useEffect(() => {
    const look = (): void => setNow(minute());
    const ticking = setInterval(look, 1_000);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(ticking);
      document.removeEventListener("visibilitychange", look);
    };
  }, []);
  return now;
}
