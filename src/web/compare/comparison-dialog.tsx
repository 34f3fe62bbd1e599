import type { MatrixDocument } from "#core/model/document.ts";
import { DialogBox } from "../parts/dialog-box.tsx";
import { say } from "../words.ts";
import { ComparisonView } from "./comparison-view.tsx";

/** A comparison over the page. */
export default function ComparisonDialog({ onClose, ...two }: { readonly before: MatrixDocument; readonly after: MatrixDocument; readonly labels: { readonly before: string; readonly after: string }; readonly onClose: () => void }) {
  return (
    <DialogBox title={say("compare.title")} wide onClose={onClose}>
      <ComparisonView {...two} />
    </DialogBox>
  );
}
