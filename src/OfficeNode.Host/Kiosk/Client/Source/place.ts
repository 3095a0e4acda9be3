// Places on a page, as parts of its width and height: 0 is its start and top, 1 its end and bottom.

/** A box on a page; all four between 0 and 1. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How the frame in which boxes lie differs from the picture of the page. */
export interface Frame {
  /** In pixels, as boxes are counted. */
  readonly width: number;
  readonly height: number;
  /** Quarter turns to the right that lead from the picture to the frame. */
  readonly turns: number;
}

/** The box of a value that names its page before it: "2,x,y,width,height". */
export function boxOf(value: string): string {
  return value.slice(value.indexOf(",") + 1);
}

/** Reads a box as screens write it: "x,y,width,height" in pixels of the frame; null for anything else. */
export function readBox(text: string | undefined, frame: Frame): Place | null {
  const [x, y, width, height] = (text ?? "").split(",").map(Number);
  return x === undefined || y === undefined || !width || !height || Number.isNaN(x + y + width + height)
    ? null
    : { x: x / frame.width, y: y / frame.height, width: width / frame.width, height: height / frame.height };
}

/** Writes a box as {@link readBox} reads it. */
export function writeBox(place: Place, frame: Frame): string {
  return [place.x * frame.width, place.y * frame.height, place.width * frame.width, place.height * frame.height].map(Math.round).join();
}

/** Where a place of the frame lies on the picture, which the turns lead to the frame. */
export function onPicture({ x, y, width, height }: Place, turns: number): Place {
  switch (turns % 4) {
    case 1: return { x: y, y: 1 - x - width, width: height, height: width };
    case 2: return { x: 1 - x - width, y: 1 - y - height, width, height };
    case 3: return { x: 1 - y - height, y: x, width: height, height: width };
    default: return { x, y, width, height };
  }
}
