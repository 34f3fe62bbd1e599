import { useBeside, useHere } from "../shell/here.ts";
import { useSnapshot } from "../shell/use-draft.ts";
import { say } from "../words.ts";
import { AgreementPart } from "./agreement-part.tsx";
import { Discussion } from "./discussion.tsx";
import { EvidencePart } from "./evidence-part.tsx";
import { ProposalCard } from "./proposal-card.tsx";
import style from "./row-beside.module.css";

/** What lies beside one row: proposals that wait for an answer above its fields; what the sides think of it, said and shown below. */
export default function RowBeside({ row, where }: { readonly row: string; readonly where: "above" | "below" }) {
  const { store } = useHere();
  const { document: matrix } = useSnapshot(store);
  const { proposals } = useBeside();
  if (where === "above") {
    const here = proposals.filter(({ activities }) => activities.includes(row));
    if (here.length === 0) return null;
    return (
      <section className={style.above} aria-label={say("proposal.title")}>
        <h3>{say("proposal.title")}</h3>
        {here.map((proposal) => (
          <ProposalCard key={proposal.id} proposal={proposal} />
        ))}
      </section>
    );
  }
  return (
    <div className={style.beside}>
      <AgreementPart row={row} />
      <Discussion row={row} title={matrix.activities.find(({ id }) => id === row)?.title ?? row} />
      <EvidencePart row={row} />
    </div>
  );
}
