// Which page lies beside which on a contact sheet, by where they are on the screen: rows are as long as the window is wide.

/** A way to go on a sheet. */
export type Way = "left" | "right" | "up" | "down" | "first" | "last" | "pageUp" | "pageDown";

/** The page that lies in a direction; undefined at the edge of the sheet. */
export function neighbour(leaves: HTMLElement[], here: HTMLElement, way: Way, isRightToLeft: boolean): HTMLElement | undefined {
  const place = leaves.indexOf(here);
  switch (way) {
    case "first":
      return leaves[0];
    case "last":
      return leaves[leaves.length - 1];
    case "left":
      return leaves[place + (isRightToLeft ? 1 : -1)];
    case "right":
      return leaves[place + (isRightToLeft ? -1 : 1)];
    case "up":
      return inRow(leaves, place, -1);
    case "down":
      return inRow(leaves, place, 1);
    default:
      return aWindowAway(leaves, place, way === "pageUp" ? -1 : 1);
  }
}

// The nearest page of the next row; the rows of a sheet are a few pages long, so that few are looked at.
function inRow(leaves: HTMLElement[], place: number, step: -1 | 1): HTMLElement | undefined {
  const here = leaves[place];
  if (!here) {
    return undefined;
  }

  const from = here.getBoundingClientRect();
  let best: HTMLElement | undefined;
  let rowTop: number | undefined;
  let least = Infinity;
  for (let next = place + step; next >= 0 && next < leaves.length; next += step) {
    const leaf = leaves[next];
    const box = leaf?.getBoundingClientRect();
    if (!leaf || !box || Math.abs(box.top - from.top) < 1) {
      continue;
    }

    rowTop ??= box.top;
    if (Math.abs(box.top - rowTop) >= 1) {
      break;
    }

    const away = Math.abs((box.left + box.right) - (from.left + from.right));
    if (away < least) {
      [best, least] = [leaf, away];
    }
  }

  return best;
}

function aWindowAway(leaves: HTMLElement[], place: number, step: -1 | 1): HTMLElement | undefined {
  const top = leaves[place]?.getBoundingClientRect().top ?? 0;
  let found = place;
  for (let next = place + step; next >= 0 && next < leaves.length; next += step) {
    found = next;
    if (Math.abs((leaves[next]?.getBoundingClientRect().top ?? 0) - top) >= window.innerHeight * 0.8) {
      break;
    }
  }

  return leaves[found];
}
