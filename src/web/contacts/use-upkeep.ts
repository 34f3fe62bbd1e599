import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { z } from "@hono/zod-openapi";
import type { AskedPeople, ContactChecks } from "#contract/contact-check.ts";
import { ask, SaidNo } from "../account/asking.ts";
import type { DraftStore } from "../draft/store.ts";
import type { WorkspaceAbout } from "../shell/account.ts";
import { Readings } from "../state/readings.ts";

type Checks = z.infer<typeof ContactChecks>;
export type Check = Checks["checks"][number];
export type Claim = Checks["claims"][number];
export type AskedOne = z.infer<typeof AskedPeople>["asked"][number];

/** Whether numbers are still correct: what was asked and tried, and the ways to ask and try. */
export interface Upkeep {
  readonly claims: readonly Claim[];
  readonly mails: boolean;
  /** What was just asked, until it is put away. */
  readonly asked: readonly AskedOne[] | undefined;
  readonly trouble: string | undefined;
  mayAsk(party: string): boolean;
  /** The latest question to a person, or the latest try of one contact. */
  latest(person: string, contact?: string): Check | undefined;
  /** Days between two rounds of a party; nothing where nobody is asked by itself. */
  every(party: string): number | undefined;
  ask(people: readonly string[]): Promise<boolean>;
  test(contact: string, reached?: boolean): Promise<boolean>;
  settle(claim: string, accept: boolean): Promise<boolean>;
  schedule(party: string, days: number | null): Promise<boolean>;
  forget(): void;
}

/** Long enough for an edit of somebody's answer to be read with it. In milliseconds. */
const SOON = 400;

/** Nothing for a guest. Read again whenever the directory changes, and after everything one does. */
export function useUpkeep({ id, role }: WorkspaceAbout, store: DraftStore): Upkeep | undefined {
  const [checks, setChecks] = useState<Checks>();
  const [asked, setAsked] = useState<readonly AskedOne[]>();
  const [trouble, setTrouble] = useState<string>();
  const { directory } = useSyncExternalStore(store.subscribe, store.snapshot).document;
  const readings = useMemo(() => new Readings(), []);
  const read = useCallback(async () => {
    const counts = readings.begin();
    const found = await ask<Checks>("GET", `/workspaces/${id}/contact-checks`).catch((thrown: unknown) => {
      if (thrown instanceof SaidNo) return undefined;
      throw thrown;
    });
    if (counts() && found) setChecks(found);
  }, [id, readings]);
  useEffect(() => {
    if (role === "guest") return undefined;
    const soon = setTimeout(() => void read(), SOON);
    return () => clearTimeout(soon);
  }, [read, role, directory]);
  const act = useCallback(async (work: () => Promise<unknown>): Promise<boolean> => {
    setTrouble(undefined);
    try {
      await work();
      return true;
    } catch (thrown) {
      if (!(thrown instanceof SaidNo)) throw thrown;
      setTrouble(thrown.message);
      return false;
    } finally {
      await read();
    }
  }, [read]);
  return useMemo(() => {
    if (!checks) return undefined;
    const path = `/workspaces/${id}`;
    const mayWrite = role === "owner" || role === "editor";
    return {
      claims: checks.claims, mails: checks.mails, asked, trouble,
      mayAsk: (party) => mayWrite && checks.parties.includes(party),
      latest: (person, contact) => checks.checks.find((one) => one.person === person && (contact === undefined ? one.kind === "correct" : one.contact === contact)),
      every: (party) => checks.schedules.find((one) => one.party === party)?.days,
      ask: (people) => act(async () => setAsked((await ask<z.infer<typeof AskedPeople>>("POST", `${path}/contact-checks`, { people })).asked)),
      test: (contact, reached) => act(() => ask("POST", `${path}/contact-tests`, { id: crypto.randomUUID(), contact, ...(reached === undefined ? {} : { reached }) })),
      settle: (claim, accept) => act(() => ask("POST", `${path}/contact-claims/${claim}`, { accept })),
      schedule: (party, days) => act(() => ask("PUT", `${path}/contact-schedule`, { party, days })),
      forget: () => setAsked(undefined),
    } satisfies Upkeep;
  }, [checks, asked, trouble, act, id, role]);
}
