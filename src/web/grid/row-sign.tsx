import { say } from "../words.ts";
import style from "./row-sign.module.css";

/** What stands beside a row besides its findings: what the parties think of it, what is said, who is at it. */
export interface RowSign {
  /** `theirs`: the others agreed to it as it stands and wait for one's own side. */
  readonly stand?: "agreed" | "contested" | "theirs";
  /** Open ones. */
  readonly proposals: number;
  /** Threads that nobody settled. */
  readonly talk: number;
  /** Names of others who are at this row now. */
  readonly here: readonly string[];
}

const shape = (path: React.JSX.Element) => (
  <svg aria-hidden width="12" height="12" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" strokeLinejoin="round">
    {path}
  </svg>
);
const STANDS = {
  agreed: shape(<path d="m4 12.5 5 5L20 6.5" />),
  contested: shape(<path d="M6 21V4M6 5h11l-2.5 4L17 13H6" />),
  theirs: shape(<path d="M7 3h10M7 21h10M8 3c0 6 8 6 8 12v6M16 3c0 6-8 6-8 12v6" />),
} as const;
const TALK = shape(<path d="M4 5h16v11H10l-4 4v-4H4Z" />);
const CHANGE = shape(<path d="M4 8h13l-4-4M20 16H7l4 4" />);

/** The signs as the end of a row's title. */
export function RowSigns({ sign: { stand, proposals, talk, here } }: { readonly sign: RowSign }) {
  const words = [
    ...(stand ? [say(`sign.${stand}`)] : []),
    ...(proposals > 0 ? [say("sign.proposals", { n: proposals })] : []),
    ...(talk > 0 ? [say("sign.talk", { n: talk })] : []),
    ...(here.length > 0 ? [say("sign.here", { names: here.join(", ") })] : []),
  ].join(" · ");
  return (
    <span className={style.signs} title={words}>
      {here.length > 0 ? <span aria-hidden className={style.here}>{initials(here[0] ?? "")}</span> : null}
      {proposals > 0 ? <span aria-hidden className={style.change}>{CHANGE}</span> : null}
      {talk > 0 ? <span aria-hidden className={style.talk}>{TALK}{talk > 1 ? talk : null}</span> : null}
      {stand ? <span aria-hidden className={style.stand} data-stand={stand}>{STANDS[stand]}</span> : null}
      <span className="unseen">{words}</span>
    </span>
  );
}

/** `AO` of Ana Ortiz. */
export const initials = (name: string): string => {
  const words = name.trim().split(/\s+/);
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? "")][0] ?? "").join("").toUpperCase();
};
