import { Link } from "@tanstack/react-router";
import { BadgeCheck, FilePen, TriangleAlert } from "lucide-react";
import { useHere } from "../shell/here.ts";
import { say } from "../words.ts";
import { inOneLine } from "./standing-words.ts";
import style from "./standing-sign.module.css";
import { useFreshVersions, useVersions } from "./versions-store.ts";

const SIGNS = { good: BadgeCheck, draft: FilePen, bad: TriangleAlert } as const;

/** What is in force, beside the name of the workspace on every page. */
export function StandingSign() {
  const { workspace } = useHere();
  useFreshVersions();
  const { versions } = useVersions();
  if (!versions) return null;
  const { tone, words, brief } = inOneLine(versions);
  const Sign = SIGNS[tone];
  return (
    <Link to="/w/$workspace/versions" params={{ workspace: workspace.id }} className={style.sign} data-tone={tone} title={words}>
      <Sign aria-hidden size={15} />
      <span className={style.brief}>{brief}</span>
      <span className="unseen">: {words}</span>
    </Link>
  );
}

/** What must not be overlooked, on every page: expired, or altered past Remit. */
export function StandingBar() {
  const { workspace } = useHere();
  const { versions } = useVersions();
  const line = versions && inOneLine(versions);
  if (line?.tone !== "bad") return null;
  return (
    <div role="alert" className={style.bar}>
      <TriangleAlert aria-hidden size={16} />
      <p>{line.words}</p>
      <Link to="/w/$workspace/versions" params={{ workspace: workspace.id }}>{say("versions.line.go")}</Link>
    </div>
  );
}
