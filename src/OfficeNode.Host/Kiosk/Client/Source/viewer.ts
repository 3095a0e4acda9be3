// The page beside a form. It follows the field that has the focus, and is moved by keys alone:
//   <section data-viewer data-pane data-preload="/pictures/... /pictures/..." data-words='{"field":"...","width":"...","page":"..."}'>
//     <div data-viewer-window tabindex="0" dir="ltr"><div data-viewer-room><div data-viewer-sheet><img><span data-viewer-box hidden></span></div></div></div>
//     <p data-viewer-said></p>
//     <button data-viewer-act="zoom" data-key="F2"> ... and "closer", "farther", "turn", "next", "before"
//     <button data-viewer-page="2" data-screen="..." data-full="..." data-frame="2480,3508" data-turns="1" aria-label="Page 2 of 10">
// A field names its place with data-page="2" data-box="x,y,width,height".
import { boxOf, onPicture, readBox, type Frame, type Place } from "./place";

/** What decides how large a page is shown: the field with the focus, the window's width or size, or the person. */
type Fit = "field" | "width" | "page" | "own";

const Step = 1.25;
const Largest = 8;
const Smallest = 0.2;

/** Zoomed to a field, a page is at most so many times as wide as the window: the lines around the field stay in sight. */
const FieldZoom = 2.5;

/** The parts of the window that the field's box fills at most. */
const FieldWidth = 0.85;
const FieldHeight = 0.3;

const viewers = new WeakMap<Element, Viewer>();

/** Begins to show the pages of each screen that has a viewer, and to follow fields. */
export function showPages(): void {
  startAll();
  document.addEventListener("htmx:afterSettle", startAll);
  document.addEventListener("focusin", event => follow(event.target));
  document.addEventListener("input", event => follow(event.target));
  document.addEventListener("click", event => {
    const pressed = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-viewer-act], [data-viewer-page]") : null;
    const viewer = viewers.get(pressed?.closest("[data-viewer]") ?? document.body);
    if (pressed && viewer) {
      viewer.press(pressed);
    }
  });
}

/** The page of a viewer that a field is on, as its frame; null where the page was not read. */
export function frameOf(field: HTMLElement): Frame | null {
  return viewers.get(document.querySelector("[data-viewer]") ?? document.body)?.frameOf(field.dataset["page"]) ?? null;
}

/** The number of the page that is shown; null without a viewer. */
export function shownPage(): string | null {
  return viewers.get(document.querySelector("[data-viewer]") ?? document.body)?.number ?? null;
}

function startAll(): void {
  for (const element of document.querySelectorAll<HTMLElement>("[data-viewer]")) {
    if (!viewers.has(element) && element.querySelector("[data-viewer-page]")) {
      viewers.set(element, new Viewer(element));
      follow(document.activeElement);
    }
  }
}

function follow(target: EventTarget | null): void {
  const viewer = viewers.get(document.querySelector("[data-viewer]") ?? document.body);
  if (viewer && target instanceof HTMLElement && target.dataset["page"] !== undefined) {
    viewer.follow(target);
  }
}

class Viewer {
  private readonly window: HTMLElement;
  private readonly room: HTMLElement;
  private readonly sheet: HTMLElement;
  private readonly picture: HTMLImageElement;
  private readonly box: HTMLElement;
  private readonly pages: HTMLElement[];
  private page: HTMLElement;
  private place: Place | null = null;
  private fit: Fit = "field";
  private zoom = 1;
  private turnedByHand = 0;
  private isToBeCentred = true;

  constructor(private readonly element: HTMLElement) {
    this.window = this.part("[data-viewer-window]");
    this.room = this.part("[data-viewer-room]");
    this.sheet = this.part("[data-viewer-sheet]");
    this.picture = this.part("img") as HTMLImageElement;
    this.box = this.part("[data-viewer-box]");
    this.pages = [...element.querySelectorAll<HTMLElement>("[data-viewer-page]")];
    this.page = this.pages.find(page => page.hasAttribute("aria-current")) ?? this.pages[0] ?? element;
    this.picture.addEventListener("load", () => this.layOut());
    new ResizeObserver(() => this.layOut()).observe(this.window);
    this.show(this.page);
  }

