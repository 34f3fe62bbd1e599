import type { Contents } from "../contents.ts";
import { about } from "../about-markup.ts";
import { html } from "../markup.ts";
import { paper } from "../paper.ts";
import { unlock, WrongPassphrase, type Locked } from "../lock.ts";
import { ask } from "./ask.ts";
import { element, show } from "./show.ts";

// Browsers of 2022 lack it, and a card may be opened on any machine there is.
Map.groupBy ??= <K, T>(items: Iterable<T>, keyOf: (item: T, index: number) => K): Map<K, T[]> => {
  const groups = new Map<K, T[]>();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index++);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
};

const block = <T>(id: string): T | undefined => {
  const text = element(id).textContent ?? "";
  return text.trim() === "" ? undefined : (JSON.parse(text) as T);
};

const contents = block<Contents>("contents");
const locked = block<Locked>("locked");
if (contents) ask(contents);
else if (locked) askForPassphrase(locked);

function askForPassphrase(sealed: Locked): void {
  const place = element("lock");
  place.hidden = false;
  show(place, html`<h1>Break-glass file</h1><p>Whom to call and who may decide, locked with a passphrase.</p><form><label for="passphrase">Passphrase</label><input id="passphrase" type="password" autocomplete="off" autocapitalize="none" spellcheck="false" required aria-describedby="said"><button>Open</button><p id="said" role="alert"></p></form>`);
  const form = place.querySelector("form") as HTMLFormElement;
  const input = element<HTMLInputElement>("passphrase");
  const said = element("said");
  if (globalThis.crypto?.subtle === undefined) {
    said.textContent = "This browser cannot open locked files from where this one lies. Copy the file to a computer and open it there with Chrome, Edge or Firefox.";
    return;
  }
  input.focus();
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    said.textContent = "Opening…";
    form.toggleAttribute("aria-busy", true);
    unlock(sealed, input.value).then(
      (text) => {
        const opened = JSON.parse(text) as Contents;
        place.remove();
        document.title = `${opened.document.title}: break-glass file`;
        show(element("about"), about(opened));
        show(element("paper"), paper(opened));
        ask(opened);
        element<HTMLSelectElement>("event").focus();
      },
      (thrown: unknown) => {
        said.textContent = thrown instanceof WrongPassphrase ? "This passphrase does not open the file. Nothing is lost: try again." : `The file cannot be opened: ${thrown instanceof Error ? thrown.message : String(thrown)}`;
        form.removeAttribute("aria-busy");
        input.select();
      },
    );
  });
}
