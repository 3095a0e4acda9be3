// What a person presses, and what a screen declares: "F3", "Shift+F4", "Ctrl+D", "Ctrl+Enter", "R", "Delete", "?".

/** A key with its modifiers, as a screen writes it in data-key. */
export interface Chord {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
}

/** Reads data-key: one or more chords parted by spaces; the space bar is written "Space". */
export function chordsOf(declared: string): Chord[] {
  return declared.split(" ").filter(word => word !== "").map(word => {
    const parts = word.split(/\+(?=.)/);   // "Ctrl++" is Ctrl and the key "+"
    const key = parts.pop() ?? "";
    return { key: key === "Space" ? " " : key.length === 1 ? key.toUpperCase() : key, ctrl: parts.includes("Ctrl"), shift: parts.includes("Shift") };
  });
}

/** Whether a press is the chord, on any keyboard layout. */
export function isPress(chord: Chord, event: KeyboardEvent): boolean {
  // AltGr types a character; on Windows it comes as Ctrl and Alt. Alt and the command key belong to browser and system.
  if (event.altKey || event.metaKey || event.getModifierState("AltGraph")) {
    return false;
  }

  return chord.ctrl === event.ctrlKey && chord.key === keyOf(event) && (chord.shift === event.shiftKey || isMark(chord.key));
}

/** Whether a press writes, or may write, into a text field that has the focus. */
export function isTyping(event: KeyboardEvent): boolean {
  return (event.key.length === 1 && !event.ctrlKey) || (event.ctrlKey && isEditing(keyOf(event))) || isMoving(event.key) || isPressing(event);
}

/** Whether a press is Enter or the space bar alone, which press what has the focus. */
export function isPressing(event: KeyboardEvent): boolean {
  return (event.key === "Enter" || event.key === " ") && !event.ctrlKey;
}

/** Whether keys write into this element. A list is one: it jumps to what begins with a letter. */
export function takesText(element: Element | null): boolean {
  if (element instanceof HTMLInputElement) {
    return !["button", "checkbox", "color", "file", "image", "radio", "range", "reset", "submit"].includes(element.type);
  }

  return element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement
    || (element instanceof HTMLElement && element.isContentEditable);
}

// The letter printed on the key counts, wherever the layout puts it: Z is Z on QWERTZ and AZERTY. Where a key gives no Latin letter (Arabic,
// Cyrillic), its Latin letter is printed in the place that the code names.
function keyOf(event: KeyboardEvent): string {
  if (/^[a-z]$/i.test(event.key)) {
    return event.key.toUpperCase();
  }

  const place = /^Key([A-Z])$/.exec(event.code)?.[1];
  return place !== undefined && isForeignLetter(event) ? place : event.key === "؟" ? "?" : event.key;
}

// "ﻻ" on the Arabic B is one key and two letters, so the length says nothing; names of keys ("Enter") are ASCII.
function isForeignLetter(event: KeyboardEvent): boolean {
  return /^[^\x00-\x7f]+$/.test(event.key);
}

// Layouts differ in whether a mark such as "?" wants Shift.
function isMark(key: string): boolean {
  return key.length === 1 && key !== " " && !/^[A-Z]$/.test(key);
}

function isEditing(letter: string): boolean {
  return ["A", "C", "V", "X", "Y", "Z"].includes(letter);
}

function isMoving(key: string): boolean {
  return ["Backspace", "Delete", "Home", "End", "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "PageUp", "PageDown"].includes(key);
}
