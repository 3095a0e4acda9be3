// A frame on the page that says where a mark or a view is: <input data-crop data-page="2" value="2,x,y,width,height">: its page, and the box in pixels of the page as it was read.
// While the field has the focus, arrows move the frame, with Shift they size it, with Ctrl in small steps; Delete takes it away.
import { boxOf, readBox, writeBox, type Place } from "./place";
import { frameOf, shownPage } from "./viewer";

const Step = 0.02;
const SmallStep = 0.002;
const Smallest = 0.01;

/** Where a new frame begins: the middle of the page. */
const Middle: Place = { x: 0.3, y: 0.3, width: 0.4, height: 0.4 };

const Directions: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** Begins to listen for keys of fields that hold a frame. */
export function moveFrames(): void {
  document.addEventListener("keydown", event => {
    const field = event.target;
    if (!(field instanceof HTMLInputElement) || !field.matches("[data-crop]:enabled") || event.altKey || event.metaKey || field.dataset["fixed"] !== undefined) {
      return;
    }

    const direction = Directions[event.key];
    if (direction || event.key === "Delete") {
      event.preventDefault();
      set(field, direction ? moved(field, direction, event) : "");
    }
  });
}

function moved(field: HTMLInputElement, [across, down]: [number, number], event: KeyboardEvent): string {
  if (field.value === "") {
    field.dataset["page"] = shownPage() ?? field.dataset["page"] ?? "";
  }

  const frame = frameOf(field);
  if (!frame) {
    return field.value;
  }

  const before = readBox(boxOf(field.value), frame);
  const step = event.ctrlKey ? SmallStep : Step;
  const after = before === null ? Middle : event.shiftKey ? sized(before, across * step, down * step) : shifted(before, across * step, down * step);
  return `${field.dataset["page"] ?? ""},${writeBox(after, frame)}`;
}

function shifted(place: Place, across: number, down: number): Place {
  return { ...place, x: between(0, place.x + across, 1 - place.width), y: between(0, place.y + down, 1 - place.height) };
}

function sized(place: Place, across: number, down: number): Place {
  return { ...place, width: between(Smallest, place.width + across, 1 - place.x), height: between(Smallest, place.height + down, 1 - place.y) };
}

function set(field: HTMLInputElement, value: string): void {
  if (field.value !== value) {
    field.value = value;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
}

function between(least: number, value: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
