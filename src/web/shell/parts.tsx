import { Link, useNavigate, useRouterState } from "@tanstack/react-router";
import { CalendarCheck2, CalendarClock, CalendarSearch, Check, ClipboardCheck, Ellipsis, FileSignature, FileText, Handshake, History, LayoutTemplate, ListChecks, PhoneCall, Printer, Scale, Server, Settings, ShieldAlert, Siren, Table2, Timer, Upload, Users, UsersRound } from "lucide-react";
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from "react-aria-components";
import type { Counts } from "#core/lint/finding.ts";
import buttons from "../parts/controls.module.css";
import { useProof } from "../proof/use-answer.ts";
import { say } from "../words.ts";
import style from "./shell.module.css";

/** The parts of a workspace by what one comes for. What a telephone has no room for stands behind *More* there. */
const GROUPS = [
  { words: undefined, parts: [
    { to: "matrix", icon: Table2, words: "shell.matrix", more: false },
    { to: "findings", icon: ClipboardCheck, words: "shell.findings", more: false },
    { to: "scope", icon: Server, words: "shell.scope", more: true },
  ] },
  { words: "shell.group.act", parts: [
    { to: "who", icon: PhoneCall, words: "shell.who", more: false },
    { to: "coverage", icon: CalendarCheck2, words: "shell.coverage", more: true },
    { to: "authority", icon: Scale, words: "shell.authority", more: true },
    { to: "drill", icon: Siren, words: "shell.drill", more: true },
    { to: "break-glass", icon: ShieldAlert, words: "shell.break-glass", more: true },
  ] },
  { words: "shell.group.people", parts: [
    { to: "people", icon: Users, words: "shell.people", more: false },
    { to: "duty", icon: CalendarClock, words: "shell.duty", more: true },
    { to: "members", icon: UsersRound, words: "shell.members", more: true },
  ] },
  { words: "shell.group.agree", parts: [
    { to: "agreement", icon: Handshake, words: "shell.agreement", more: true },
    { to: "readiness", icon: ListChecks, words: "shell.readiness", more: true },
    { to: "versions", icon: FileSignature, words: "shell.versions", more: true },
    { to: "appendix", icon: FileText, words: "shell.appendix", more: true },
    { to: "minute-test", icon: Timer, words: "shell.minute-test", more: true },
    { to: "review", icon: CalendarSearch, words: "shell.review", more: true },
  ] },
  { words: "shell.group.workspace", parts: [
    { to: "history", icon: History, words: "shell.history", more: true },
    { to: "import", icon: Upload, words: "shell.import", more: true },
    { to: "templates", icon: LayoutTemplate, words: "shell.templates", more: true },
    { to: "print", icon: Printer, words: "shell.print", more: true },
    { to: "settings", icon: Settings, words: "shell.settings", more: true },
  ] },
] as const;

/** What a guest sees. */
const FOR_GUESTS: ReadonlySet<string> = new Set(["matrix", "findings", "who", "coverage", "agreement", "readiness", "people", "scope", "authority", "print"]);
/** Whether a part is there for a guest, by its address. */
export const isForGuests = (part: string | undefined): boolean => part === undefined || part === "" || FOR_GUESTS.has(part);

/** What the proof last said, beside the way to it: holes where it fails with everybody there, a tick where it holds. */
function ProofSign() {
  const { verdict, busy } = useProof();
  if (verdict === undefined || verdict.checked.cases === 0) return null;
  const holes = verdict.counterexamples.filter(({ property }) => property !== "P7" && property !== "P8").length;
  const alone = verdict.counterexamples.length - holes;
  const words = holes > 0 ? say("proof.sign.holes", { n: holes }) : alone > 0 ? say("proof.sign.alone", { n: alone }) : say(verdict.verdict === "PROVED" ? "proof.sign.proved" : "proof.sign.incomplete");
  return (
    <b data-error={holes > 0 || undefined} data-busy={busy || undefined} title={words}>
      <span aria-hidden>{holes > 0 ? holes : alone > 0 ? alone : verdict.verdict === "PROVED" ? <Check size={14} /> : "?"}</span>
      <span className="unseen">{words}</span>
    </b>
  );
}

/** The parts of a workspace. */
export function Parts({ workspace, counts: { error, warning, note }, waiting, guest }: { readonly workspace: string; readonly counts: Counts; readonly waiting: number; readonly guest: boolean }) {
  const go = useNavigate();
  const here = useRouterState({ select: ({ location: at }) => at.pathname.split("/")[3] });
  const groups = GROUPS.map(({ words, parts }) => ({ words, parts: parts.filter(({ to }) => !guest || FOR_GUESTS.has(to)).map((part) => (guest ? { ...part, more: false } : part)) })).filter(({ parts }) => parts.length > 0);
  const rest = groups.map(({ words, parts }) => ({ words, parts: parts.filter(({ more }) => more) })).filter(({ parts }) => parts.length > 0);
  const findings = error + warning + note;
  return (
    <nav className={style.nav} aria-label={say("shell.nav")}>
      {groups.map(({ words: group, parts }) => (
        <div key={group ?? ""} role="group" className={style.group} aria-label={group === undefined ? undefined : say(group)}>
          {group === undefined ? null : <span aria-hidden>{say(group)}</span>}
          {parts.map(({ to, icon: Icon, words, more }) => (
            <Link key={to} from="/w/$workspace" to={`/w/$workspace/${to}`} params={{ workspace }} className={style.part} data-more={more || undefined} activeProps={{ "aria-current": "page" }}>
              <Icon aria-hidden size={17} />
              <span>{say(words)}</span>
              {to === "agreement" && waiting > 0 ? <b>{waiting}</b> : null}
              {to === "coverage" ? <ProofSign /> : null}
              {to === "findings" && findings > 0 ? <b data-error={error > 0 || undefined}>{findings}</b> : null}
            </Link>
          ))}
        </div>
      ))}
      {rest.length === 0 ? null : <MenuTrigger>
        <Button className={`${style.part} ${style.more}`} data-current={rest.some(({ parts }) => parts.some(({ to }) => to === here)) || undefined}>
          <Ellipsis aria-hidden size={17} />
          <span>{say("shell.more")}</span>
          {waiting > 0 ? <b>{waiting}</b> : null}
        </Button>
        <Popover className={buttons.popover} placement="top end">
          <Menu className={buttons.items} aria-label={say("shell.more")} onAction={(to) => void go({ to: `/w/$workspace/${String(to)}` as "/w/$workspace/scope", params: { workspace } })}>
            {rest.map(({ words: group, parts }) => (
              <MenuSection key={group ?? ""} aria-label={say(group ?? "shell.matrix")}>
                {group === undefined ? null : <Header className={style.heading}>{say(group)}</Header>}
                {parts.map(({ to, icon: Icon, words }) => (
                  <MenuItem key={to} id={to} textValue={say(words)} className={buttons.item}>
                    <Icon aria-hidden />
                    <span>{to === "agreement" && waiting > 0 ? `${say(words)} (${waiting})` : say(words)}</span>
                  </MenuItem>
                ))}
              </MenuSection>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>}
    </nav>
  );
}
