import { useEffect, useState, useSyncExternalStore } from "react";
import { useHere } from "../shell/here.ts";
import type { ProofSnapshot } from "./live-proof.ts";
import type { Answers, Ask } from "./order.ts";
import { NotProved } from "./prover.ts";

export interface Answered<T> {
  /** The last one there was, of this question or of the one before. */
  readonly answer: T | undefined;
  readonly busy: boolean;
  readonly trouble: string | undefined;
}

/** What the open draft's proof knows by itself. */
export function useProof(): ProofSnapshot {
  const { proof } = useHere();
  return useSyncExternalStore(proof.subscribe, proof.snapshot);
}

/** The answer to a question about the open draft, asked again after every edit that matters. */
export function useAnswer<A extends Ask>(slot: string, ask: A | undefined): Answered<Answers[A["do"]]> {
  const { proof } = useHere();
  const { version } = useProof();
  const [state, setState] = useState<Answered<Answers[A["do"]]> & { readonly of: string }>({ of: "", answer: undefined, busy: true, trouble: undefined });
  const question = ask === undefined ? "" : JSON.stringify(ask);
  const of = `${version} ${question}`;
  useEffect(() => {
    if (question === "") return;
    let here = true;
    proof.ask(slot, JSON.parse(question) as A).then(
      (answer) => here && setState({ of, answer, busy: false, trouble: undefined }),
      (problem: unknown) => here && problem instanceof NotProved && setState((before) => ({ ...before, of, busy: false, trouble: problem.message })),
    );
    return () => void (here = false);
  }, [proof, slot, question, of]);
  return state.of === of ? state : { ...state, busy: true };
}
