// What a grid is made of: rows, and the cells in them.
import { setState, type Control } from "./fields";

/** The cell that an event or the focus is at; null for anything else. */
export function cellAt(target: EventTarget | null): Control | null {
  return target instanceof Element && target.matches("[data-grid] [data-cell]") ? target as Control : null;
}

/** Whether a cell says where its row stands on the page. */
export function isRegion(cell: Control): boolean {
  return cell.matches("[data-crop]");
}

/** The row of a cell. */
export function rowOf(cell: Control | null): HTMLElement | null {
  return cell?.closest<HTMLElement>("[data-row]") ?? null;
}

/** All rows of the grid that a row is in, from top to bottom. */
export function rowsOf(row: HTMLElement | null): HTMLElement[] {
  return [...row?.parentElement?.querySelectorAll<HTMLElement>(":scope > [data-row]") ?? []];
}

/** The cells of a row, in the order of the columns. */
export function cellsOf(row: HTMLElement | null): Control[] {
  return [...row?.querySelectorAll<Control>("[data-cell]") ?? []];
}

/** The cell in the same column, so many rows further down. */
export function cellBelow(cell: Control, step: number): Control | undefined {
  const rows = rowsOf(rowOf(cell));
  const row = rows[rows.indexOf(rowOf(cell) as HTMLElement) + step];
  return cellsOf(row ?? null).find(each => each.dataset["cell"] === cell.dataset["cell"]);
}

/** Puts a value into a cell, as if it had been typed and left. */
export function setValue(cell: Control, value: string): void {
  cell.value = value;
  setState(cell, "typed");
  cell.dispatchEvent(new InputEvent("input", { bubbles: true }));
  cell.dispatchEvent(new Event("change", { bubbles: true }));
}
