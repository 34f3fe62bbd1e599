import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import type { MatrixDocument } from "#core/model/document.ts";
import { zonesOf } from "#core/prove/story.ts";
import controls from "../parts/controls.module.css";
import { ChoiceList } from "../parts/choice-list.tsx";
import type { What } from "../proof/order.ts";
import { readerZone, townOf } from "../proof/say-time.ts";
import { say } from "../words.ts";
import { PLAIN_WHATS, type Coverage } from "./coverage-address.ts";
import { sayWhat } from "./what-words.ts";
import style from "./coverage-page.module.css";

interface Props {
  readonly matrix: MatrixDocument;
  readonly coverage: Coverage;
  readonly onChange: (change: { readonly [Key in keyof Coverage]?: Coverage[Key] | undefined }) => void;
}

/** How many may be missing, and which part of the promise is looked at. */
export function CoverageFilters({ matrix, coverage: { absent, event, severity, what, zone }, onChange }: Props) {
  const { events = [], severities = [] } = matrix;
  const verbs = [...new Set(events.filter(({ id }) => event === undefined || id === event).flatMap((one) => one.verbs ?? []))];
  const own = readerZone();
  const zones = [...new Set([own, ...zonesOf({ document: matrix })])];
  return (
    <div className={style.filters} role="group" aria-label={say("cover.filter")}>
      <ToggleButtonGroup className={controls.segments ?? ""} aria-label={say("cover.absent")} selectionMode="single" disallowEmptySelection selectedKeys={[String(absent ?? 1)]} onSelectionChange={(keys) => onChange({ absent: keys.has("0") ? 0 : keys.has("2") ? 2 : undefined })}>
        {["0", "1", "2"].map((n) => (
          <ToggleButton key={n} id={n}>
            {say(`cover.absent.${n as "0"}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <ChoiceList label={say("cover.event")} all={say("cover.event.all")} choices={events.map(({ id, name }) => ({ value: id, label: name }))} chosen={event} onChoose={(to) => onChange({ event: to })} />
      <ChoiceList label={say("cover.severity")} all={say("cover.severity.all")} choices={severities.map(({ id, name }) => ({ value: id, label: name }))} chosen={severity} onChoose={(to) => onChange({ severity: to })} />
      <ChoiceList label={say("cover.what")} all={say("cover.what.all")} choices={[...PLAIN_WHATS, ...verbs].map((one: What) => ({ value: one, label: sayWhat(one) }))} chosen={what} onChoose={(to) => onChange({ what: to as What | undefined })} />
      {zones.length > 1 ? <ChoiceList label={say("cover.zone")} choices={zones.map((one) => ({ value: one, label: say(one === own ? "cover.zone.own" : "cover.zone.of", { town: townOf(one) }) }))} chosen={zone ?? own} onChoose={(to) => onChange({ zone: to === own ? undefined : to })} /> : null}
    </div>
  );
}
