// A page of a ledger as rows: the keys of a spreadsheet. A cell that was just entered is replaced by typing, and arrows lead to its neighbours; F2 or typing
// begins to write in it, then arrows move within the text and leave the cell at its ends.
//   <table data-grid data-before='["1233"]' data-area="x,y,width,height"> with <tr data-row="7">, cells <input data-cell="path" data-state>, and <template data-new-row>
import { cellAt, cellBelow, cellsOf, isRegion, rowOf, rowsOf, setValue } from "./cells";
import { numberAfter } from "./counting";
import { isOpen, type Control } from "./fields";
import { boxOf } from "./place";
import { nextBand } from "./regions";

/** Stand for the number of a row, and for its place in its name, where the grid writes what a new row is made of. */
const NewRow = "{row}";
const NewPlace = "{place}";

type Step = "next" | "before" | "down" | "up";

let isWriting = false;
let isTabbing = false;
let before = "";

// Where Enter goes one row further down: the column that somebody came to, whatever Tab led through since.
let column = "";
let cameFrom: Control | null = null;

/** Begins to listen to grids. It must listen before other forms do: Enter and Escape mean something else in a grid. */
export function keyGrids(): void {
  document.addEventListener("keydown", event => {
    const cell = cellAt(event.target);
    if (cell && !event.defaultPrevented && !event.isComposing && !event.altKey && !event.metaKey && press(cell, event)) {
      event.preventDefault();
    }
  });
  document.addEventListener("focusin", event => entered(event.target));
  document.addEventListener("input", event => typed(event.target, event.isTrusted));
  document.addEventListener("click", event => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-grid-act]") : null;
    const cell = cellAt(document.activeElement);
    if (button && cell) {
      act(cell, button.dataset["gridAct"] ?? "");
    }
  });
  document.addEventListener("htmx:afterSettle", proposeAll);
  proposeAll();
}

// Whether the grid did something with the key.
function press(cell: Control, event: KeyboardEvent): boolean {
  switch (event.key) {
    case "Enter":
      return !event.ctrlKey && (leaveRegion(cell) || enter(cell, event.shiftKey));
    case "Tab":
      takeProposal(cell, !event.shiftKey && !event.ctrlKey);
      isTabbing = true;
      return false;
    case "Escape":
      return leaveRegion(cell) || restore(cell);
    case "z":
      return event.ctrlKey && cell.value === before && click("[data-act=restore]");
    case "ArrowDown":
    case "ArrowUp":
      return !event.ctrlKey && !event.shiftKey && !isRegion(cell) && !(cell instanceof HTMLSelectElement) && go(cell, event.key === "ArrowDown" ? "down" : "up");
    case "ArrowLeft":
    case "ArrowRight":
      return !event.ctrlKey && !event.shiftKey && !isRegion(cell) && leavesAt(cell, event.key) && go(cell, isForward(event.key) ? "next" : "before");
    default:
      return false;
  }
}

function entered(target: EventTarget | null): void {
  const cell = cellAt(target);
  if (!cell) {
    return;
  }

  isWriting = false;
  before = cell.value;
  if (!isRegion(cell)) {
    cameFrom = cell;
    column = isTabbing ? column : cell.dataset["cell"] ?? "";
  }

  isTabbing = false;

  if (cell instanceof HTMLInputElement) {
    cell.select();
  }

  document.querySelectorAll<HTMLInputElement>("[data-current-row]").forEach(field => field.value = rowOf(cell)?.dataset["row"] ?? "");
}

// What a key of the grid puts into a cell is no writing in it: arrows go on leading to its neighbours.
function typed(target: EventTarget | null, isByHand: boolean): void {
  const cell = cellAt(target);
  if (!cell) {
    return;
  }

  isWriting ||= isByHand;
  const row = rowOf(cell);
  if (isRegion(cell)) {
    cellsOf(row).forEach(each => each.dataset["box"] = boxOf(cell.value));
  }

  if (row && row === rowsOf(row).at(-1)) {
    addRow(row);
  }

  if (cell.dataset["counts"] !== undefined) {
    proposeAll();
  }
}

function enter(cell: Control, isBack: boolean): boolean {
  takeProposal(cell, !isBack);
  go(cellsOf(rowOf(cell)).find(each => each.dataset["cell"] === column) ?? cell, isBack ? "up" : "down");
  return true;
}

function go(cell: Control, step: Step): boolean {
  const target = step === "down" || step === "up" ? cellBelow(cell, step === "down" ? 1 : -1) : neighbour(cell, step === "next" ? 1 : -1);
  target?.focus();
  return target !== undefined;
}

function neighbour(cell: Control, step: number): Control | undefined {
  const cells = cellsOf(rowOf(cell));
  return cells[cells.indexOf(cell) + step];
}

