import { useState } from "react";
import { Button } from "react-aria-components";
import type { MatrixDocument } from "#core/model/document.ts";
import { placeOf } from "#core/prove/as-findings.ts";
import { caseOfStory, failingIn } from "#core/prove/sentence.ts";
import { listOf, type Counterexample, type Repair } from "#core/prove/story.ts";
import { minuteOf } from "#core/time/minute.ts";
import buttons from "../parts/controls.module.css";
import { Quoted } from "../parts/quoted.tsx";
import { SeveritySign } from "../parts/severity-sign.tsx";
import { PlaceLink } from "../proof/place-link.tsx";
import { otherZones, sayInstant, sayLength } from "../proof/say-time.ts";
import { usePrinting } from "../state/printing.ts";
import { say } from "../words.ts";
import { bundled, type Bundle } from "./counterexamples.ts";
import { RepairLine } from "./repair-line.tsx";
import style from "./coverage-page.module.css";

interface Props {
  readonly matrix: MatrixDocument;
  readonly found: readonly Counterexample[];
  /** Where the proof ends, so that "always" can be said. */
  readonly length: number;
  readonly mayWrite: boolean;
  readonly busy: boolean;
  readonly onRepair: (repair: Repair) => void;
}

/** Bundles shown before somebody asks for more. */
const AT_FIRST = 12;

/** Everything the proof found not to hold, by who is missing. */
export function CounterexampleList(props: Props) {
  const { found } = props;
  const [room, setRoom] = useState(AT_FIRST);
  const printing = usePrinting();
  const bundles = bundled(found);
  const shown = printing ? bundles : bundles.slice(0, room);
  return (
    <>
      {shown.map((bundle) => (
        <BundleBox key={`${bundle.kind} ${bundle.members[0]?.cause ?? ""} ${bundle.missing.join()}`} bundle={bundle} {...props} />
      ))}
      {shown.length < bundles.length ? (
        <Button className={`${buttons.button} ${style.more}`} onPress={() => setRoom(room + 40)}>
          {say("cover.found.more", { n: bundles.length - shown.length })}
        </Button>
      ) : null}
    </>
  );
}

const SIGN = { holes: "error", together: "warning", alone: "note", several: "note", standing: "warning" } as const;

function BundleBox({ bundle: { kind, missing, members }, matrix, ...rest }: Props & { readonly bundle: Bundle }) {
  const names = missing.map((person) => matrix.people?.find(({ id }) => id === person)?.name ?? person);
  const cause = matrix.correlatedAbsences?.find(({ id }) => id === members[0]?.cause)?.name ?? "";
  return (
    <section className={style.bundle}>
      <h3>
        <SeveritySign severity={SIGN[kind]} size={17} />
        <span>{kind === "together" ? say("cover.found.together", { cause }) : kind === "alone" || kind === "several" ? say("cover.found.without", { names: listOf(names) }) : say(`cover.found.${kind}`)}</span>
        <b>{members.length}</b>
      </h3>
      <ul>
        {alike(matrix, members).map((group, i) => (
          <Line key={i} group={group} matrix={matrix} {...rest} />
        ))}
      </ul>
    </section>
  );
}

/** What fails in the same words and is closed by the same change is one line, with its cases beneath. */
const alike = (matrix: MatrixDocument, members: readonly Counterexample[]): readonly (readonly Counterexample[])[] =>
  [...Map.groupBy(members, (one) => `${failingIn(matrix, one)} ${one.repair?.says ?? ""}`).values()];

function Line({ group, matrix, length, mayWrite, busy, onRepair }: Omit<Props, "found"> & { readonly group: readonly Counterexample[] }) {
  const [first] = group;
  if (first === undefined) return null;
  const told = group.map((one) => [caseOfStory(matrix, one), whenOf(one, matrix, length)].filter(Boolean).join(" · ")).filter(Boolean);
  return (
    <li>
      <p className={style.sentence}>
        <Quoted text={failingIn(matrix, first)} /> <PlaceLink place={placeOf(matrix, first)} />
      </p>
      {told.length > 1 ? (
        <ul className={style.quiet}>
          {told.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      ) : <p className={style.quiet}>{told[0]}</p>}
      <RepairLine repair={first.repair} mayWrite={mayWrite} busy={busy} onRepair={onRepair} />
    </li>
  );
}

function whenOf({ at, times, minutes }: Counterexample, matrix: MatrixDocument, length: number): string {
  if (at === undefined) return "";
  if (minutes >= length) return say("cover.always");
  const first = minuteOf(at);
  const from = sayInstant(first, otherZones(matrix, first));
  return times === 1 ? say("cover.once", { from, length: sayLength(minutes) }) : say("cover.times", { from, n: times, length: sayLength(minutes) });
}
