import { useEffect, useState } from "react";
import { momentOf } from "../account/moments.ts";
import { useHere } from "../shell/here.ts";
import { say } from "../words.ts";
import { readCertificate, type Certificate, type State } from "./versions.ts";
import style from "./versions.module.css";

/** Who signed, how, when and what; and what is claimed of it. */
export function CertificateView({ number, state }: { readonly number: number; readonly state: State }) {
  const { workspace } = useHere();
  const [certificate, setCertificate] = useState<Certificate>();
  useEffect(() => void readCertificate(workspace.id, number).then(setCertificate, () => undefined), [workspace.id, number, state]);
  if (!certificate) return null;
  const { parties, claim, fingerprint } = certificate;
  return (
    <details className={style.part}>
      <summary>{say("versions.certificate")}</summary>
      {parties.map(({ party, name, signatures }) => (
        <section key={party}>
          <h3>{name}</h3>
          <ul className={style.certified}>
            {signatures.map((one) => (
              <li key={one.person}>
                <b>{one.name}</b>
                <span>“{one.intent}”</span>
                <small>{say("versions.certificate.how", { day: momentOf(one.at), how: one.how, address: one.address ?? "–" })}</small>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <dl className={style.facts}>
        <dt>{say("versions.key")}</dt>
        <dd><code>{fingerprint}</code></dd>
      </dl>
      <p className={style.none}>{claim}</p>
    </details>
  );
}
