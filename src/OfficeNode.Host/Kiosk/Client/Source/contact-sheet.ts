// A contact sheet: hundreds of small pages, moved through by arrows, chosen by Space, changed by the acts that its screen declares.
//   <div id="batch" data-contact-sheet="B-17" data-chosen-word="chosen" data-cut-word="cut">
//     <form hx-post=...> <input type="hidden" data-fill="pages|shown|cursor|cut"> <button data-key="R"> ... </form>
//     <button type="button" data-sheet="choose|all|cut" data-key="Space">
//     <p data-chosen-count></p>
//     <li data-leaf="12" data-turns="1"><a href="..."> ... </a></li>
// Cursor, choice and what was cut are of this window alone; what is done to pages goes to the service, each act in one request.
import { neighbour, type Way } from "./leaf-grid";
import { keepLeaves } from "./leaf-swap";
import { on } from "./requests";

/** What somebody is about to do with the pages of one sheet. */
interface Hand {
  readonly sheet: string;
  cursor: string;
  anchor: string | null;
  readonly chosen: Set<string>;
  readonly cut: Set<string>;

  /** Whether what was cut is on its way to be put down. */
  isPutDown: boolean;
}

const Ways: Record<string, Way> = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down", Home: "first", End: "last", PageUp: "pageUp", PageDown: "pageDown" };

let hand: Hand | null = null;

/** Begins to work every contact sheet that is, or comes to be, on the screen. */
export function workContactSheets(): void {
  document.addEventListener("keydown", press, { capture: true });
  document.addEventListener("focusin", event => follow(event.target));
  document.addEventListener("click", event => click(event));
  document.addEventListener("submit", fill, { capture: true });
  keepLeaves(shown);
  on("htmx:afterSettle", () => restore());
  restore();
}

function shown(): HTMLElement | null {
  return document.querySelector<HTMLElement>("[data-contact-sheet]");
}

function leaves(): HTMLElement[] {
  return [...(shown()?.querySelectorAll<HTMLElement>("[data-leaf]") ?? [])];
}

function leaf(number: string): HTMLElement | null {
  return shown()?.querySelector<HTMLElement>(`[data-leaf="${CSS.escape(number)}"]`) ?? null;
}

function numberOf(element: HTMLElement): string {
  return element.dataset["leaf"] ?? "";
}

// The sheet was made anew, or another one came: the cursor stays on its page, or goes where that page was.
function restore(): void {
  const sheet = shown();
  if (!sheet) {
    hand = null;
    return;
  }

  const name = sheet.dataset["contactSheet"] ?? "";
  const start = numberOf(sheet.querySelector<HTMLElement>("a[tabindex='0']")?.closest<HTMLElement>("[data-leaf]") ?? leaves()[0] ?? sheet);
  if (hand?.sheet !== name) {
    hand = { sheet: name, cursor: start, anchor: null, chosen: new Set(), cut: new Set(), isPutDown: false };
    leaf(start)?.scrollIntoView({ block: "nearest" });
  }

  if (!leaf(hand.cursor)) {
    hand.cursor = start;
  }

  if (hand.isPutDown && !sheet.querySelector("[role=alert]")) {
    hand.cut.clear();
  }

  hand.isPutDown = false;
  const there = new Set(leaves().map(numberOf));
  [...hand.chosen].filter(number => !there.has(number)).forEach(number => hand?.chosen.delete(number));
  show();
}

function press(event: KeyboardEvent): void {
  const way = Ways[event.key];
  const inSheet = document.activeElement?.closest("[data-leaf]") ?? null;
  if (!hand || event.ctrlKey || event.altKey || event.metaKey || document.querySelector("dialog:modal")) {
    return;
  }

  if (way !== undefined && (inSheet || isNowhere())) {
    event.preventDefault();
    move(way, event.shiftKey);
  } else if (event.key === " " && inSheet) {
    event.preventDefault();
    choose();
  } else if (event.key === "Escape" && inSheet && (hand.chosen.size > 0 || hand.cut.size > 0)) {
    event.preventDefault();   // the first Escape lets go of what is chosen, the next one leads back
    hand.chosen.clear();
    hand.cut.clear();
    show();
  }
}

// A screen that has just come begins at its heading, and a batch that has just begun has no page to begin at.
function isNowhere(): boolean {
  return document.activeElement?.matches("body, main, main h1") ?? true;
}

