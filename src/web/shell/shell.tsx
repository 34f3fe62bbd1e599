import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, Navigate, Outlet, RouterProvider, useRouter, useRouterState } from "@tanstack/react-router";
import { Redo2, Undo2 } from "lucide-react";
import { lazy, Suspense, useCallback, useEffect, useState } from "react";
import { Button } from "react-aria-components";
import type { Clash } from "../draft/store.ts";
import { count } from "#core/lint/finding.ts";
import buttons from "../parts/controls.module.css";
import { ExportMenu } from "../parts/export-menu.tsx";
import { checkedSieve } from "../history/log.ts";
import { checkedWords } from "../grid/look-address.ts";
import { checkedCoverage } from "../coverage/coverage-address.ts";
import { checkedQuestion } from "../who/who-address.ts";
import { ThemeSwitch } from "../parts/theme-switch.tsx";
import { say } from "../words.ts";
import { SaidNo } from "../account/asking.ts";
import { isGoing, toEntrance } from "../account/way-back.ts";
import { cameAsGuest, visitTo } from "../guests/visits.ts";
import { asGuest, whoAmI, type Me, type WorkspaceAbout } from "./account.ts";
import { AccountMenu } from "./account-menu.tsx";
import { Barred } from "./barred.tsx";
import { DoneNotice } from "./done-notice.tsx";
import { ExampleBar } from "./example-bar.tsx";
import { GuestBar } from "./guest-bar.tsx";
import { Here, useBeside, useHere } from "./here.ts";
import { checkedLook } from "../authority/looking-at.ts";
import { isForGuests, Parts } from "./parts.tsx";
import { ReturnBar } from "./return-bar.tsx";
import { SavingSign } from "./saving-sign.tsx";
import { saveAs } from "./save-as.ts";
import { waitingFor } from "../talk/signs.ts";
import { PeopleHere } from "../talk/people-here.tsx";
import { StandingBar, StandingSign } from "../versions/standing-sign.tsx";
import { useDraft, useSnapshot } from "./use-draft.ts";
import { WorkspaceSwitch } from "./workspace-switch.tsx";
import style from "./shell.module.css";

// Rare, and it needs the names of everything.
const Clashes = lazy(() => import("./clashes.tsx"));
const ProposeDialog = lazy(() => import("../talk/propose-dialog.tsx"));

/** Who is signed in cannot be asked just now. */
function Unreached({ error, reset }: { readonly error: unknown; readonly reset: () => void }) {
  const router = useRouter();
  return (
    <main className={style.nothing}>
      <h1>{say("shell.gone")}</h1>
      <p role="alert">{error instanceof Error ? error.message : String(error)}</p>
      <Button className={buttons.button} onPress={() => void router.invalidate().then(reset)}>
        {say("shell.again")}
      </Button>
    </main>
  );
}

function Workspace() {
  const { me } = root.useLoaderData() as { readonly me: Me };
  const { workspace: id } = inside.useParams();
  const workspace = me.workspaces.find((each) => each.id === id);
  if (!workspace)
    return (
      <main className={style.nothing}>
        <h1>{say("shell.not-here")}</h1>
        <p>{say("shell.not-here.why")}</p>
        <a href="/w">{say("shell.not-here.go")}</a>
      </main>
    );
  if (workspace.barred) return <Barred me={me} workspace={workspace} />;
  return <Inside key={id} me={me} workspace={workspace} />;
}

/** A guest has nowhere to sign in. */
const visitOver = (): void => location.replace("/enter?visit=over");

function Inside({ me, workspace }: { readonly me: Me; readonly workspace: WorkspaceAbout }) {
  const opening = useDraft(workspace, me.account, me.guest ? visitOver : toEntrance);
  if (opening.at !== "open")
    return (
      <main className={style.nothing}>
        {opening.at === "opening" ? (
          <p role="status">{say("working.reading")}</p>
        ) : (
          <>
            <h1>{say("shell.trouble")}</h1>
            <p role="status">{opening.words}</p>
          </>
        )}
      </main>
    );
  return (
    <Here value={{ me, workspace, store: opening.store, beside: opening.beside, proof: opening.proof }}>
      <Frame />
    </Here>
  );
}

