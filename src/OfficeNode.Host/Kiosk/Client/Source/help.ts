// The list of keys of this screen. The page brings the dialog with its words and with the keys that all screens have:
//   <dialog data-keys data-key-names='{"Shift":"Maj"}'> ... <dl data-keys-list> ... </dl> ... </dialog>
// Keys of the screen are added from data-key and data-key-label, keys that fields have by themselves from data-key-told; those with a short word in data-key-hint stand in [data-keys-hints] too.
import { declaredKeys } from "./shortcuts";

/** Opens the list with F1 or "?" and keeps the line of hints up to date. */
export function offerHelp(): void {
  document.addEventListener("click", event => {
    if (event.target instanceof Element && event.target.closest("[data-opens-keys]") !== null) {
      openList();
    }
  });
  document.addEventListener("htmx:afterSettle", showHints);
  showHints();
}

function openList(): void {
  const dialog = document.querySelector<HTMLDialogElement>("dialog[data-keys]");
  const list = dialog?.querySelector("[data-keys-list]");
  if (!dialog || !list || dialog.open) {
    return;
  }

  list.querySelectorAll("[data-of-screen]").forEach(row => row.remove());
  const names = namesOfKeys(dialog);
  const told = [...document.querySelectorAll<HTMLElement>("[data-key-told]")];
  const rows = [...declaredKeys(), ...told].filter(element => element.dataset["keyLabel"] !== undefined).map(element => row(element, names));
  list.prepend(...rows);
  dialog.showModal();
}

function row(element: HTMLElement, names: Record<string, string>): HTMLElement {
  const line = document.createElement("div");
  line.dataset["ofScreen"] = "";
  const keys = document.createElement("dt");
  keys.append(...keycaps(element.dataset["key"] ?? element.dataset["keyTold"] ?? "", names));
  const meaning = document.createElement("dd");
  meaning.textContent = element.dataset["keyLabel"] ?? "";
  line.append(keys, meaning);
  return line;
}

function showHints(): void {
  const hints = document.querySelector("[data-keys-hints]");
  const dialog = document.querySelector<HTMLDialogElement>("dialog[data-keys]");
  if (!hints) {
    return;
  }

  const names = dialog ? namesOfKeys(dialog) : {};
  hints.replaceChildren(...declaredKeys().filter(element => element.dataset["keyHint"] !== undefined).map(element => {
    const item = document.createElement("li");
    item.append(...keycaps((element.dataset["key"] ?? "").split(" ")[0] ?? "", names), ` ${element.dataset["keyHint"]}`);
    return item;
  }));
}

// <kbd>Ctrl</kbd>+<kbd>D</kbd>, as the keyboards of the reader's language name them. The keys stand from left to right in every language; the letters of a name
// in its own direction.
function keycaps(declared: string, names: Record<string, string>): Node[] {
  return declared.split(" ").flatMap((chord, index) => {
    const run = document.createElement("span");
    run.dir = "ltr";
    chord.split(/\+(?=.)/).forEach((key, place) => {
      const cap = document.createElement("kbd");
      cap.dir = "auto";
      cap.textContent = names[key] ?? key;
      run.append(...(place > 0 ? ["+"] : []), cap);
    });
    return index > 0 ? [document.createTextNode(" "), run] : [run];
  });
}

function namesOfKeys(dialog: HTMLDialogElement): Record<string, string> {
  return JSON.parse(dialog.dataset["keyNames"] ?? "{}") as Record<string, string>;
}
