// A contact sheet that comes anew: pages that look as before keep their elements and with them their pictures, so that nothing flickers and the window stays where it was.
import htmx from "htmx.org";
import { isAway, on } from "./requests";

/** Takes over the swap of answers that hold the sheet which is shown. */
export function keepLeaves(shown: () => HTMLElement | null): void {
  on("htmx:beforeSwap", detail => {
    const before = shown();
    if (!before || detail.target !== before || isAway(detail.xhr) || !detail.shouldSwap) {
      return;
    }

    const answer = new DOMParser().parseFromString(detail.xhr.responseText, "text/html").getElementById(before.id);
    if (answer) {
      detail.shouldSwap = false;
      swap(before, answer);
      document.dispatchEvent(new CustomEvent("htmx:afterSettle", { detail }));
    }
  });
}

function swap(before: HTMLElement, answer: HTMLElement): void {
  const hadFocus = before.contains(document.activeElement);
  const focused = document.activeElement?.closest<HTMLElement>("[data-leaf]")?.id;
  const after = document.importNode(answer, true);
  const known = new Map([...before.querySelectorAll<HTMLElement>("[data-leaf]")].map(leaf => [leaf.id, leaf]));
  for (const leaf of after.querySelectorAll<HTMLElement>("[data-leaf]")) {
    const old = known.get(leaf.id);
    if (old && looksLike(old, leaf)) {
      leaf.replaceWith(old);
    }
  }

  const top = window.scrollY;
  before.replaceWith(after);
  htmx.process(after);
  if (hadFocus) {
    const alert = after.querySelector<HTMLElement>("[role=alert]");
    (alert ?? (focused ? document.getElementById(focused)?.querySelector<HTMLElement>("a") : null) ?? after.querySelector<HTMLElement>("a[tabindex='0']"))?.focus({ preventScroll: !alert });
  }

  if (window.scrollY !== top && !after.querySelector("[role=alert]")) {
    window.scrollTo({ top });
  }
}

// What this window added to the old one (choice, cursor) is not compared.
function looksLike(old: HTMLElement, leaf: HTMLElement): boolean {
  return old.dataset["turns"] === leaf.dataset["turns"]
    && old.classList.contains("folded") === leaf.classList.contains("folded")
    && old.querySelector("img")?.getAttribute("src") === leaf.querySelector("img")?.getAttribute("src")
    && wordsOf(old) === wordsOf(leaf);
}

function wordsOf(leaf: HTMLElement): string {
  return [...leaf.querySelectorAll(".leaf-words > :not(.leaf-said)")].map(word => word.textContent).join("|");
}