// Whether an arrow has nothing left to do within the text, which may run the other way than the page.
function leavesAt(cell: Control, key: string): boolean {
  if (!(cell instanceof HTMLInputElement) || !isWriting || cell.readOnly) {
    return true;
  }

  const isToStart = (key === "ArrowLeft") === (getComputedStyle(cell).direction === "ltr");
  return cell.selectionStart === cell.selectionEnd && cell.selectionStart === (isToStart ? 0 : cell.value.length);
}

function isForward(key: string): boolean {
  return (key === "ArrowRight") === (document.documentElement.dir !== "rtl");
}

// The first Escape takes back what was typed into the cell; the next one leaves the screen.
function restore(cell: Control): boolean {
  if (cell.value === before) {
    return false;
  }

  set(cell, before);
  isWriting = false;
  select(cell);
  return true;
}

function act(cell: Control, name: string): void {
  switch (name) {
    case "edit": return write(cell);
    case "ditto": return ditto([cell]);
    case "ditto-row": return ditto(cellsOf(rowOf(cell)).filter(each => !isRegion(each) && each.dataset["cell"] !== "note" && each.dataset["counts"] === undefined));
    case "region": return isRegion(cell) ? void leaveRegion(cell) : markRegion(cell);
  }
}

function write(cell: Control): void {
  if (cell instanceof HTMLInputElement && !isRegion(cell)) {
    takeProposal(cell, true);
    isWriting = true;
    cell.setSelectionRange(cell.value.length, cell.value.length);
  }
}

function ditto(cells: readonly Control[]): void {
  for (const cell of cells.filter(isOpen)) {
    const above = cellBelow(cell, -1);
    if (above && above.value !== "") {
      set(cell, above.value);
      select(cell);
    }
  }

  isWriting = false;
}

// Numbers count on from the row above. What is proposed is grey, and nothing of it is kept until somebody leads past it with Enter or Tab, or begins to write in it.
function proposeAll(): void {
  for (const grid of document.querySelectorAll<HTMLElement>("[data-grid]")) {
    const above = JSON.parse(grid.dataset["before"] ?? "[]") as string[];
    for (const cell of grid.querySelectorAll<HTMLInputElement>("input[data-counts]")) {
      cell.placeholder = cell.value === "" && isOpen(cell) ? numberAfter(above) : "";
      if (cell.value !== "") {
        above.push(cell.value);
      } else if (cell.placeholder !== "") {
        above.push(cell.placeholder);
      }
    }
  }
}

function takeProposal(cell: Control, isTaken: boolean): void {
  if (isTaken && cell instanceof HTMLInputElement && cell.dataset["counts"] !== undefined && cell.value === "" && cell.placeholder !== "" && isOpen(cell)) {
    set(cell, cell.placeholder);
  }
}

function markRegion(cell: Control): void {
  const region = cellsOf(rowOf(cell)).find(isRegion);
  if (!(region instanceof HTMLInputElement)) {
    return;
  }

  if (region.value === "" && region.dataset["fixed"] === undefined) {
    const box = nextBand(region);
    setValue(region, `${region.dataset["page"] ?? ""},${[box.x, box.y, box.width, box.height].map(Math.round).join()}`);
  }

  region.focus();
}

function leaveRegion(cell: Control): boolean {
  if (!isRegion(cell)) {
    return false;
  }

  const back = cameFrom && rowOf(cameFrom) === rowOf(cell) ? cameFrom : cellsOf(rowOf(cell))[0];
  back?.focus();
  return true;
}

// There is always an empty row at the foot.
function addRow(last: HTMLElement): void {
  const template = last.parentElement?.querySelector<HTMLTemplateElement>("template[data-new-row]");
  if (!template) {
    return;
  }

  const place = rowsOf(last).length + 1;
  const number = 1 + Number(last.dataset["row"]);
  const made = template.content.cloneNode(true) as DocumentFragment;
  made.querySelectorAll("*").forEach(element => numberWith(element, String(number), String(place)));
  template.before(made);
  proposeAll();
}

function numberWith(element: Element, number: string, place: string): void {
  for (const { name, value } of [...element.attributes]) {
    if (value.includes(NewRow) || value.includes(NewPlace)) {
      element.setAttribute(name, value.replaceAll(NewRow, number).replaceAll(NewPlace, place));
    }
  }

  if (element.childElementCount === 0 && element.textContent === NewPlace) {
    element.textContent = place;
  }
}

function set(cell: Control, value: string): void {
  if (cell.value !== value) {
    setValue(cell, value);
  }
}

function select(cell: Control): void {
  if (cell instanceof HTMLInputElement && cell === document.activeElement) {
    cell.select();
  }
}

function click(selector: string): boolean {
  const button = document.querySelector<HTMLElement>(selector);
  button?.click();
  return button !== null;
}
