import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { MatrixDocument } from "#core/model/document.ts";
import { ChoiceList } from "../parts/choice-list.tsx";
import { useHere } from "../shell/here.ts";
import { say } from "../words.ts";
import { Compared } from "./compared.tsx";
import { readText } from "./versions.ts";
import { useVersions } from "./versions-store.ts";
import style from "./versions.module.css";

const DRAFT = "draft";

/** A version held against the draft, or against any other version: always from the older to the newer. */
export function ComparePart({ number, matrix }: { readonly number: number; readonly matrix: MatrixDocument }) {
  const { store, workspace } = useHere();
  const { document } = useSyncExternalStore(store.subscribe, store.snapshot);
  const { versions } = useVersions();
  const [chosen, choose] = useState<string>();
  const [read, setRead] = useState<{ readonly number: number; readonly matrix: MatrixDocument }>();
  const other = chosen === undefined || chosen === DRAFT ? undefined : Number(chosen);
  useEffect(() => {
    if (other === undefined) return;
    let late = false;
    void readText(workspace.id, other).then((text) => late || setRead({ number: other, matrix: text }));
    return () => void (late = true);
  }, [workspace.id, other]);
  // What changes by itself is never signed, so it is no difference.
  const draft = useMemo(() => {
    const { directory: _, ...signed } = document;
    return signed;
  }, [document]);
  const others = versions?.versions.filter((one) => one.number !== number && !one.altered) ?? [];
  const name = (n: number): string => say("versions.one", { n });
  const held = chosen === DRAFT ? { before: matrix, after: draft, labels: { before: name(number), after: say("versions.compare.draft") } }
    : read === undefined || read.number !== other ? undefined
    : read.number < number ? { before: read.matrix, after: matrix, labels: { before: name(read.number), after: name(number) } }
    : { before: matrix, after: read.matrix, labels: { before: name(number), after: name(read.number) } };
  return (
    <section className={style.part}>
      <h2>{say("versions.compare")}</h2>
      <ChoiceList label={say("versions.compare.with")} all={say("versions.compare.nothing")} chosen={chosen} onChoose={choose} choices={[{ value: DRAFT, label: say("versions.compare.draft") }, ...others.map((one) => ({ value: String(one.number), label: name(one.number) }))]} />
      {held === undefined ? (chosen === undefined ? null : <p role="status">{say("working.reading")}</p>) : <Compared key={chosen} {...held} />}
    </section>
  );
}
