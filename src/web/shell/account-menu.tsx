import { LogOut, UserRound } from "lucide-react";
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { toEntrance } from "../account/way-back.ts";
import { leave } from "../guests/visits.ts";
import buttons from "../parts/controls.module.css";
import { say } from "../words.ts";
import { signOut, type Me } from "./account.ts";
import style from "./account-menu.module.css";

/** The first letters of the first and the last name. */
const initials = (name: string): string => {
  const words = name.trim().split(/\s+/);
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? "")][0] ?? "").join("").toUpperCase();
};

/** Who is signed in here: their account, and the way out; a guest has only the latter. */
export function AccountMenu({ me }: { readonly me: Me }) {
  const { guest, workspaces } = me;
  const act = (key: string): void => {
    if (key === "leave") void leave(workspaces[0]?.id ?? "").finally(() => location.replace("/enter"));
    else if (key === "out") void signOut().finally(toEntrance);
    else location.assign(`/account?${new URLSearchParams({ back: location.pathname + location.search })}`);
  };
  return (
    <MenuTrigger>
      <Button className={style.initials} aria-label={guest ? say("guest.menu.button", { name: me.name, initials: initials(me.name) }) : say("account.menu.button", { name: me.name, initials: initials(me.name) })}>
        {initials(me.name)}
      </Button>
      <Popover className={buttons.popover} placement="bottom end">
        <p className={style.who}>
          <b>{me.name}</b>
          <span>{guest ? say("guest.here") : (me.email ?? "")}</span>
        </p>
        <Menu className={buttons.items} aria-label={say(guest ? "guest.menu" : "account.menu", { name: me.name })} onAction={(key) => act(String(key))}>
          {guest ? null : (
            <MenuItem id="account" textValue={say("account.mine")} className={buttons.item}>
              <UserRound aria-hidden />
              <span>{say("account.mine")}</span>
            </MenuItem>
          )}
          <MenuItem id={guest ? "leave" : "out"} textValue={say(guest ? "guest.leave" : "shell.out")} className={buttons.item}>
            <LogOut aria-hidden />
            <span>{say(guest ? "guest.leave" : "shell.out")}</span>
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