function move(way: Way, isRange: boolean): void {
  const all = leaves();
  const here = leaf(hand?.cursor ?? "");
  const next = here ? neighbour(all, here, way, document.documentElement.dir === "rtl") : all[0];
  if (!hand || !next) {
    return;
  }

  if (isRange) {
    hand.anchor ??= hand.cursor;
    const [from, to] = [hand.anchor, numberOf(next)].map(number => all.findIndex(one => numberOf(one) === number)).sort((a, b) => a - b);
    hand.chosen.clear();
    all.slice(from, (to ?? 0) + 1).forEach(one => hand?.chosen.add(numberOf(one)));
  } else {
    hand.anchor = null;
  }

  next.querySelector("a")?.focus();   // which brings the cursor along
  show();
}

function follow(target: EventTarget | null): void {
  const element = target instanceof Element ? target.closest<HTMLElement>("[data-leaf]") : null;
  if (hand && element && numberOf(element) !== hand.cursor) {
    leaf(hand.cursor)?.querySelector("a")?.setAttribute("tabindex", "-1");
    hand.cursor = numberOf(element);
    element.querySelector("a")?.setAttribute("tabindex", "0");
  }
}

function choose(): void {
  if (hand && !hand.chosen.delete(hand.cursor)) {
    hand.chosen.add(hand.cursor);
  }

  show();
}

function click(event: Event): void {
  const what = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-sheet]")?.dataset["sheet"] : undefined;
  if (!hand || what === undefined) {
    return;
  }

  if (what === "choose") {
    choose();
  } else if (what === "all") {
    leaves().forEach(one => hand?.chosen.add(numberOf(one)));
  } else {
    const pages = meant();
    hand.cut.clear();
    pages.forEach(number => hand?.cut.add(number));
    hand.chosen.clear();
  }

  show();
}

// In the order of the sheet: what is chosen, else the page with the cursor.
function meant(): string[] {
  const chosen = leaves().map(numberOf).filter(number => hand?.chosen.has(number));
  return chosen.length > 0 ? chosen : hand && hand.cursor !== "" ? [hand.cursor] : [];
}

function fill(event: SubmitEvent): void {
  const target = event.target;
  if (!hand || !(target instanceof HTMLFormElement)) {
    return;
  }

  hand.isPutDown = event.submitter instanceof HTMLButtonElement && ["before", "behind"].includes(event.submitter.value);

  const pages = meant();
  const cut = leaves().map(numberOf).filter(number => hand?.cut.has(number));
  const values: Record<string, string> = {
    pages: pages.join(),
    shown: pages.map(number => leaf(number)?.dataset["turns"] ?? "0").join(),
    cursor: hand.cursor,
    cut: cut.join(),
  };
  target.querySelectorAll<HTMLInputElement>("input[data-fill]").forEach(input => input.value = values[input.dataset["fill"] ?? ""] ?? "");
}

function show(): void {
  const sheet = shown();
  if (!sheet || !hand) {
    return;
  }

  for (const one of leaves()) {
    const number = numberOf(one);
    mark(one, "chosen", hand.chosen.has(number), sheet.dataset["chosenWord"] ?? "");
    mark(one, "cut", hand.cut.has(number), sheet.dataset["cutWord"] ?? "");
    const link = one.querySelector("a");
    const place = number === hand.cursor ? "0" : "-1";
    if (link && link.getAttribute("tabindex") !== place) {
      link.setAttribute("tabindex", place);
    }
  }

  const count = sheet.querySelector<HTMLElement>("[data-chosen-count]");
  const words = [[hand.chosen.size, sheet.dataset["chosenWord"]], [hand.cut.size, sheet.dataset["cutWord"]]].filter(([number]) => number !== 0).map(([number, word]) => `${word}: ${number}`).join(" · ");
  if (count && count.textContent !== words) {
    count.textContent = words;
  }
}

// By a class and in words: colour alone tells nobody who hears the page.
function mark(element: HTMLElement, name: string, isOn: boolean, word: string): void {
  if (element.classList.contains(name) === isOn) {
    return;
  }

  element.classList.toggle(name, isOn);
  const said = element.querySelector(`.leaf-said-${name}`);
  if (!isOn) {
    said?.remove();
  } else {
    const words = document.createElement("span");
    words.className = `leaf-said leaf-said-${name}`;
    words.textContent = word;
    element.querySelector(".leaf-words")?.append(words);
  }
}
