import { useEffect, useState, useSyncExternalStore } from "react";
import { say } from "../words.ts";
import { EntranceCard } from "./entrance-card.tsx";
import { GuestEntrance, GuestOver } from "./guest-entrance.tsx";
import style from "./entrance-card.module.css";
import { InvitationEntrance } from "./invitation-entrance.tsx";
import { LinkEntrance } from "./link-entrance.tsx";
import { OwnerEntrance } from "./owner-entrance.tsx";
import { SignIn } from "./sign-in.tsx";
import { comeBack } from "./single-sign-on.ts";
import { TieEntrance } from "./tie-entrance.tsx";
import { waiting } from "./waiting-link.ts";
import { destination, wayBack } from "./way-back.ts";

const subscribe = (listener: () => void): (() => void) => {
  addEventListener("hashchange", listener);
  return () => removeEventListener("hashchange", listener);
};

/** Why an organisation's sign-in signed nobody in; anything else in the address says nothing. */
const TROUBLES = ["begin-again", "refused", "issuer", "unverified", "foreign", "gone", "taken"] as const;

/** The one page for coming in. What stands behind the `#` says how; it never reaches the server by being opened. */
export function EnterPage() {
  const hash = useSyncExternalStore(subscribe, () => location.hash.slice(1));
  const [, kind, token] = /^(?:(invitation|link|guest)=)?(.*)$/.exec(hash) ?? [];
  const [back] = useState(() => comeBack(location.search));
  useEffect(() => {
    if (back !== undefined) location.replace(back);
  }, [back]);
  if (back !== undefined) return null;
  if (kind === "invitation") return <InvitationEntrance key={hash} token={token ?? ""} />;
  if (kind === "link") return <LinkEntrance key={hash} token={token ?? ""} />;
  if (kind === "guest") return <GuestEntrance key={hash} token={token ?? ""} />;
  if (hash !== "") return <OwnerEntrance key={hash} token={hash} />;
  if (new URLSearchParams(location.search).get("visit") === "over") return <GuestOver />;
  const said = new URLSearchParams(location.search);
  const show = said.get("show");
  if (show === "code" || show === "password") return <TieEntrance by={show} />;
  const trouble = TROUBLES.find((one) => one === said.get("trouble"));
  return (
    <EntranceCard title={say("enter.sign-in")}>
      {trouble === undefined ? null : (
        <p role="alert" className={style.trouble}>
          {say(`enter.trouble.${trouble}`)}
        </p>
      )}
      <SignIn {...(wayBack(location.search) === undefined ? {} : { lead: say("enter.sign-in.back") })} onEntered={({ workspaces }) => location.replace(waiting() ?? destination(location.search, workspaces))} />
    </EntranceCard>
  );
}
