import type { MouseEvent } from "react";
import { move, useAddress, writeAddress, type Section } from "../state/address.ts";
import { say } from "../words.ts";
import style from "./sections.module.css";

/** Links between the parts of the page; each is an address of its own. */
export function Sections({ counts, shown }: { readonly counts: Readonly<Record<Section, number | undefined>>; readonly shown: readonly Section[] }) {
  const address = useAddress();
  const go = (section: Section) => (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    move({ section });
  };
  return (
    <nav className={style.nav} aria-label={say("nav")}>
      {shown.map((section) => (
        <a key={section} href={writeAddress({ ...address, section }) || "#"} aria-current={address.section === section ? "page" : undefined} onClick={go(section)}>
          <span className={style.long}>{say(`nav.${section}`)}</span>
          <span className={style.short} aria-hidden>
            {section === "understood" || section === "unread" ? say(`nav.${section}.short`) : say(`nav.${section}`)}
          </span>
          {counts[section] === undefined ? null : <em>{counts[section]}</em>}
        </a>
      ))}
    </nav>
  );
}