  get number(): string | null {
    return this.page.dataset["viewerPage"] ?? null;
  }

  press(button: HTMLElement): void {
    switch (button.dataset["viewerAct"]) {
      case "zoom": return this.setFit(this.nextFit());
      case "closer": return this.zoomTo(this.zoom * Step);
      case "farther": return this.zoomTo(this.zoom / Step);
      case "turn": return this.turn();
      case "next": return this.go(1);
      case "before": return this.go(-1);
      default: return button.dataset["viewerPage"] === undefined ? undefined : this.showAlone(button);
    }
  }

  follow(field: HTMLElement): void {
    const page = this.pages.find(each => each.dataset["viewerPage"] === field.dataset["page"]);
    if (!page) {
      return;
    }

    const box = field.matches("[data-crop]") ? boxOf((field as HTMLInputElement).value) : field.dataset["box"];
    this.place = readBox(box, frame(page));
    this.isToBeCentred = true;
    this.box.classList.toggle("crop", field.matches("[data-crop]"));
    this.show(page);
  }

  frameOf(page: string | undefined): Frame | null {
    const found = this.pages.find(each => each.dataset["viewerPage"] === page);
    return found?.dataset["frame"] === undefined ? null : frame(found);
  }

  private show(page: HTMLElement): void {
    if (page !== this.page || !this.picture.hasAttribute("src")) {
      this.page.removeAttribute("aria-current");
      this.page = page;
      this.turnedByHand = 0;
      this.picture.src = page.dataset["screen"] ?? "";
      this.picture.alt = page.getAttribute("aria-label") ?? "";
    }

    page.setAttribute("aria-current", "true");
    page.scrollIntoView({ block: "nearest", inline: "nearest" });
    this.layOut();
    this.loadAhead();
  }

  private showAlone(page: HTMLElement): void {
    this.place = null;
    this.isToBeCentred = false;
    this.show(page);
    this.window.scrollTo(0, 0);
  }

  private go(step: number): void {
    const page = this.pages[this.pages.indexOf(this.page) + step];
    if (page) {
      this.showAlone(page);
    }
  }

  private turn(): void {
    this.turnedByHand = (this.turnedByHand + 1) % 4;
    this.layOut();
  }

  private nextFit(): Fit {
    return this.fit === "field" ? "width" : this.fit === "width" ? "page" : "field";
  }

  private setFit(fit: Fit): void {
    this.fit = fit;
    this.isToBeCentred = true;
    this.layOut();
  }

  private zoomTo(zoom: number): void {
    const [across, down] = this.middle();
    this.fit = "own";
    this.isToBeCentred = false;
    this.zoom = Math.min(Largest, Math.max(Smallest, zoom));
    this.layOut();
    this.window.scrollTo(across * this.window.scrollWidth - this.window.clientWidth / 2, down * this.window.scrollHeight - this.window.clientHeight / 2);
  }

  // What lies in the middle of the window stays there while somebody goes closer.
  private middle(): [number, number] {
    const { scrollLeft, scrollTop, clientWidth, clientHeight, scrollWidth, scrollHeight } = this.window;
    return [(scrollLeft + clientWidth / 2) / scrollWidth, (scrollTop + clientHeight / 2) / scrollHeight];
  }