function Frame() {
  const { me, workspace, store, beside } = useHere();
  const { document: matrix, findings, saving, clashes, canUndo, canRedo } = useSnapshot(store);
  const counts = count(findings);
  const router = useRouter();
  // The grid has these two beside its own tools.
  const lying = useBeside();
  // What is shown, not where one is going.
  const part = useRouterState({ select: ({ matches }) => matches.at(-1)?.pathname.split("/")[3] }) ?? "matrix";
  const onMatrix = part === "matrix";
  const [proposing, setProposing] = useState<Clash>();
  useEffect(() => {
    // The matrix says itself which row one is at.
    if (part !== "matrix") beside.at(part, null);
  }, [beside, part]);
  const undo = useCallback(() => store.undo(), [store]);
  const redo = useCallback(() => store.redo(), [store]);
  useEffect(() => {
    document.title = `${matrix.title} – Remit`;
  }, [matrix.title]);
  useEffect(() => {
    const leaving = (event: BeforeUnloadEvent): void => {
      if (isGoing()) return;
      // Whatever is still being typed is written first, and waits in the browser until the server has it.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      if (saving.at === "waiting" || saving.at === "saving") event.preventDefault();
    };
    addEventListener("beforeunload", leaving);
    return () => removeEventListener("beforeunload", leaving);
  }, [saving.at]);
  if (me.guest && !isForGuests(part)) return <Navigate to="/w/$workspace/matrix" params={{ workspace: workspace.id }} replace />;
  return (
    <div className={style.frame}>
      <a className={style.skip} href="#content">
        {say("skip")}
      </a>
      <header className={style.header}>
        <a className={style.brand} href="/w" aria-label="Remit">
          <span aria-hidden>R</span>
        </a>
        <WorkspaceSwitch me={me} workspace={workspace} />
        {me.guest ? null : <StandingSign />}
        <SavingSign saving={saving} />
        <div className={style.actions}>
          <PeopleHere />
          {saving.at === "reading" || onMatrix ? null : (
            <>
              <Button className={`${buttons.button} ${buttons.quiet} ${buttons.icon}`} aria-label={say("undo")} isDisabled={!canUndo} onPress={undo}>
                <Undo2 aria-hidden />
              </Button>
              <Button className={`${buttons.button} ${buttons.quiet} ${buttons.icon}`} aria-label={say("redo")} isDisabled={!canRedo} onPress={redo}>
                <Redo2 aria-hidden />
              </Button>
            </>
          )}
          <span className={style.wide}>
            <ThemeSwitch />
          </span>
          <ExportMenu onExport={(format) => void saveAs(store.snapshot(), format, matrix.title)} className={style.shrink} {...(me.guest ? {} : { onAppendix: () => void router.navigate({ to: "/w/$workspace/appendix", params: { workspace: workspace.id } }) })} />
          <AccountMenu me={me} />
        </div>
      </header>
      <Parts workspace={workspace.id} counts={counts} waiting={waitingFor(lying, me.account, workspace.party)} guest={me.guest !== undefined} />
      <main id="content" className={style.main} tabIndex={-1}>
        {me.guest ? null : <StandingBar />}
        {me.guest ? <GuestBar guest={me.guest} /> : null}
        {!me.guest && !me.returns ? <ReturnBar onMended={() => void router.invalidate()} /> : null}
        {workspace.example && !me.guest ? <ExampleBar workspace={workspace} /> : null}
        <Suspense fallback={<p role="status">{say("working.reading")}</p>}>
          <Outlet />
        </Suspense>
      </main>
      <Suspense fallback={null}>{clashes.length === 0 ? null : <Clashes matrix={matrix} clashes={clashes} onDismiss={(clash) => store.dismiss(clash)} onInsist={({ mine, what }) => store.edit(mine, what)} onPropose={setProposing} />}</Suspense>
      {proposing ? (
        <Suspense fallback={null}>
          <ProposeDialog
            clash={proposing}
            onDone={() => {
              store.dismiss(proposing);
              setProposing(undefined);
            }}
            onClose={() => setProposing(undefined)}
          />
        </Suspense>
      ) : null}
    </div>
  );
}

