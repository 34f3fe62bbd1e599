import { useEffect, useState } from "react";
import { DEFAULT_POLICY, type Policy } from "#core/readiness/blockers.ts";
import { useHere } from "../shell/here.ts";
import { readSignatories } from "../versions/versions.ts";

/** What blocks here: what the owners said; what is usual for whoever may not know it, a guest. */
export function usePolicy(): Policy {
  const { workspace } = useHere();
  const [policy, setPolicy] = useState<Policy>(DEFAULT_POLICY);
  useEffect(() => {
    let late = false;
    readSignatories(workspace.id).then(({ policy: { weights } }) => late || setPolicy(weights), () => undefined);
    return () => void (late = true);
  }, [workspace.id]);
  return policy;
}
