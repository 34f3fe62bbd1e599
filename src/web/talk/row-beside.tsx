import { useBeside, useHere } from "../shell/here.ts";
import { useSnapshot } from "../shell/use-draft.ts";
import { say } from "../words.ts";
import { AgreementPart } from "./agreement-part.tsx";
import { Discussion } from "./discussion.tsx";
import { EvidencePart } from "./evidence-part.tsx";
import { ProposalCard } from "./proposal-card.tsx";
import style from "./row-beside.module.css";

/** What lies beside one row: what the sides think of it, what is proposed, said and shown. */
export default function RowBeside({ row }: { readonly row: string }) {
  const { store } = useHere();
  const { document: matrix } = useSnapshot(store);
  const { proposals } = useBeside();
  const here = proposals.filter(({ activities }) => activities.includes(row));
  const title = matrix.activities.find(({ id }) => id === row)?.title ?? row;
  return (
    <div className={style.beside} key={row}>
      {here.length === 0 ? null : (
        <section className={style.part} aria-label={say("proposal.title")}>
          <h3>{say("proposal.title")}</h3>
          {here.map((proposal) => (
            <ProposalCard key={proposal.id} proposal={proposal} />
          ))}
        </section>
      )}
      <AgreementPart row={row} />
      <Discussion row={row} title={title} />
      <EvidencePart row={row} />
    </div>
  );
}
