// Numbers that count on from row to row, in digits of any script.

const Zeros = ["0", "\u0660", "\u06F0", "\u0966"];

/** The number that follows those of the rows above, the nearest last; empty where none can be told. */
export function numberAfter(above: readonly string[]): string {
  const last = above[above.length - 1] ?? "";
  const runs = [...last.matchAll(/\p{Nd}+/gu)];
  const run = runs[placeOfCount(runs.map(each => each[0]), above[above.length - 2])];
  return run === undefined ? "" : last.slice(0, run.index) + increased(run[0]) + last.slice(run.index + run[0].length);
}

// Of "1234/1987" the part that changed between the two rows above; where there is one row only, the last part that is no year.
function placeOfCount(runs: readonly string[], before: string | undefined): number {
  const others = before?.match(/\p{Nd}+/gu) ?? [];
  if (others.length === runs.length) {
    const changed = runs.findIndex((run, place) => run !== others[place]);
    if (changed >= 0) {
      return changed;
    }
  }

  const counted = runs.length > 1 ? runs.map(isYear).lastIndexOf(false) : runs.length - 1;
  return counted < 0 ? runs.length - 1 : counted;
}

function isYear(digits: string): boolean {
  const year = Number([...digits].map(valueOf).join(""));
  return digits.length === 4 && year >= 1800 && year < 2200;
}

function increased(digits: string): string {
  const counted = [...digits];
  for (let place = counted.length - 1; place >= 0; place--) {
    const digit = counted[place] ?? "0";
    const value = valueOf(digit);
    counted[place] = withValue(digit, (value + 1) % 10);
    if (value < 9) {
      return counted.join("");
    }
  }

  return withValue(counted[0] ?? "0", 1) + counted.join("");
}

function valueOf(digit: string): number {
  return digit.charCodeAt(0) - zeroOf(digit);
}

function withValue(digit: string, value: number): string {
  return String.fromCharCode(zeroOf(digit) + value);
}

function zeroOf(digit: string): number {
  const code = digit.charCodeAt(0);
  return Zeros.map(zero => zero.charCodeAt(0)).find(zero => code >= zero && code < zero + 10) ?? code;
}
