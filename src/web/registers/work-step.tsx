import { ChevronRight } from "lucide-react";
import { useId, useState } from "react";
import { say } from "../words.ts";
import style from "./guided-build.module.css";
import { AREAS, type StepProps } from "./plan.ts";

/** The work: areas of the library to tick, each opened to leave single activities out. */
export function WorkStep({ plan, change }: StepProps) {
  return (
    <ul className={style.areas}>
      {AREAS.map((area) => (
        <AreaTick key={area.name} area={area} plan={plan} change={change} />
      ))}
    </ul>
  );
}

function AreaTick({ area, plan, change }: StepProps & { readonly area: (typeof AREAS)[number] }) {
  const [open, setOpen] = useState(false);
  const list = useId();
  const n = area.activities.filter(({ id }) => plan.work.has(id)).length;
  const all = area.activities.length;
  const turn = (ids: readonly string[], on: boolean): void => {
    const work = new Set(plan.work);
    for (const id of ids) if (on) work.add(id); else work.delete(id);
    change({ work });
  };
  return (
    <li data-open={open || undefined}>
      <div className={style.area}>
        <label>
          <input
            type="checkbox" checked={n === all} onChange={() => turn(area.activities.map(({ id }) => id), n < all)}
            ref={(box) => {
              if (box) box.indeterminate = n > 0 && n < all;
            }}
          />
          {area.name}
        </label>
        <span>{say("guide.work.of", { n, all })}</span>
        <button type="button" className={style.small} aria-expanded={open} aria-controls={list} aria-label={say("guide.work.open", { area: area.name })} onClick={() => setOpen(!open)}>
          <ChevronRight aria-hidden size={15} />
        </button>
      </div>
      <ul id={list} hidden={!open} className={style.activities}>
        {open
          ? area.activities.map(({ id, title }) => (
              <li key={id}>
                <label>
                  <input type="checkbox" checked={plan.work.has(id)} onChange={(event) => turn([id], event.target.checked)} />
                  {title}
                </label>
              </li>
            ))
          : null}
      </ul>
    </li>
  );
}
