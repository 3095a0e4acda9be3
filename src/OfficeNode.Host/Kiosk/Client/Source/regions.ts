// Where the rows of a grid stand on the page.
import { cellsOf, isRegion, rowOf, rowsOf } from "./cells";
import { type Control } from "./fields";
import { boxOf } from "./place";

/** Where the first row of a page begins, how high it is, and how far rows stand from the sides: parts of the page. */
const FirstTop = 0.08;
const FirstHeight = 0.05;
const Side = 0.01;

/** In pixels of the page. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a row stands that nobody marked yet: below the rows above, as far from them as they are from each other. In pixels of the page. */
export function nextBand(region: Control): Box {
  const area = readNumbers(region.closest<HTMLElement>("[data-grid]")?.dataset["area"] ?? "") ?? { x: 0, y: 0, width: 1, height: 1 };
  const rows = rowsOf(rowOf(region));
  const above = rows.slice(0, rows.indexOf(rowOf(region) as HTMLElement))
    .map(row => readNumbers(boxOf(cellsOf(row).find(isRegion)?.value ?? "")))
    .filter(box => box !== null);
  const [last, other] = [above.at(-1), above.at(-2)];
  if (!last) {
    return { x: area.x + Side * area.width, y: area.y + FirstTop * area.height, width: (1 - 2 * Side) * area.width, height: FirstHeight * area.height };
  }

  const pitch = other && last.y > other.y ? last.y - other.y : last.height;
  return { ...last, y: Math.min(last.y + pitch, area.y + area.height - last.height) };
}

function readNumbers(text: string): Box | null {
  const [x, y, width, height] = text.split(",").map(Number);
  return x === undefined || y === undefined || !width || !height || Number.isNaN(x + y + width + height) ? null : { x, y, width, height };
}
