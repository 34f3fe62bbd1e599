import type { Activity } from "../model/activity.ts";
import type { MatrixDocument, Waiver } from "../model/document.ts";
import { itemsOf } from "../model/items.ts";
import type { Finding, Place } from "./finding.ts";
import { registerOf, type Register } from "./register.ts";
import { rowOf, type Row } from "./row.ts";
import type { GroupRule, RegisterRule, Report, Rule, RowRule, TallyRule } from "./rule.ts";

/** Rows a first run takes at once. */
const BLOCK = 250;

/**
 * The linter of one matrix. Built once, it keeps what each rule found where, so that an edit re-runs
 * only what read the changed row: its row rules, and the groups it left or joined.
 * `findings()` after any number of edits equals that of a linter built fresh (a law in the tests).
 */
export class Linter {
  readonly #rowRules: readonly RowRule[];
  readonly #groupRules: readonly GroupRule[];
  readonly #tallyRules: readonly TallyRule[];
  readonly #register: Register;
  readonly #rows = new Map<string, Row>();
  #next = 0;
  /**
   * Complaints per row rule and position of the row; absent = content. The row itself stands for complaints
   * nobody asked for yet: while a column is empty, ten thousand rows complain of it and one sentence is said.
   */
  readonly #perRow: Map<number, readonly Finding[] | Row>[];
  /** A row that fills the column a rule asks for, if any does. */
  readonly #filled: (Row | undefined)[];
  /** Rows of a group by id; most groups have but one. */
  readonly #members: Map<string, string | Set<string>>[];
  readonly #perGroup: Map<string, Finding[]>[];
  readonly #expected: ReadonlySet<string>[];
  readonly #tallies: Map<string, { count: number }>[];
  /** What the tally rules say; unset when a row changed since. */
  #ofTallies: readonly Finding[] | undefined;
  readonly #ofRegister: readonly Finding[];
  readonly #waivers: ReadonlyMap<string, readonly Waiver[]>;

