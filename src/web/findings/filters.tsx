import { Search, X } from "lucide-react";
import { useMemo } from "react";
import { Button, Input, SearchField, ToggleButton, ToggleButtonGroup } from "react-aria-components";
import { SEVERITIES, type Severity } from "#core/lint/finding.ts";
import { ChoiceList } from "../parts/choice-list.tsx";
import buttons from "../parts/controls.module.css";
import { SeveritySign } from "../parts/severity-sign.tsx";
import { move, useAddress } from "../state/address.ts";
import { say } from "../words.ts";
import type { RuleText } from "../work/order.ts";
import style from "./filters.module.css";
import type { Keyed } from "./sift.ts";

const PLURAL = { error: "severity.errors", warning: "severity.warnings", note: "severity.notes" } as const;

/** How often each value occurs, in the order of first appearance. */
function tally(findings: readonly Keyed[], by: (keyed: Keyed) => string | undefined): Map<string, number> {
  const counts = new Map<string, number>();
  for (const keyed of findings) {
    const value = by(keyed);
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

/** Narrow the list by severity, area, rule and words; all of it is in the address. */
export function Filters({ findings, shown, rules }: { readonly findings: readonly Keyed[]; readonly shown: number; readonly rules: Readonly<Record<string, RuleText>> }) {
  const { severities, area, rule, search } = useAddress();
  const bySeverity = useMemo(() => tally(findings, ({ finding }) => finding.severity), [findings]);
  const areas = useMemo(() => [...tally(findings, (keyed) => keyed.area)].map(([value, count]) => ({ value, label: value, count })), [findings]);
  const ruleChoices = useMemo(
    () => [...tally(findings, ({ finding }) => finding.rule)].map(([value, count]) => ({ value, label: rules[value]?.headline ?? value, count })).sort((a, b) => b.count - a.count),
    [findings, rules],
  );
  const narrowed = severities.length > 0 || area !== undefined || rule !== undefined || search !== "";
  return (
    <div className={style.filters} role="search" aria-label={say("findings.filter")}>
      <ToggleButtonGroup
        className={`${buttons.segments} ${style.severities}`}
        selectionMode="multiple"
        aria-label={say("findings.filter")}
        selectedKeys={severities}
        onSelectionChange={(keys) => move({ severities: SEVERITIES.filter((severity) => keys.has(severity)) })}
      >
        {SEVERITIES.map((severity: Severity) => {
          const n = bySeverity.get(severity) ?? 0;
          return (
            <ToggleButton key={severity} id={severity} isDisabled={n === 0 && !severities.includes(severity)}>
              <SeveritySign severity={severity} size={15} />
              <b>{n}</b>
              {say(PLURAL[severity], { n })}
            </ToggleButton>
          );
        })}
      </ToggleButtonGroup>
      <div className={style.row}>
        <SearchField className={buttons.search} aria-label={say("findings.search")} value={search} onChange={(words) => move({ search: words })}>
          <Search aria-hidden />
          <Input placeholder={say("findings.search")} />
          <Button aria-label={say("clear")}>
            <X aria-hidden size={14} />
          </Button>
        </SearchField>
        {areas.length > 1 ? <ChoiceList label={say("findings.area")} all={say("findings.area.all")} choices={areas} chosen={area} onChoose={(to) => move({ area: to })} /> : null}
        {ruleChoices.length > 1 ? <ChoiceList label={say("findings.rule")} all={say("findings.rule.all")} choices={ruleChoices} chosen={rule} onChoose={(to) => move({ rule: to })} /> : null}
      </div>
      <p className={style.shown} role="status">
        {narrowed ? say("findings.shown", { shown, all: findings.length }) : null}
        {narrowed ? (
          <Button className={buttons.link} onPress={() => move({ severities: [], area: undefined, rule: undefined, search: "" })}>
            {say("findings.clear")}
          </Button>
        ) : null}
      </p>
    </div>
  );
}
