import { Link } from "@tanstack/react-router";
import { UserPen, Wrench } from "lucide-react";
import { Button } from "react-aria-components";
import type { Repair } from "#core/prove/story.ts";
import buttons from "../parts/controls.module.css";
import { useHere } from "../shell/here.ts";
import { say } from "../words.ts";
import style from "./coverage-page.module.css";

interface Props {
  readonly repair: Repair | undefined;
  readonly mayWrite: boolean;
  /** A repair is of the matrix that was proved: while a newer one is being proved it waits. */
  readonly busy: boolean;
  readonly onRepair: (repair: Repair) => void;
}

/** The smallest change that closes a hole, and the way to make it. */
export function RepairLine({ repair, mayWrite, busy, onRepair }: Props) {
  const { workspace } = useHere();
  if (repair === undefined) return null;
  if (repair.asks)
    return (
      <p className={style.repair}>
        <UserPen aria-hidden />
        <span>{sentence(repair.says)}</span>
        {mayWrite ? (
          <Link className={buttons.button} to="/w/$workspace/people" params={{ workspace: workspace.id }} hash={`person-${repair.asks.person}`} hashScrollIntoView={false}>
            {say("cover.number")}
          </Link>
        ) : null}
      </p>
    );
  return (
    <p className={style.repair}>
      <Wrench aria-hidden />
      <span>{sentence(repair.says)}</span>
      {mayWrite ? (
        <Button className={buttons.button} isDisabled={busy} aria-label={say("cover.repair.of", { what: repair.says })} onPress={() => onRepair(repair)}>
          {say("cover.repair")}
        </Button>
      ) : null}
    </p>
  );
}

const sentence = (says: string): string => `${says.slice(0, 1).toUpperCase()}${says.slice(1).replaceAll("`", "")}`;
