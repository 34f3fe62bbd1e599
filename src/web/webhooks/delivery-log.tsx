import { RotateCw } from "lucide-react";
import { useCallback, useState } from "react";
import { Button } from "react-aria-components";
import { SaidNo } from "../account/asking.ts";
import { momentOf } from "../account/moments.ts";
import buttons from "../parts/controls.module.css";
import { Said } from "../settings/said.tsx";
import { useListing } from "../state/use-listing.ts";
import { say, type WordId } from "../words.ts";
import { deliveriesOf, replay, type Delivery, type Webhook } from "./hooks.ts";
import style from "./webhooks.module.css";

/** What a webhook was told, newest first, and how each message went. */
export function DeliveryLog({ workspace, webhook: { id, on } }: { readonly workspace: string; readonly webhook: Webhook }) {
  const { found, more, trouble, read, readMore } = useListing(
    useCallback(async (after?: string) => {
      const { deliveries, next } = await deliveriesOf(workspace, id, after);
      return { found: deliveries, next };
    }, [workspace, id]),
  );
  const [failed, setFailed] = useState<string>();
  const [said, setSaid] = useState<string>();
  const again = async ({ id: delivery }: Delivery): Promise<void> => {
    setFailed(undefined);
    try {
      await replay(workspace, id, delivery);
      setSaid(say("webhook.log.replayed"));
      setTimeout(() => void read(), 900);
    } catch (thrown) {
      if (!(thrown instanceof SaidNo)) throw thrown;
      setFailed(thrown.message);
    }
  };
  return (
    <>
      {(failed ?? trouble) === undefined ? null : <p role="alert">{failed ?? trouble}</p>}
      <Said words={said} />
      {found === undefined && trouble === undefined ? <p role="status">{say("working.reading")}</p> : null}
      {found?.length === 0 ? <p>{say("webhook.log.none")}</p> : null}
      {found && found.length > 0 ? <ul className={style.log}>{found.map((delivery) => <DeliveryLine key={delivery.id} delivery={delivery} {...(on ? { onReplay: () => void again(delivery) } : {})} />)}</ul> : null}
      {more ? (
        <p>
          <Button className={`${buttons.button} ${buttons.quiet}`} onPress={() => void readMore()}>
            {say("webhook.log.more")}
          </Button>
        </p>
      ) : null}
    </>
  );
}

function DeliveryLine({ delivery: { event, made, state, attempts, again, body }, onReplay }: { readonly delivery: Delivery; readonly onReplay?: () => void }) {
  const last = attempts.at(-1);
  const when = momentOf(made);
  const how = last === undefined ? undefined : last.fault === null ? say("webhook.log.status", { status: last.status ?? 0, took: last.took }) : say("webhook.log.fault", { fault: last.fault, took: last.took });
  return (
    <li data-state={state}>
      <div>
        <b>
          {say(`webhook.event.${event}` as WordId)}
          <i>{say(`webhook.log.${state}`)}</i>
        </b>
        <small>{[when, ...(attempts.length > 1 ? [say("webhook.log.tries", { n: attempts.length })] : []), ...(how === undefined ? [] : [how]), ...(again === null ? [] : [say("webhook.log.again", { when: momentOf(again) })])].join(" · ")}</small>
        {last && last.answer !== "" ? <q>{last.answer}</q> : null}
        <details>
          <summary>{say("webhook.log.body")}</summary>
          {/* Wide words are broken, so that it needs no scrolling sideways. */}
          <pre>{JSON.stringify(body, null, 2)}</pre>
        </details>
      </div>
      {onReplay && state !== "waiting" ? (
        <Button className={`${buttons.button} ${buttons.quiet}`} aria-label={say("webhook.log.replay.of", { when })} onPress={onReplay}>
          <RotateCw aria-hidden />
          {say("webhook.log.replay")}
        </Button>
      ) : null}
    </li>
  );
}
