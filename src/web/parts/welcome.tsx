import { ClipboardPaste, FileSpreadsheet, FileUp, LayoutTemplate, LockKeyhole, Table2 } from "lucide-react";
import { Button, FileTrigger, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { nameOf, TEMPLATE_IDS } from "../state/name.ts";
import { FILE_TYPES, type Sitting, type Source } from "../state/sitting.ts";
import { say } from "../words.ts";
import buttons from "./controls.module.css";
import { SampleDefect } from "./sample-defect.tsx";
import style from "./welcome.module.css";

const KINDS = ["letters", "names", "lane", "marks", "prose", "owners"] as const;
const PASTE_KEY = /Mac|iPhone|iPad/.test(navigator.userAgent) ? "⌘V" : "Ctrl+V";

interface Props {
  readonly dragging: boolean;
  readonly aside: Sitting | undefined;
  readonly onFile: (file: File) => void;
  readonly onOpen: (source: Source) => void;
  readonly onBringBack: () => void;
  readonly onForget: () => void;
}

/** The empty table: what to bring, what happens to it, and what to do without a file. */
export function Welcome({ dragging, aside, onFile, onOpen, onBringBack, onForget }: Props) {
  const [beforeKey, afterKey] = say("welcome.or", { key: "\u0000" }).split("\u0000");
  return (
    <main id="content" className={style.page} tabIndex={-1}>
      <div className={style.start}>
        <h1>{say("welcome.title")}</h1>
        <p className={style.lead}>{say("welcome.lead")}</p>
        {aside ? (
          <p className={style.aside}>
            <span>{say("welcome.aside", { name: nameOf(aside.source) })}</span>
            <Button className={buttons.link} onPress={onBringBack}>
              {say("welcome.aside.back")}
            </Button>
            <Button className={buttons.link} onPress={onForget}>
              {say("welcome.aside.forget")}
            </Button>
          </p>
        ) : null}
        <div className={style.drop} data-dragging={dragging || undefined}>
          <FileSpreadsheet aria-hidden size={34} strokeWidth={1.4} />
          <p className={style.dropTitle}>{dragging ? say("welcome.drop.now") : say("welcome.drop")}</p>
          <FileTrigger acceptedFileTypes={FILE_TYPES} onSelect={(files) => files?.[0] && onFile(files[0])}>
            <Button className={`${buttons.button} ${buttons.main} ${buttons.large}`}>
              <FileUp aria-hidden />
              {say("welcome.choose")}
            </Button>
          </FileTrigger>
          <p className={style.paste}>
            <ClipboardPaste aria-hidden size={14} /> {beforeKey}
            <kbd>{PASTE_KEY}</kbd>
            {afterKey}
          </p>
          <p className={style.formats}>{say("welcome.formats")}</p>
        </div>
        <p className={style.local}>
          <LockKeyhole aria-hidden size={16} />
          <span>
            <b>{say("local")}.</b> {say("local.why")} {say("local.kept")}
          </span>
        </p>
        <h2 className={style.noFile}>{say("welcome.nothing-at-hand")}</h2>
        <div className={style.ways}>
          <div>
            <Button className={`${buttons.button} ${buttons.large}`} onPress={() => onOpen({ kind: "example" })}>
              <Table2 aria-hidden />
              {say("welcome.example")}
            </Button>
            <p>{say("welcome.example.why")}</p>
          </div>
          <div>
            <MenuTrigger>
              <Button className={`${buttons.button} ${buttons.large}`}>
                <LayoutTemplate aria-hidden />
                {say("welcome.template")}
              </Button>
              <Popover className={buttons.popover}>
                <Menu className={buttons.items} onAction={(id) => onOpen({ kind: "template", id: String(id) })}>
                  {TEMPLATE_IDS.map((id) => (
                    <MenuItem key={id} id={id} textValue={say(`template.${id}`)} className={buttons.item}>
                      <span>
                        {say(`template.${id}`)}
                        <small className={style.templateWhy}>{say(`template.${id}.why`)}</small>
                      </span>
                    </MenuItem>
                  ))}
                </Menu>
              </Popover>
            </MenuTrigger>
            <p>{say("welcome.template.why")}</p>
          </div>
        </div>
      </div>
      <aside className={style.teach}>
        <SampleDefect />
        <h2>{say("welcome.kinds")}</h2>
        <p>{say("welcome.kinds.lead")}</p>
        <ul>
          {KINDS.map((kind) => (
            <li key={kind}>{say(`welcome.kind.${kind}`)}</li>
          ))}
        </ul>
        <p>{say("welcome.nothing-refused")}</p>
      </aside>
    </main>
  );
}
