import { Link } from "@tanstack/react-router";
import { useHere } from "../shell/here.ts";
import { pageOf, within } from "../shell/places.ts";
import { say } from "../words.ts";

/** The way to the item something rests on, where a page shows it. */
export function PlaceLink({ place: { kind, id } }: { readonly place: { readonly kind: string; readonly id?: string } }) {
  const { workspace } = useHere();
  const page = pageOf(kind);
  if (page === undefined) return null;
  return (
    <Link to={`/w/$workspace/${page}`} params={{ workspace: workspace.id }} {...(within({ kind, id }) as object)} hashScrollIntoView={false}>
      {say("proof.look")}
    </Link>
  );
}
