import { Eye } from "lucide-react";
import { dayOf } from "../account/moments.ts";
import { say } from "../words.ts";
import type { Me } from "./account.ts";
import style from "./guest-bar.module.css";

/** Says to a guest what they are here, and until when. */
export function GuestBar({ guest: { until, purpose } }: { readonly guest: NonNullable<Me["guest"]> }) {
  return (
    <div className={style.bar}>
      <Eye aria-hidden size={16} />
      <p>{say(purpose === "comment" ? "guest.bar.comment" : "guest.bar", { day: dayOf(until) })}</p>
    </div>
  );
}
