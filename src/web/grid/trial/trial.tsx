import { useLayoutEffect, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import type { MatrixDocument } from "#core/model/document.ts";
import "../../look/tokens.css";
import "../../look/base.css";
import { LocalStore } from "../../draft/local-store.ts";
import { backgroundChecker } from "../../work/background-checker.ts";
import { MatrixWorkbench } from "../workbench.tsx";
import style from "./trial.module.css";

/** Notes when what was drawn first has come to the screen. */
function Timed({ children }: { readonly children: ReactNode }) {
  useLayoutEffect(() => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => performance.measure("first-paint", "grid-begins");
      port2.postMessage(undefined);
    });
  }, []);
  return children;
}

/** The grid without the rest of the page: what the benchmark measures and the journeys walk through. */
const document_ = (await (await fetch("matrix.json")).json()) as MatrixDocument;
const hire = (): Worker => new Worker(new URL("../../work/check-worker.ts", import.meta.url), { type: "module", name: "checker" });
performance.mark("grid-begins");
const store = new LocalStore(document_, backgroundChecker(hire, "2026-11-21"));
const place = document.getElementById("page");
if (place)
  createRoot(place).render(
    <Timed>
    <main className={style.page}>
      <h1 className="unseen">{document_.title}</h1>
      <MatrixWorkbench store={store} />
    </main>
    </Timed>,
  );
// For the journeys: what the store holds, as a page cannot show it.
Object.assign(window, { draft: store });
