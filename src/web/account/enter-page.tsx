import { useSyncExternalStore } from "react";
import { say } from "../words.ts";
import { EntranceCard } from "./entrance-card.tsx";
import { GuestEntrance, GuestOver } from "./guest-entrance.tsx";
import { InvitationEntrance } from "./invitation-entrance.tsx";
import { LinkEntrance } from "./link-entrance.tsx";
import { OwnerEntrance } from "./owner-entrance.tsx";
import { SignIn } from "./sign-in.tsx";
import { destination, wayBack } from "./way-back.ts";

const subscribe = (listener: () => void): (() => void) => {
  addEventListener("hashchange", listener);
  return () => removeEventListener("hashchange", listener);
};

/** The one page for coming in. What stands behind the `#` says how; it never reaches the server by being opened. */
export function EnterPage() {
  const hash = useSyncExternalStore(subscribe, () => location.hash.slice(1));
  const [, kind, token] = /^(?:(invitation|link|guest)=)?(.*)$/.exec(hash) ?? [];
  if (kind === "invitation") return <InvitationEntrance key={hash} token={token ?? ""} />;
  if (kind === "link") return <LinkEntrance key={hash} token={token ?? ""} />;
  if (kind === "guest") return <GuestEntrance key={hash} token={token ?? ""} />;
  if (hash !== "") return <OwnerEntrance key={hash} token={hash} />;
  if (new URLSearchParams(location.search).get("visit") === "over") return <GuestOver />;
  return (
    <EntranceCard title={say("enter.sign-in")}>
      <SignIn {...(wayBack(location.search) === undefined ? {} : { lead: say("enter.sign-in.back") })} onEntered={({ workspaces }) => location.replace(destination(location.search, workspaces))} />
    </EntranceCard>
  );
}
