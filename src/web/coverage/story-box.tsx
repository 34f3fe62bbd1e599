import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import { Button } from "react-aria-components";
import type { MatrixDocument } from "#core/model/document.ts";
import { failingIn } from "#core/prove/sentence.ts";
import { listOf, type Repair } from "#core/prove/story.ts";
import buttons from "../parts/controls.module.css";
import { Quoted } from "../parts/quoted.tsx";
import type { Bounds, HeatDrawn, Warm } from "../proof/order.ts";
import { PlaceLink } from "../proof/place-link.tsx";
import { otherZones, sayInstant } from "../proof/say-time.ts";
import { useAnswer } from "../proof/use-answer.ts";
import { say } from "../words.ts";
import { levelOf, sayLevel, sayMissing } from "./levels.ts";
import { RepairLine } from "./repair-line.tsx";
import style from "./coverage-page.module.css";

interface Props {
  readonly matrix: MatrixDocument;
  readonly heat: HeatDrawn;
  readonly warm: Warm;
  readonly bounds: Bounds;
  readonly zone: string;
  readonly mayWrite: boolean;
  readonly onRepair: (repair: Repair) => void;
  readonly onClose: () => void;
}

/** What is weakest in an hour: what is asked for, who would be there, who must be missing, and what closes it. */
export function StoryBox({ matrix, heat, warm, bounds, zone, mayWrite, onRepair, onClose }: Props) {
  const asked = heat.asked[warm.asked];
  const { answer: story, busy } = useAnswer("hour", asked === undefined ? undefined : { do: "hour", bounds, key: asked.key, at: warm.at });
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus({ preventScroll: true });
    // On a telephone the story stands below the maps: it comes to the top, with its repair.
    title.current?.scrollIntoView({ block: matchMedia("(max-width: 900px)").matches ? "start" : "nearest" });
  }, [warm.at, asked?.key]);
  if (asked === undefined) return null;
  const named = (people: readonly string[]): string => listOf(people.map((person) => matrix.people?.find(({ id }) => id === person)?.name ?? person));
  const event = matrix.events?.find(({ id }) => id === asked.event)?.name ?? asked.event;
  const severity = matrix.severities?.find(({ id }) => id === asked.severity)?.name ?? asked.severity;
  const here = story?.asked.key === asked.key && story.at === warm.at ? story : undefined;
  return (
    <section className={style.story} aria-labelledby="cover-story" aria-busy={busy}>
      <header>
        <h2 id="cover-story" ref={title} tabIndex={-1}>
          {sayInstant(warm.at, otherZones(matrix, warm.at, zone), zone)}
        </h2>
        <Button className={`${buttons.button} ${buttons.quiet} ${buttons.icon}`} aria-label={say("cover.close")} onPress={onClose}>
          <X aria-hidden />
        </Button>
      </header>
      <p className={style.verdictOf}>
        <b data-level={levelOf(warm.missing)} aria-hidden>
          {sayLevel(warm.missing, bounds.absent)}
        </b>
        <span>{sayMissing(warm.missing, bounds.absent)}</span>
      </p>
      <dl>
        <div>
          <dt>{say("cover.story.case")}</dt>
          <dd>{say("cover.story.at", { event, severity })}</dd>
        </div>
        <div>
          <dt>{say(warm.missing > bounds.absent ? "cover.story.would" : "cover.story.fails")}</dt>
          <dd>
            <Quoted text={capital(failingIn(matrix, { ...asked, says: asked.asks }))} /> {here ? <PlaceLink place={here.place} /> : null}
          </dd>
        </div>
        {here === undefined ? null : (
          <>
            <div>
              <dt>{say("cover.story.there")}</dt>
              <dd>{here.there.length === 0 ? say("cover.story.nobody") : named(here.there)}</dd>
            </div>
            {here.missing === 0 || here.sets.length === 0 ? null : (
              <div>
                <dt>{say("cover.story.missing")}</dt>
                <dd>{here.sets.map((set) => named(set)).join("; ")}</dd>
              </div>
            )}
          </>
        )}
      </dl>
      {here === undefined ? null : <RepairLine repair={here.repair} mayWrite={mayWrite} busy={busy} onRepair={onRepair} />}
      {here !== undefined && here.repair === undefined && !here.holds ? <p className={style.quiet}>{say("cover.no-repair")}</p> : null}
    </section>
  );
}

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