const base = createRootRouteWithContext()({ component: Outlet, notFoundComponent: () => <Navigate to="/w" /> });
const root = createRoute({
  getParentRoute: () => base,
  id: "signed-in",
  component: Outlet,
  staleTime: 60_000,
  loader: async ({ location: { pathname } }): Promise<{ readonly me: Me }> => {
    const wanted = /^\/w\/([\da-f-]{36})(?:\/|$)/.exec(pathname)?.[1];
    const known = wanted !== undefined && cameAsGuest(wanted) ? await visitTo(wanted) : undefined;
    if (known) return { me: asGuest(known) };
    const me: Me | undefined = await whoAmI().catch((thrown: unknown) => {
      if (thrown instanceof SaidNo && thrown.status === 401) return undefined;
      throw thrown;
    });
    if (me && (wanted === undefined || me.workspaces.some(({ id }) => id === wanted))) return { me };
    const visit = wanted === undefined ? undefined : await visitTo(wanted);
    if (visit) return { me: asGuest(visit) };
    if (me) return { me };
    toEntrance();
    // The page is on its way out; nothing is shown any more.
    return new Promise<never>(() => undefined);
  },
  errorComponent: Unreached,
});
const list = createRoute({
  getParentRoute: () => root,
  path: "/w",
  component: () => {
    const { me } = root.useLoaderData();
    const first = me.workspaces[0];
    return first ? <Navigate to="/w/$workspace/matrix" params={{ workspace: first.id }} replace /> : <NoWorkspace />;
  },
});
const NoWorkspace = lazyRouteComponent(() => import("./no-workspace.tsx"), "NoWorkspace");
const account = createRoute({ getParentRoute: () => root, path: "/account", component: lazyRouteComponent(() => import("../account/account-page.tsx"), "AccountPage") });
const inside = createRoute({ getParentRoute: () => root, path: "/w/$workspace", component: Workspace });
const start = createRoute({ getParentRoute: () => inside, path: "/", component: () => <Navigate from="/w/$workspace" to="/w/$workspace/matrix" replace /> });
const page = (path: string, component: ReturnType<typeof lazyRouteComponent>) => createRoute({ getParentRoute: () => inside, path, component });

const tree = base.addChildren([
  root.addChildren([
    list,
    account,
    inside.addChildren([
      start,
      createRoute({ getParentRoute: () => inside, path: "matrix", validateSearch: checkedWords, component: lazyRouteComponent(() => import("./matrix-page.tsx"), "MatrixPage") }),
      page("findings", lazyRouteComponent(() => import("./pages.tsx"), "Findings")),
      page("people", lazyRouteComponent(() => import("./pages.tsx"), "People")),
      createRoute({ getParentRoute: () => inside, path: "who", validateSearch: checkedQuestion, component: lazyRouteComponent(() => import("../who/who-page.tsx"), "WhoPage") }),
      createRoute({ getParentRoute: () => inside, path: "coverage", validateSearch: checkedCoverage, component: lazyRouteComponent(() => import("../coverage/coverage-page.tsx"), "CoveragePage") }),
      page("duty", lazyRouteComponent(() => import("../duty/duty-page.tsx"), "DutyPage")),
      page("scope", lazyRouteComponent(() => import("./pages.tsx"), "Scope")),
      createRoute({ getParentRoute: () => inside, path: "authority", validateSearch: checkedLook, component: lazyRouteComponent(() => import("../authority/authority-page.tsx"), "AuthorityPage") }),
      page("drill", lazyRouteComponent(() => import("../drill/drill-page.tsx"), "DrillPage")),
      page("agreement", lazyRouteComponent(() => import("../talk/agree-page.tsx"), "AgreePage")),
      page("readiness", lazyRouteComponent(() => import("../readiness/readiness-page.tsx"), "ReadinessPage")),
      page("minute-test", lazyRouteComponent(() => import("../minute-test/minute-tests-page.tsx"), "MinuteTestsPage")),
      page("review", lazyRouteComponent(() => import("../review/review-page.tsx"), "ReviewPage")),
      page("versions", lazyRouteComponent(() => import("../versions/versions-page.tsx"), "VersionsPage")),
      page("versions/$number", lazyRouteComponent(() => import("../versions/version-page.tsx"), "VersionPage")),
      page("members", lazyRouteComponent(() => import("../members/members-page.tsx"), "MembersPage")),
      createRoute({ getParentRoute: () => inside, path: "history", validateSearch: checkedSieve, component: lazyRouteComponent(() => import("../history/history-page.tsx"), "HistoryPage") }),
      page("settings", lazyRouteComponent(() => import("../settings/settings-page.tsx"), "SettingsPage")),
      page("appendix", lazyRouteComponent(() => import("../appendix/appendix-page.tsx"), "AppendixPage")),
      page("break-glass", lazyRouteComponent(() => import("../breakglass/break-glass-page.tsx"), "BreakGlassPage")),
      page("print", lazyRouteComponent(() => import("./pages.tsx"), "Print")),
      page("templates", lazyRouteComponent(() => import("./pages.tsx"), "Templates")),
      page("import", lazyRouteComponent(() => import("./import-page.tsx"), "ImportPage")),
    ]),
  ]),
]);
const router = createRouter({ routeTree: tree, defaultPreload: "intent", scrollRestoration: false });

/** The signed-in application: one workspace at a time, its parts at the side. */
export const Shell = () => (
  <>
    <RouterProvider router={router} />
    <DoneNotice />
  </>
);
