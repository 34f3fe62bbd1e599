import { MessageSquare, Mail, Phone, Radio } from "lucide-react";
import type { Method } from "#core/who/answer.ts";
import { say } from "../words.ts";
import { linkOf } from "./way-to.ts";
import style from "./who-page.module.css";

const SIGNS = { voice: Phone, sms: MessageSquare, email: Mail, chat: MessageSquare, push: Radio } as const;

/** The ways to reach somebody, the first one large enough for a thumb in the dark. */
export function Methods({ name, methods, large = false }: { readonly name: string; readonly methods: readonly Method[]; readonly large?: boolean }) {
  if (methods.length === 0) return <p className={style.unreached}>{say("who.no-method", { name })}</p>;
  return (
    <ul className={large ? style.methods : style.smallMethods}>
      {methods.map((method, i) => {
        const Sign = SIGNS[method.kind];
        const link = linkOf(method);
        const inside = (
          <>
            <Sign aria-hidden />
            <span>
              <span className="unseen">{say(`who.reach.${method.kind}`, { name })} </span>
              {method.value ?? say("who.kept", { kind: say(`who.kind.${method.kind}`) })}
            </span>
            {large ? <em aria-hidden>{say(`who.kind.${method.kind}`)}</em> : null}
          </>
        );
        return (
          <li key={`${method.kind} ${method.value ?? i}`} data-first={(large && i === 0) || undefined}>
            {link === undefined ? <span className={style.handle}>{inside}</span> : (
              <a href={link}>{inside}</a>
            )}
            {method.verified ? null : <small>{say("who.unverified")}</small>}
          </li>
        );
      })}
    </ul>
  );
}
