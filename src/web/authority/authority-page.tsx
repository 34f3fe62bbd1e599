import { useNavigate, useSearch } from "@tanstack/react-router";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import buttons from "../parts/controls.module.css";
import { RegisterFrame } from "../registers/register-frame.tsx";
import { usePen } from "../registers/use-pen.ts";
import { useHere } from "../shell/here.ts";
import { say } from "../words.ts";
import { DecideView } from "./decide-view.tsx";
import { checkedLook, type LookingAt } from "./looking-at.ts";
import { MapView } from "./map-view.tsx";
import style from "./authority.module.css";

/** Who may decide, and what of it a matrix must answer before an incident. */
export function AuthorityPage() {
  const { store, workspace } = useHere();
  const { view, part = "decision-right", item } = checkedLook(useSearch({ strict: false }));
  const navigate = useNavigate();
  const look = (search: LookingAt): void => void navigate({ to: "/w/$workspace/authority", params: { workspace: workspace.id }, search: search as never });
  const pen = usePen(store);
  return (
    <div className={style.room}>
      <RegisterFrame
        title={say("authority.title")} lead={say("authority.lead")} pen={pen}
        tools={
          <ToggleButtonGroup className={buttons.segments ?? ""} aria-label={say("authority.views")} selectionMode="single" disallowEmptySelection selectedKeys={[view ?? "decide"]} onSelectionChange={(keys) => look(keys.has("map") ? { view: "map" } : {})}>
            <ToggleButton id="decide">{say("authority.view.decide")}</ToggleButton>
            <ToggleButton id="map">{say("authority.view.map")}</ToggleButton>
          </ToggleButtonGroup>
        }
      >
        {view === "map" ? <MapView pen={pen} /> : <DecideView pen={pen} part={part} item={item} onPart={(chosen) => look({ part: chosen })} />}
      </RegisterFrame>
    </div>
  );
}
