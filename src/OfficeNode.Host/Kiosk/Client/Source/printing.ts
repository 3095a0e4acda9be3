// Paper from a screen: <button type="button" data-prints> opens the browser's own printing, as Ctrl+P does.

/** Begins to listen. */
export function offerPrinting(): void {
  document.addEventListener("click", event => {
    if (event.target instanceof Element && event.target.closest("[data-prints]") !== null) {
      window.print();
    }
  });
}
