// Where the focus goes: round the panes of a screen with F6, and to the top of a screen that has just come.

const lastIn = new WeakMap<Element, HTMLElement>();

/** F6 and Shift+F6 go round the elements with data-pane, back to where somebody was in each. */
export function goRoundPanes(): void {
  document.addEventListener("focusin", event => {
    const pane = event.target instanceof HTMLElement ? event.target.closest("[data-pane]") : null;
    if (pane && event.target instanceof HTMLElement) {
      lastIn.set(pane, event.target);
    }
  });
  document.addEventListener("keydown", event => {
    const panes = [...document.querySelectorAll<HTMLElement>("[data-pane]")].filter(pane => pane.checkVisibility());
    if (event.key !== "F6" || event.ctrlKey || event.altKey || event.metaKey || panes.length < 2 || document.querySelector("dialog:modal")) {
      return;
    }

    event.preventDefault();
    const here = panes.findIndex(pane => pane.contains(document.activeElement));
    const next = here < 0 ? (event.shiftKey ? panes.length - 1 : 0) : (here + (event.shiftKey ? panes.length - 1 : 1)) % panes.length;
    enter(panes[next]);
  });
}

/** A screen that replaced another begins at its heading, unless it names a field by autofocus: nobody is left at nothing. */
export function beginAtHeading(): void {
  document.addEventListener("htmx:afterSettle", event => {
    if (event.target === document.body && document.activeElement === document.body) {
      const heading = document.querySelector<HTMLElement>("main h1");
      heading?.setAttribute("tabindex", "-1");
      heading?.focus();
    }
  });
}

function enter(pane: HTMLElement | undefined): void {
  if (!pane) {
    return;
  }

  const known = lastIn.get(pane);
  const target = known && pane.contains(known) && known.checkVisibility()
    ? known
    : [...pane.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, summary, [tabindex='0']")]
      .find(element => element.checkVisibility() && !element.matches(":disabled, [type=hidden]"));
  if (!target) {
    pane.setAttribute("tabindex", "-1");
  }

  (target ?? pane).focus();
}
