import { Search, X } from "lucide-react";
import { Button, Input, SearchField, ToggleButton, ToggleButtonGroup } from "react-aria-components";
import { SEVERITIES, type Severity } from "#core/lint/finding.ts";
import { ChoiceList } from "../parts/choice-list.tsx";
import buttons from "../parts/controls.module.css";
import { SeveritySign } from "../parts/severity-sign.tsx";
import { say } from "../words.ts";
import { total, type Tally } from "./balance.ts";
import style from "./findings-page.module.css";
import { ALL, type Narrowed, type Narrowing } from "./sieve.ts";

interface Props {
  readonly narrowed: Narrowed;
  readonly narrow: (to: Narrowing) => void;
  readonly counts: Readonly<Record<Severity, number>>;
  readonly tallies: { readonly rule: readonly Tally[]; readonly area: readonly Tally[]; readonly party: readonly Tally[] };
  readonly shown: number;
  readonly all: number;
}

const PLURAL = { error: "severity.errors", warning: "severity.warnings", note: "severity.notes" } as const;

/** Whether anything is narrowed at all. */
export const isNarrowed = ({ severities, rule, area, party, search }: Narrowed): boolean => severities.length > 0 || rule !== undefined || area !== undefined || party !== undefined || search !== "";

/** Everything the list can be narrowed by, in one row: severity, rule, area, organisation and words. */
export function FindingFilters({ narrowed, narrow, counts, tallies, shown, all }: Props) {
  const chosen = { rule: narrowed.rule, area: narrowed.area, party: narrowed.party };
  const is = isNarrowed(narrowed);
  return (
    <div className={style.narrow} role="search" aria-label={say("findings.filter")}>
      <ToggleButtonGroup className={buttons.segments ?? ""} selectionMode="multiple" aria-label={say("dash.filter.severity")} selectedKeys={narrowed.severities} onSelectionChange={(keys) => narrow({ severities: SEVERITIES.filter((severity) => keys.has(severity)) })}>
        {SEVERITIES.map((severity) => (
          <ToggleButton key={severity} id={severity} isDisabled={counts[severity] === 0 && !narrowed.severities.includes(severity)}>
            <SeveritySign severity={severity} size={15} />
            {say(PLURAL[severity], { n: counts[severity] })}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {(["rule", "area", "party"] as const).map((by) =>
        tallies[by].length > 1 || chosen[by] !== undefined ? (
          <span key={by} className={style.choice} data-chosen={chosen[by] !== undefined || undefined}>
            <ChoiceList
              label={say(`dash.filter.${by}`)} all={say(`dash.filter.${by}.all`)} chosen={chosen[by]}
              choices={tallies[by].map((line) => ({ value: line.key, label: line.label, count: total(line) }))}
              onChoose={(to) => narrow({ [by]: to })}
            />
          </span>
        ) : null,
      )}
      <SearchField className={`${buttons.search} ${style.search}`} aria-label={say("findings.search")} value={narrowed.search} onChange={(words) => narrow({ search: words })}>
        <Search aria-hidden />
        <Input placeholder={say("findings.search")} />
        <Button aria-label={say("clear")}>
          <X aria-hidden size={14} />
        </Button>
      </SearchField>
      <p role="status">{is ? say("findings.shown", { shown, all }) : say("dash.open", { n: all })}</p>
      {is ? (
        <Button className={buttons.link ?? ""} onPress={() => narrow({ ...ALL, rule: undefined, area: undefined, party: undefined })}>
          {say("findings.clear")}
        </Button>
      ) : null}
    </div>
  );
}
