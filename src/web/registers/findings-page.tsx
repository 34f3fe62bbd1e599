import { useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { count, SEVERITIES, type Finding, type Fix } from "#core/lint/finding.ts";
import type { DraftStore } from "../draft/store.ts";
import { AcceptDialog } from "../findings/accept-dialog.tsx";
import { acceptance, retraction } from "../findings/acceptance.ts";
import { AcceptedList } from "../findings/accepted-list.tsx";
import { grouped, keyed, sift, type Keyed } from "../findings/sift.ts";
import { ruleTexts } from "../grid/rule-text.ts";
import { SeveritySign } from "../parts/severity-sign.tsx";
import { sayDay } from "../state/calendar-day.ts";
import { say } from "../words.ts";
import type { RuleText } from "../work/order.ts";
import { BalancePicture } from "./balance-picture.tsx";
import { balance, partyOf, tallied } from "./balance.ts";
import { Bars } from "./bars.tsx";
import { FindingFilters } from "./finding-filters.tsx";
import { FindingGroup } from "./finding-group.tsx";
import style from "./findings-page.module.css";
import { makeFixes, type Outcome } from "./fix-batch.ts";
import { InlineText } from "./inline-text.tsx";
import { NotMadeList } from "./not-made.tsx";
import { RegisterFrame } from "./register-frame.tsx";
import { useNarrowed } from "./sieve.ts";
import { useNextFinding } from "./use-next-finding.ts";
import { usePen } from "./use-pen.ts";

const PLURAL = { error: "severity.errors", warning: "severity.warnings", note: "severity.notes" } as const;

/** What the checks say of the matrix: counted, pictured, listed, mended and accepted. */
export function FindingsPage({ store, onOpen }: { readonly store: DraftStore; readonly onOpen: (finding: Finding) => void }) {
  const pen = usePen(store);
  const { document, findings } = pen;
  const [narrowed, narrow] = useNarrowed();
  const [accepting, setAccepting] = useState<Keyed>();
  const rules = useRules();
  const all = useMemo(() => keyed(findings, document), [findings, document]);
  const party = useMemo(() => partyOf(document), [document]);
  const open = useMemo(() => all.filter(({ finding }) => !finding.waived), [all]);
  const accepted = useMemo(() => all.filter(({ finding }) => finding.waived), [all]);
  const counts = count(findings);
  const { severities, rule, area, party: ofParty } = narrowed;
  const search = useDeferredValue(narrowed.search);
  const shown = useMemo(
    () => sift(open, { severities, rule, area, search }).filter(({ finding }) => ofParty === undefined || (party(finding) ?? "*") === ofParty),
    [open, severities.join(), rule, area, search, party, ofParty],
  );
  const groups = useMemo(() => grouped(shown, rules), [shown, rules]);
  const bars = useMemo(() => {
    const plain = open.map(({ finding }) => finding);
    const names = new Map(document.parties.map(({ id, name }) => [id as string, name]));
    return {
      rule: tallied(plain, (finding) => finding.rule, (id) => rules[id]?.headline ?? id),
      area: tallied(plain, (_, i) => open[i]?.area, (name) => name),
      party: tallied(plain, (finding) => party(finding) ?? "*", (id) => names.get(id) ?? say("dash.whole")),
      balance: balance(document),
    };
  }, [open, document, rules, party]);
  const list = useRef<HTMLDivElement>(null);
  const leave = useNextFinding(list, groups);
  const [outcome, setOutcome] = useState<Outcome>();
  const listening = useRef<() => void>(undefined);
  useEffect(() => () => listening.current?.(), []);
  const fix = (fixes: readonly Fix[], what: string, key?: string): void => {
    if (key !== undefined) leave(key);
    listening.current?.();
    setOutcome(undefined);
    listening.current = makeFixes(store, fixes, what, (now) => {
      setOutcome(now.notMade.length > 0 ? now : undefined);
      pen.tell(now.notMade.length < now.all ? what : undefined);
    });
  };
  return (
    <RegisterFrame title={say("dash.title")} lead={say("dash.lead")} pen={pen}>
      <div className={style.matrix}>
        <InlineText
          label={say("dash.matrix-title")} value={document.title} mayWrite={pen.mayWrite} required strong
          onWrite={(title) => pen.write([{ do: "set-matrix", field: "title", value: title }], say("register.rename", { before: document.title, after: title }))}
        />
      </div>
      <div className={style.tiles} role="group" aria-label={say("findings.filter")}>
        {SEVERITIES.map((severity) => (
          <button key={severity} type="button" aria-pressed={severities.includes(severity)} disabled={counts[severity] === 0 && !severities.includes(severity)} onClick={() => narrow({ severities: severities.includes(severity) ? severities.filter((one) => one !== severity) : [...severities, severity] })}>
            <SeveritySign severity={severity} size={18} />
            <b>{counts[severity]}</b>
            <span>{say(PLURAL[severity], { n: counts[severity] })}</span>
          </button>
        ))}
        <p>
          <b>{counts.waived}</b>
          <span>{say("dash.accepted")}</span>
        </p>
      </div>
      <div className={style.pictures}>
        <Bars title={say("dash.by-rule")} lines={bars.rule} chosen={rule} onChoose={(to) => narrow({ rule: to })} />
        {bars.area.length > 0 ? <Bars title={say("dash.by-area")} lines={bars.area} chosen={area} onChoose={(to) => narrow({ area: to })} /> : null}
        <div className={style.column}>
          <BalancePicture duties={bars.balance} />
          <Bars title={say("dash.by-party")} why={say("dash.by-party.why")} lines={bars.party} chosen={ofParty} onChoose={(to) => narrow({ party: to })} />
        </div>
      </div>
      {open.length === 0 ? (
        <div className={style.empty}>
          <h2>{say("findings.clean")}</h2>
          <p>{say("findings.clean.how")}</p>
        </div>
      ) : (
        <>
          <FindingFilters narrowed={narrowed} narrow={narrow} counts={counts} tallies={bars} shown={shown.length} all={open.length} />
          {outcome ? <NotMadeList outcome={outcome} onClose={() => setOutcome(undefined)} /> : null}
          <div className={style.list} ref={list}>
            {groups.map((group) => (
              <FindingGroup key={group.rule} group={group} mayWrite={pen.mayWrite} alone={groups.length === 1} onOpen={onOpen} onFix={fix} onAccept={setAccepting} />
            ))}
          </div>
          {groups.length === 0 ? <p className={style.empty}>{say("findings.none-left")}</p> : null}
        </>
      )}
      <div className={pen.mayWrite ? undefined : style.look}>
        <AcceptedList findings={accepted} onRetract={({ finding }) => pen.write(retraction(document, finding), say("dash.what.retract", { message: finding.message }), say("done.retracted"))} />
      </div>
      {accepting ? (
        <AcceptDialog
          keyed={accepting}
          document={document}
          onAccept={(said) => {
            leave(accepting.key);
            pen.write(acceptance(document, accepting.finding, said), say("dash.what.accept", { message: accepting.finding.message }), say("done.accepted", { name: said.name.trim(), day: sayDay(said.until) }));
            setAccepting(undefined);
          }}
          onClose={() => setAccepting(undefined)}
        />
      ) : null}
    </RegisterFrame>
  );
}

/** What the rules say of themselves; empty until it is fetched. */
function useRules(): Readonly<Record<string, RuleText>> {
  const [rules, setRules] = useState<Readonly<Record<string, RuleText>>>({});
  useEffect(() => {
    let here = true;
    void ruleTexts().then((texts) => here && setRules(Object.fromEntries(texts)));
    return () => void (here = false);
  }, []);
  return rules;
}