  /** @param today the reader's day, `YYYY-MM-DD`; only expiries look at it. */
  constructor(document: MatrixDocument, rules: readonly Rule[], today: string) {
    this.#register = registerOf(document, today);
    this.#rowRules = rules.filter((rule) => rule.reads === "row");
    this.#groupRules = rules.filter((rule) => rule.reads === "groups");
    this.#tallyRules = rules.filter((rule) => rule.reads === "tally");
    this.#tallies = this.#tallyRules.map(() => new Map());
    this.#perRow = this.#rowRules.map(() => new Map());
    this.#filled = this.#rowRules.map(() => undefined);
    this.#members = this.#groupRules.map(() => new Map());
    this.#perGroup = this.#groupRules.map(() => new Map());
    this.#expected = this.#groupRules.map((rule) => new Set(rule.expected?.(this.#register) ?? []));
    this.#waivers = byRule(document.waivers ?? [], today);
    this.#ofRegister = rules
      .filter((rule): rule is RegisterRule => rule.reads === "register")
      .flatMap((rule) => {
        const found: Finding[] = [];
        rule.checkRegister(this.#register, this.#reporter(rule, undefined, found));
        return found;
      });
    // Rule by rule over a block of rows: one rule's code stays hot, and a block of rows stays in the cache.
    const rows = document.activities.map((activity) => rowOf(activity, this.#register, this.#next++));
    for (const row of rows) this.#rows.set(row.id, row);
    for (let from = 0; from < rows.length; from += BLOCK) {
      const until = Math.min(from + BLOCK, rows.length);
      // Counted loops: an iterator would leave an object behind for each of a million steps.
      for (let i = 0; i < this.#rowRules.length; i++) for (let r = from; r < until; r++) this.#check(i, rows[r] as Row);
      for (let i = 0; i < this.#groupRules.length; i++) for (let r = from; r < until; r++) this.#join(i, rows[r] as Row);
      for (let i = 0; i < this.#tallyRules.length; i++) for (let r = from; r < until; r++) this.#count(i, rows[r] as Row, 1);
    }
    this.#groupRules.forEach((_, rule) => {
      for (const key of new Set([...(this.#members[rule]?.keys() ?? []), ...(this.#expected[rule] ?? [])])) this.#judge(rule, key);
    });
  }

  /** A row was added, changed (same id) or, with `undefined`, removed. */
  edit(id: string, activity: Activity | undefined): void {
    const before = this.#rows.get(id);
    const stale = this.#groupRules.map((rule) => new Set(before ? rule.keysOf(before, this.#register) : []));
    if (before) this.#remove(before, stale);
    if (activity) this.#place(rowOf(activity, this.#register, before?.position ?? this.#next++), stale);
    stale.forEach((keys, rule) => {
      for (const key of keys) this.#judge(rule, key);
    });
  }

  /** Every finding, rows in document order, then groups, then counts, then the register. */
  findings(): Finding[] {
    const found: Finding[] = [];
    const silent = this.#rowRules.map((rule, i) => rule.column !== undefined && this.#filled[i] === undefined && (this.#perRow[i]?.size ?? 0) >= (rule.column.least ?? 4));
    const complaints: { readonly position: number; readonly here: readonly Finding[] }[] = [];
    this.#perRow.forEach((perRow, i) => {
      if (silent[i]) return;
      for (const [position, unsaid] of perRow) {
        const here = isRow(unsaid) ? this.#checked(i, unsaid) : unsaid;
        perRow.set(position, here);
        complaints.push({ position, here });
      }
    });
    complaints.sort((a, b) => a.position - b.position);
    for (const { here } of complaints) for (const finding of here) found.push(finding);
    this.#rowRules.forEach((rule, i) => {
      if (silent[i] && rule.column)
        found.push({ rule: rule.id, severity: rule.column.severity?.(this.#register) ?? rule.severity, message: rule.column.message(this.#perRow[i]?.size ?? 0, this.#register), at: { kind: "matrix" }, title: this.#register.document.title });
    });
    for (const perGroup of this.#perGroup) for (const here of perGroup.values()) for (const finding of here) found.push(finding);
    for (const finding of (this.#ofTallies ??= this.#judgeTallies())) found.push(finding);
    for (const finding of this.#ofRegister) found.push(finding);
    return this.#waivers.size === 0 ? found : found.map((finding) => this.#waive(finding));
  }

  /** What the linter has to say of one row: its own complaints and those of its groups that sit there. */
  findingsAt(id: string): Finding[] {
    return this.findings().filter((finding) => finding.at.kind === "activity" && finding.at.id === id);
  }

  #place(row: Row, stale: readonly Set<string>[]): void {
    this.#rows.set(row.id, row);
    for (let i = 0; i < this.#rowRules.length; i++) this.#check(i, row);
    for (let i = 0; i < this.#groupRules.length; i++) for (const key of this.#join(i, row)) stale[i]?.add(key);
    for (let i = 0; i < this.#tallyRules.length; i++) this.#count(i, row, 1);
  }

  #check(i: number, row: Row): void {
    const rule = this.#rowRules[i] as RowRule;
    if (rule.column) {
      if (this.#filled[i] === undefined && rule.column.used(row)) this.#filled[i] = row;
      this.#complained = false;
      rule.checkRow(row, this.#register, this.#hear);
      if (this.#complained) this.#perRow[i]?.set(row.position, row);
      return;
    }
    this.#now = row;
    this.#rule = rule;
    rule.checkRow(row, this.#register, this.#reportRow);
    if (this.#found.length > 0) {
      this.#perRow[i]?.set(row.position, this.#found);
      this.#found = [];
    }
  }

  #join(i: number, row: Row): readonly string[] {
    const keys = (this.#groupRules[i] as GroupRule).keysOf(row, this.#register);
    const members = this.#members[i] as Map<string, string | Set<string>>;
    for (const key of keys) {
      const group = members.get(key);
      if (group === undefined) members.set(key, row.id);
      else if (typeof group !== "string") group.add(row.id);
      else if (group !== row.id) members.set(key, new Set([group, row.id]));
    }
    return keys;
  }

  #remove(row: Row, keys: readonly Set<string>[]): void {
    for (let i = 0; i < this.#tallyRules.length; i++) this.#count(i, row, -1);
    for (const perRow of this.#perRow) perRow.delete(row.position);
    this.#rows.delete(row.id);
    this.#filled.forEach((filler, i) => {
      if (filler === row) this.#filled[i] = [...this.#rows.values()].find((other) => this.#rowRules[i]?.column?.used(other));
    });
    keys.forEach((stale, i) => {
      for (const key of stale) {
        const group = this.#members[i]?.get(key);
        if (typeof group === "object") group.delete(row.id);
        if (group === row.id || (typeof group === "object" && group.size === 0)) this.#members[i]?.delete(key);
      }
    });
  }

  #counts = new Map<string, { count: number }>();
  #step: 1 | -1 = 1;
  readonly #add = (key: string): void => {
    const tallied = this.#counts.get(key);
    if (tallied === undefined) this.#counts.set(key, { count: this.#step });
    else if ((tallied.count += this.#step) === 0) this.#counts.delete(key);
  };

  #count(i: number, row: Row, step: 1 | -1): void {
    this.#ofTallies = undefined;
    this.#step = step;
    this.#counts = this.#tallies[i] as Map<string, { count: number }>;
    (this.#tallyRules[i] as TallyRule).tally(row, this.#register, this.#add);
  }

  #judgeTallies(): Finding[] {
    const found: Finding[] = [];
    this.#tallyRules.forEach((rule, i) => {
      const counts = new Map<string, number>();
      for (const [key, { count }] of this.#tallies[i] ?? []) counts.set(key, count);
      rule.checkTally(counts, this.#register, this.#reporter(rule, undefined, found));
    });
    return found;
  }

  #judge(index: number, key: string): void {
    const rule = this.#groupRules[index] as GroupRule;
    const members = this.#members[index]?.get(key);
    const perGroup = this.#perGroup[index] as Map<string, Finding[]>;
    const size = members === undefined ? 0 : typeof members === "string" ? 1 : members.size;
    if (size < (rule.least ?? 0) || (size === 0 && !this.#expected[index]?.has(key))) return void perGroup.delete(key);
    const rows: Row[] = [];
    for (const id of typeof members === "string" ? [members] : (members ?? [])) {
      const row = this.#rows.get(id);
      if (row) rows.push(row);
    }
    rows.sort((a, b) => a.position - b.position);
    const found: Finding[] = [];
    rule.checkGroup(key, rows, this.#register, this.#reporter(rule, undefined, found));
    if (found.length > 0) perGroup.set(key, found);
    else perGroup.delete(key);
  }

  /** What a rule about an unfilled column says of one row, now that it is worth saying. */
  #checked(index: number, row: Row): Finding[] {
    const rule = this.#rowRules[index] as RowRule;
    const found: Finding[] = [];
    rule.checkRow(row, this.#register, this.#reporter(rule, row, found));
    return found;
  }

  #complained = false;
  readonly #hear: Report = () => void (this.#complained = true);

  // One reporter for all rows: a closure per row and rule would cost more than most rules.
  #found: Finding[] = [];
  #now: Row | undefined;
  #rule: Rule | undefined;
  readonly #reportRow: Report = (problem) => {
    if (this.#rule && this.#now) this.#found.push(this.#finding(this.#rule, this.#now, problem));
  };

  #reporter(rule: Rule, row: Row | undefined, found: Finding[]): Report {
    return (problem) => void found.push(this.#finding(rule, row, problem));
  }

  #finding(rule: Rule, row: Row | undefined, { message, field, at, fix }: Parameters<Report>[0]): Finding {
    const place: Place = at ?? (row ? { kind: "activity", id: row.id, ...(field === undefined ? {} : { field }) } : { kind: "matrix", ...(field === undefined ? {} : { field }) });
    return {
      rule: rule.id,
      severity: rule.severity,
      message,
      at: place,
      title: row && at === undefined ? row.activity.title : this.#nameOf(place),
      ...(fix === undefined ? {} : { fix }),
    };
  }

  #nameOf({ kind, id }: Place): string {
    if (id === undefined) return this.#register.document.title;
    if (kind === "activity") return this.#rows.get(id)?.activity.title ?? id;
    const item = kind === "matrix" ? undefined : itemsOf(this.#register.document, kind).find((one) => one.id === id);
    const name = item?.["name"];
    return typeof name === "string" ? name : id;
  }

  #waive(finding: Finding): Finding {
    const waiver = this.#waivers
      .get(finding.rule)
      ?.find(({ at }) => at.kind === finding.at.kind && at.id === finding.at.id && (at.field === undefined || at.field === finding.at.field));
    if (!waiver) return finding;
    return { ...finding, waived: { by: this.#register.people.get(waiver.by)?.name ?? waiver.by, until: waiver.until, reason: waiver.reason } };
  }
}

const isRow = (complaints: readonly Finding[] | Row): complaints is Row => !Array.isArray(complaints);

/** Waivers that hold today: by a person the matrix knows is a rule's business, not a condition here. */
function byRule(waivers: readonly Waiver[], today: string): Map<string, Waiver[]> {
  const map = new Map<string, Waiver[]>();
  for (const waiver of waivers) if (waiver.until >= today) map.set(waiver.rule, [...(map.get(waiver.rule) ?? []), waiver]);
  return map;
}

/** All findings of a document, once. */
export const lint = (document: MatrixDocument, rules: readonly Rule[], today: string): Finding[] => new Linter(document, rules, today).findings();
