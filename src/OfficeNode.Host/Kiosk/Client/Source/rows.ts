// Rows that the arrows go through: links with data-row inside an element with data-rows. A field with data-finds-rows="#results" leads into
// the rows that it finds: the down arrow to the first, Enter to the only one; the up arrow leads back.

/** Begins to listen. Rows that come later are found too: they are looked up at each press. */
export function goThroughRows(): void {
  document.addEventListener("keydown", event => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) {
      return;
    }

    const here = document.activeElement;
    const isDone = here instanceof HTMLInputElement && here.dataset["findsRows"] !== undefined ? leaveField(here, event.key)
      : here instanceof HTMLElement && here.matches("[data-row]") && goOn(here, event.key);
    if (isDone) {
      event.preventDefault();
    }
  });
}

// Rows for what stood there a moment ago are not what somebody means who presses Enter now: the form is sent instead.
function leaveField(field: HTMLInputElement, key: string): boolean {
  const list = document.querySelector<HTMLElement>(field.dataset["findsRows"] ?? "");
  const rows = list ? rowsOf(list) : [];
  if (key === "Enter" && (rows.length === 0 || list?.dataset["typed"] !== field.value)) {
    return false;
  }

  if (key === "Enter" && rows.length === 1) {
    rows[0]?.click();
    return true;
  }

  return (key === "Enter" || key === "ArrowDown") && focus(rows[0]);
}

function goOn(here: HTMLElement, key: string): boolean {
  const list = here.closest<HTMLElement>("[data-rows]");
  const rows = list ? rowsOf(list) : [];
  const place = rows.indexOf(here);
  switch (key) {
    case "ArrowDown":
      return focus(rows[place + 1]);
    case "ArrowUp":
      return focus(place > 0 ? rows[place - 1] : fieldOf(list));
    case "ArrowRight":
    case "ArrowLeft":
      return isSideways(here) && focus(rows[place + ((key === "ArrowRight") === (getComputedStyle(here).direction === "ltr") ? 1 : -1)]);
    case "Home":
      return focus(rows[0]);
    case "End":
      return focus(rows[rows.length - 1]);
    default:
      return false;
  }
}

function rowsOf(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>("[data-row]")].filter(row => row.checkVisibility());
}

// Thumbnails stand beside each other; rows of a table do not.
function isSideways(row: HTMLElement): boolean {
  return row.closest("table") === null;
}

function fieldOf(list: HTMLElement | null): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>("[data-finds-rows]")].find(field => list?.matches(field.dataset["findsRows"] ?? "") ?? false);
}

function focus(element: HTMLElement | undefined): boolean {
  element?.focus();
  return element !== undefined;
}
