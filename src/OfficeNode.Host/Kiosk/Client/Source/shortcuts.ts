// Keys that a screen declares: data-key="F3" on the element that the key focuses, presses or submits. No key is known here.
// What many rows have each is declared by data-row-key: it counts for the row that has the focus, and data-key-told lists it once.
import { chordsOf, isPress, isPressing, isTyping, takesText } from "./keys";

/** Begins to listen. Elements that come later are found too: they are looked up at each press. */
export function listenForKeys(): void {
  document.addEventListener("keydown", event => {
    if (event.defaultPrevented || event.isComposing || isOfElement(event, document.activeElement)) {
      return;
    }

    const declared = pressedInRow(event) ?? pressed(event);
    if (declared !== undefined) {
      event.preventDefault();   // only a key that this screen declares is taken from the browser
      act(declared, event.repeat);
    }
  });
}

/** All elements with keys that can be used now, in the order of the page: those of the open dialog, else those of the page. */
export function declaredKeys(): HTMLElement[] {
  const dialog = [...document.querySelectorAll("dialog:modal")].pop();
  return [...(dialog ?? document).querySelectorAll<HTMLElement>("[data-key]")].filter(isUsable);
}

// The part of the screen in which somebody works comes before the rest: "R" turns the page that has the focus.
function pressed(event: KeyboardEvent): HTMLElement | undefined {
  const found = declaredKeys().filter(element => chordsOf(element.dataset["key"] ?? "").some(chord => isPress(chord, event)));
  const pane = document.activeElement?.closest("[data-pane]");
  return found.find(element => pane?.contains(element) ?? false) ?? found[0];
}

function pressedInRow(event: KeyboardEvent): HTMLElement | undefined {
  const row = document.activeElement?.closest("tr, li");
  return [...row?.querySelectorAll<HTMLElement>("[data-row-key]") ?? []].filter(isUsable)
    .find(element => chordsOf(element.dataset["rowKey"] ?? "").some(chord => isPress(chord, event)));
}

// What the element with the focus does with the key itself: a field takes text, Enter and Space press a button.
function isOfElement(event: KeyboardEvent, element: Element | null): boolean {
  return takesText(element) ? isTyping(event)
    : isPressing(event) && (element?.matches("a[href], button, summary, input") ?? false);
}

function isUsable(element: HTMLElement): boolean {
  return element.checkVisibility({ visibilityProperty: true }) && !element.matches(":disabled") && element.closest("[inert]") === null;
}

function act(element: HTMLElement, isRepeat: boolean): void {
  if (element instanceof HTMLFormElement) {
    if (!isRepeat) {
      element.requestSubmit();
    }
  } else if (element.matches("a[href], button, summary, input[type=checkbox], input[type=radio], input[type=submit]")) {
    // The focus stays where it is: zooming must not take somebody out of the field they type in.
    if (!isRepeat || !element.matches("[type=submit], form button:not([type])")) {
      element.click();
    }
  } else {
    element.focus();
    if (element instanceof HTMLInputElement) {
      element.select();
    }
  }
}
