import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Where } from "#core/readiness/facts.ts";
import { useHere } from "../shell/here.ts";
import { pageOf, within } from "../shell/places.ts";

/** An item by its name, leading to where it is looked after; plain words where no page shows it. */
export function WhereLink({ where: { kind, id, name }, children = name }: { readonly where: Where; readonly children?: ReactNode }) {
  const { workspace } = useHere();
  const page = pageOf(kind) ?? (kind === "matrix" ? "findings" : undefined);
  if (page === undefined) return <span>{children}</span>;
  return <Link to={`/w/$workspace/${page}`} params={{ workspace: workspace.id }} {...(within({ kind, id }) as object)} hashScrollIntoView={false}>{children}</Link>;
}
