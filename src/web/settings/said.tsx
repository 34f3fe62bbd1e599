import style from "./settings-page.module.css";

/** What was just done, beside where it was done; there before anything is said, so that it is read out. */
export const Said = ({ words }: { readonly words: string | undefined }) => (
  <p role="status" className={words === undefined ? "unseen" : style.said}>
    {words ?? ""}
  </p>
);
