// The menu behind which everything lies that is not one of the five screens: <details class="menu">. It closes as people expect of a menu.

/** Escape and leaving close the menu; Escape leads back to its name. */
export function closeMenus(): void {
  document.addEventListener("keydown", event => {
    const menu = openMenu();
    if (event.key === "Escape" && menu?.contains(document.activeElement)) {
      event.preventDefault();
      menu.open = false;
      menu.querySelector("summary")?.focus();
    }
  }, { capture: true });   // before a key that the screen declares for Escape
  document.addEventListener("focusin", event => closeUnless(event.target));
  document.addEventListener("click", event => closeUnless(event.target));
}

function closeUnless(target: EventTarget | null): void {
  const menu = openMenu();
  if (menu && !(target instanceof Node && menu.contains(target))) {
    menu.open = false;
  }
}

function openMenu(): HTMLDetailsElement | null {
  return document.querySelector<HTMLDetailsElement>("details.menu[open]");
}
