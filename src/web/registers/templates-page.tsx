import { ArrowRight, Footprints } from "lucide-react";
import { use, useState } from "react";
import { Button, Form, Input, Label, TextField } from "react-aria-components";
import type { MatrixDocument } from "#core/model/document.ts";
import { TEMPLATES, template as fresh } from "#library/templates.ts";
import buttons from "../parts/controls.module.css";
import { say } from "../words.ts";
import { found } from "../shell/account.ts";
import { Here } from "../shell/here.ts";
import { GuidedBuild } from "./guided-build.tsx";
import { dropPlan, keptPlan } from "./kept-plan.ts";
import style from "./templates-page.module.css";

interface Props {
  /** A template was chosen; names that nobody knows yet are empty. */
  readonly onChoose: (template: string, client: string, provider: string) => void;
  /** A matrix was built step by step. */
  readonly onBuild: (document: MatrixDocument) => void;
}

/** Ways to begin: a template, or step by step. */
export function TemplatesPage({ onChoose, onBuild }: Props) {
  const [chosen, setChosen] = useState<string>();
  const [guided, setGuided] = useState(false);
  const [client, setClient] = useState("");
  const [provider, setProvider] = useState("");
  const [trouble, setTrouble] = useState<string>();
  // Outside of a workspace there is nothing to replace.
  const here = use(Here);
  const workspace = here?.workspace.id ?? "table";
  const rows = here?.store.snapshot().document.activities.length ?? 0;
  const anew = here
    ? (document: MatrixDocument): void =>
        void found({ name: document.title, document }).then(
          ({ id }) => location.assign(`/w/${id}/matrix`),
          (thrown: unknown) => setTrouble(thrown instanceof Error ? thrown.message : String(thrown)),
        )
    : undefined;
  const begun = keptPlan(workspace);
  const guide = (afresh: boolean): void => {
    if (afresh) dropPlan(workspace);
    setGuided(true);
  };
  if (guided) return <GuidedBuild workspace={workspace} begun={begun} replaces={rows} onBuild={onBuild} onAnew={anew} onLeave={() => setGuided(false)} />;
  const template = TEMPLATES.find(({ id }) => id === chosen);
  return (
    <div className={style.page}>
      <header>
        <h1>{say("start.title")}</h1>
        <p>{say("start.lead")}</p>
      </header>
      <div className={style.cards} role="radiogroup" aria-label={say("start.templates")}>
        {TEMPLATES.map(({ id, name, description, forWhom }) => (
          <label key={id} className={style.card} data-chosen={id === chosen || undefined}>
            <input type="radio" name="template" value={id} checked={id === chosen} onChange={() => setChosen(id)} />
            <span>
              <b>{name}</b>
              <span>{description}</span>
              <small>{say("start.for", { who: forWhom })}</small>
            </span>
          </label>
        ))}
        <div className={style.guide}>
          <b>
            <Footprints aria-hidden size={17} />
            {say("start.guide")}
          </b>
          <span>{say("start.guide.why")}</span>
          {begun ? (
            <>
              <small>{say("start.guide.resume.at", { at: begun.at + 1, step: begun.plan.title || say("guide.work.count", { n: begun.plan.work.size }) })}</small>
              <Button className={`${buttons.button} ${buttons.main}`} onPress={() => guide(false)}>
                {say("start.guide.resume")}
                <ArrowRight aria-hidden />
              </Button>
              <Button className={buttons.button} onPress={() => guide(true)}>
                {say("start.guide.afresh")}
              </Button>
            </>
          ) : (
            <Button className={buttons.button} onPress={() => guide(true)}>
              {say("start.guide.begin")}
              <ArrowRight aria-hidden />
            </Button>
          )}
        </div>
      </div>
      {template ? (
        <Form
          className={style.names}
          onSubmit={(event) => {
            event.preventDefault();
            onChoose(template.id, client.trim(), provider.trim());
          }}
        >
          <h2>{say("start.names")}</h2>
          <div>
            <TextField value={client} onChange={setClient} maxLength={200} autoComplete="off">
              <Label>{say("start.client")}</Label>
              <Input />
            </TextField>
            <TextField value={provider} onChange={setProvider} maxLength={200} autoComplete="off">
              <Label>{say("start.provider")}</Label>
              <Input />
            </TextField>
            <Button type="submit" className={`${buttons.button} ${buttons.main}`}>
              {say("start.do", { template: template.name })}
            </Button>
            {rows > 0 && anew ? (
              <Button className={buttons.button} onPress={() => anew(fresh(template.id, { ...(client.trim() ? { client: client.trim() } : {}), ...(provider.trim() ? { provider: provider.trim() } : {}) }))}>
                {say("start.anew")}
              </Button>
            ) : null}
          </div>
          {rows > 0 ? <p className={style.replaces}>{say("start.occupied", { n: rows })}</p> : null}
          {trouble ? <p role="alert" className={style.replaces}>{trouble}</p> : null}
          <p>{say("start.names.later")}</p>
        </Form>
      ) : null}
    </div>
  );
}
