import { Building2 } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "react-aria-components";
import buttons from "../parts/controls.module.css";
import { say } from "../words.ts";
import style from "./entrance-card.module.css";
import { useSending } from "./form.tsx";
import { leaveFor, providerOf } from "./single-sign-on.ts";

/** In milliseconds: nobody is asked about half an address. */
const PAUSE = 300;
const DOMAIN = /^[^\s@]+@([^\s@]+\.[a-z][a-z0-9-]+)$/i;

/** How the organisation of an address calls its own sign-in, once the address is typed. */
function useProvider(email: string): string | undefined {
  const [known, setKnown] = useState<{ readonly domain: string; readonly provider: string | null }>();
  const domain = DOMAIN.exec(email.trim())?.[1]?.toLowerCase();
  const asked = known?.domain === domain;
  useEffect(() => {
    if (domain === undefined || asked) return undefined;
    let gone = false;
    const soon = setTimeout(() => {
      // An answer that does not come leaves the other ways in.
      providerOf(`somebody@${domain}`).then(({ provider }) => gone || setKnown({ domain, provider }), () => undefined);
    }, PAUSE);
    return () => {
      gone = true;
      clearTimeout(soon);
    };
  }, [domain, asked]);
  return domain !== undefined && asked ? (known?.provider ?? undefined) : undefined;
}

/** Offers the organisation's own sign-in where the domain of the address has one. */
export function ProviderButton({ email }: { readonly email: string }) {
  const provider = useProvider(email);
  const sending = useSending();
  return (
    <div className={provider === undefined ? "unseen" : style.offer} role="status">
      {provider === undefined ? null : (
        <>
          <p>{say("enter.sso.lead")}</p>
          <Button className={`${buttons.button} ${buttons.main} ${buttons.large}`} isDisabled={sending.busy} onPress={() => void sending.send(() => leaveFor(email.trim()))}>
            <Building2 aria-hidden />
            {say("enter.sso", { name: provider })}
          </Button>
          {sending.refusal ? (
            <p role="alert" className={style.trouble}>
              {sending.refusal.message}
            </p>
          ) : null}
        </>
      )}
    </div>
  );
}