  private layOut(): void {
    const { naturalWidth, naturalHeight } = this.picture;
    if (naturalWidth === 0 || this.window.clientWidth === 0) {
      return;   // comes again with the picture, or with the window
    }

    const turns = (frame(this.page).turns + this.turnedByHand) % 4;
    const [across, down] = turns % 2 === 0 ? [naturalWidth, naturalHeight] : [naturalHeight, naturalWidth];
    this.zoom = this.wantedZoom(down / across);
    const scale = this.window.clientWidth * this.zoom / across;
    setSize(this.room, across * scale, down * scale);
    setSize(this.sheet, naturalWidth * scale, naturalHeight * scale);
    this.sheet.dataset["turns"] = String(turns);
    this.outline();
    this.say();
    this.sharpen(naturalWidth * scale * devicePixelRatio);
  }

  private wantedZoom(ratio: number): number {
    const { clientWidth, clientHeight } = this.window;
    switch (this.fit) {
      case "page": return Math.min(1, clientHeight / (clientWidth * ratio));
      case "width": return 1;
      case "own": return this.zoom;
      default: return this.place === null ? 1
        : Math.max(1, Math.min(FieldZoom, FieldWidth / this.place.width, FieldHeight * clientHeight / (this.place.height * clientWidth * ratio)));
    }
  }

  private outline(): void {
    this.box.hidden = this.place === null;
    if (this.place === null) {
      return;
    }

    const { x, y, width, height } = onPicture(this.place, frame(this.page).turns);
    this.box.style.left = percent(x);
    this.box.style.top = percent(y);
    this.box.style.width = percent(width);
    this.box.style.height = percent(height);
    if (this.isToBeCentred) {
      this.centre();
    }
  }

  // Once for each field: afterwards the page stays where somebody moved it, also when its larger picture comes.
  private centre(): void {
    this.isToBeCentred = !this.picture.complete;
    const seen = this.window.getBoundingClientRect();
    const box = this.box.getBoundingClientRect();
    this.window.scrollBy(box.left + box.width / 2 - seen.left - seen.width / 2, box.top + box.height / 2 - seen.top - seen.height / 2);
  }

  private say(): void {
    const said = this.element.querySelector<HTMLElement>("[data-viewer-said]");
    const words = JSON.parse(this.element.dataset["words"] ?? "{}") as Record<string, string>;
    if (said) {
      said.textContent = `${this.page.getAttribute("aria-label") ?? ""} · ${words[this.fit] ?? `${Math.round(this.zoom * 100)} %`}`;
    }
  }

  // The larger picture comes only when the one that is there has too few pixels, and takes its place when it is whole.
  private sharpen(pixels: number): void {
    const full = this.page.dataset["full"];
    if (full === undefined || pixels <= this.picture.naturalWidth || this.picture.src.endsWith(full) || this.page.dataset["asked"] !== undefined) {
      return;
    }

    const page = this.page;
    page.dataset["asked"] = "";
    const larger = new Image();
    larger.addEventListener("load", () => {
      delete page.dataset["asked"];
      if (page === this.page) {
        this.picture.src = full;
      }
    });
    larger.src = full;
  }

  // The page after this one, and what the screen names: the first page of the next dossier.
  private loadAhead(): void {
    const next = this.pages[this.pages.indexOf(this.page) + 1]?.dataset["screen"];
    for (const address of [next, ...(this.element.dataset["preload"] ?? "").split(" ")]) {
      if (address) {
        new Image().src = address;
      }
    }
  }

  private part(selector: string): HTMLElement {
    const found = this.element.querySelector<HTMLElement>(selector);
    if (!found) {
      throw new Error(`A viewer needs ${selector}.`);
    }

    return found;
  }
}

function frame(page: HTMLElement): Frame {
  const [width, height] = (page.dataset["frame"] ?? "1,1").split(",").map(Number);
  return { width: width || 1, height: height || 1, turns: Number(page.dataset["turns"] ?? 0) };
}

function setSize(element: HTMLElement, width: number, height: number): void {
  element.style.width = `${width}px`;
  element.style.height = `${height}px`;
}

function percent(part: number): string {
  return `${part * 100}%`;
}
