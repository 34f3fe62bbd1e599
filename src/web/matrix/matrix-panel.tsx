import { LibraryBig } from "lucide-react";
import { memo } from "react";
import { Button, ToggleButton, ToggleButtonGroup } from "react-aria-components";
import buttons from "../parts/controls.module.css";
import type { Keyed } from "../findings/sift.ts";
import { move, type MatrixView } from "../state/address.ts";
import { say } from "../words.ts";
import type { Picture } from "./lines.ts";
import style from "./matrix-panel.module.css";
import { MatrixTable } from "./matrix-table.tsx";

interface Props {
  readonly picture: Picture;
  readonly findings: readonly Keyed[];
  readonly view: MatrixView;
  readonly chosen: Keyed | undefined;
  readonly onChoose: (key: string) => void;
  readonly onAdd: () => void;
}

/** The matrix, read only, as lanes or as a RACI grid, with a mark at every faulty cell. */
export const MatrixPanel = memo(function MatrixPanel({ picture, findings, view, chosen, onChoose, onAdd }: Props) {
  const rows = picture.lineOf.size;
  return (
    <section className={style.panel} aria-labelledby="matrix-title">
      <div className={style.bar}>
        <h2 id="matrix-title">{say("matrix.title")}</h2>
        <span className={style.size}>
          {say("state.rows", { n: rows })}, {say("state.roles", { n: picture.columns.length })}
        </span>
        <Button className={`${buttons.button} ${style.add}`} aria-label={say("library")} onPress={onAdd}>
          <LibraryBig aria-hidden />
          <span>{say("library")}</span>
        </Button>
        <ToggleButtonGroup
          className={buttons.segments}
          aria-label={say("matrix.view")}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[view]}
          onSelectionChange={(keys) => move({ view: keys.has("raci") ? "raci" : "lanes" })}
        >
          <ToggleButton id="lanes">{say("matrix.lanes")}</ToggleButton>
          <ToggleButton id="raci">{say("matrix.raci")}</ToggleButton>
        </ToggleButtonGroup>
      </div>
      {rows === 0 ? <p className={style.empty}>{say("matrix.empty")}</p> : <MatrixTable picture={picture} findings={findings} view={view} chosen={chosen} onChoose={onChoose} />}
    </section>
  );
});
