// The form beside the page: Enter confirms a field and goes on, the last record can be repeated, rows come and go. Nothing here waits for the service.
import { controlAt, controlsOf, Disputed, isOpen, keyingForm, setState, wantsSomebody, type Control } from "./fields";

/** Stands for the number of a row where a form writes what a new row is made of. */
const NewItem = "{item}";

/** Begins to listen to forms that are keyed. */
export function keyForms(): void {
  document.addEventListener("keydown", event => {
    const control = controlAt(event.target);
    if (control && event.key === "Enter" && !event.defaultPrevented && !event.isComposing && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      enter(control, event);
    }
  });
  document.addEventListener("input", event => {
    const control = controlAt(event.target);
    if (control) {
      setState(control, control.dataset["state"] === Disputed ? Disputed : "typed");
      sayFindings(control);
    }
  });
  document.addEventListener("focusin", event => sayFindings(controlAt(event.target)));
  document.addEventListener("click", event => press(event.target));
}

/** Repeats at the foot of the form what is said at the field with the focus: it stays in sight where the field's own words are scrolled away. */
export function sayFindings(control: Control | null): void {
  const line = document.querySelector<HTMLElement>("[data-field-line]");
  if (line && (control === null || control === document.activeElement)) {
    const field = control?.closest("[data-keyed]");
    const said = [...field?.querySelectorAll(".finding") ?? []].map(finding => finding.textContent ?? "");
    const read = control?.dataset["state"] === "read" ? [control.dataset["readLine"] ?? ""] : [];
    line.textContent = [...said, ...read].join(" ");
  }
}

function enter(control: Control, event: KeyboardEvent): void {
  if (event.altKey && control instanceof HTMLTextAreaElement) {
    control.setRangeText("\n", control.selectionStart, control.selectionEnd, "end");
    control.dispatchEvent(new InputEvent("input", { bubbles: true }));
  } else if (event.shiftKey) {
    goFrom(control, -1);
  } else {
    confirm(control);
    goFrom(control, 1);
  }
}

function confirm(control: Control): void {
  const state = control.dataset["state"];
  if (isOpen(control) && (state === Disputed || (control.value !== "" && (state === "read" || state === "kept")))) {
    setState(control, "confirmed");
    control.dispatchEvent(new CustomEvent("keying:confirmed", { bubbles: true }));
  }
}

// What lies aside, as the language of a title, is reached by the Tab key alone: it is nearly always right.
function goFrom(control: Control, step: number): void {
  const form = keyingForm();
  const open = form ? controlsOf(form).filter(each => isOpen(each) && (each === control || each.dataset["aside"] === undefined)) : [];
  const next = open[open.indexOf(control) + step];
  if (next) {
    goTo(next);
  } else if (step > 0) {
    document.querySelector<HTMLElement>("[data-done]")?.focus();
  }
}

function goTo(control: Control): void {
  control.focus();
  if (!(control instanceof HTMLSelectElement)) {
    control.select();
  }
}

function press(target: EventTarget | null): void {
  const button = target instanceof Element ? target.closest<HTMLElement>("[data-keying-act], [data-take]") : null;
  switch (button?.dataset["keyingAct"]) {
    case "ditto": return ditto(controlAt(document.activeElement), false);
    case "ditto-group": return ditto(controlAt(document.activeElement), true);
    case "next-finding": return goToNextFinding();
    case "add-row": return addRow(button);
    case "remove-row": return emptyRow();
    default: return button?.dataset["take"] === undefined ? undefined : take(button);
  }
}

function ditto(control: Control | null, isGroup: boolean): void {
  const row = isGroup ? control?.closest<HTMLElement>("[data-row]") : null;
  const taken = row ? controlsOf(row) : control ? [control] : [];
  taken.filter(each => isOpen(each) && each.dataset["ditto"] !== undefined).forEach(each => set(each, each.dataset["ditto"] ?? ""));
}

// One of two values that people keyed, or what somebody else saved meanwhile.
function take(button: HTMLElement): void {
  const control = button.closest("[data-keyed]")?.querySelector<Control>("[data-state]");
  if (control) {
    control.value = button.dataset["take"] ?? "";
    setState(control, "confirmed");
    control.dispatchEvent(new CustomEvent("keying:confirmed", { bubbles: true }));
    goFrom(control, 1);
  }
}

function set(control: Control, value: string): void {
  control.value = value;
  control.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

function goToNextFinding(): void {
  const form = keyingForm();
  const open = form ? controlsOf(form).filter(isOpen) : [];
  const here = controlAt(document.activeElement);
  const from = here ? open.indexOf(here) + 1 : 0;
  const next = [...open.slice(from), ...open.slice(0, from)].find(wantsSomebody);
  if (next) {
    goTo(next);
  }
}

// Of the group with the focus, else of the group that the button stands in.
function addRow(button: HTMLElement): void {
  const group = document.activeElement?.closest("[data-group]") ?? button.closest("[data-group]");
  const template = group?.querySelector<HTMLTemplateElement>("template[data-new-row]");
  if (!group || !template) {
    return;
  }

  const items = [...group.querySelectorAll<HTMLElement>("[data-row]")].map(row => Number(row.dataset["row"]));
  const row = template.content.cloneNode(true) as DocumentFragment;
  row.querySelectorAll("*").forEach(element => numberAttributes(element, Math.max(-1, ...items) + 1, items.length + 1));
  template.before(row);
  const first = controlsOf(template.previousElementSibling as HTMLElement)[0];
  if (first) {
    goTo(first);
  }
}

// Rows are told apart by their number, which stays, and named for people by their place.
function numberAttributes(element: Element, item: number, place: number): void {
  for (const { name, value } of [...element.attributes]) {
    if (value.includes(NewItem)) {
      element.setAttribute(name, value.replaceAll(NewItem, name === "aria-label" ? String(place) : String(item)));
    }
  }
}

// A row whose fields are all empty is none. It is folded away, and the focus goes to what follows.
function emptyRow(): void {
  const row = document.activeElement?.closest<HTMLElement>("[data-row]");
  const controls = row ? controlsOf(row).filter(isOpen) : [];
  const last = controls[controls.length - 1];
  if (!row || !last) {
    return;
  }

  goFrom(last, 1);
  controls.forEach(control => set(control, ""));
  const rows = row.closest("[data-group]")?.querySelectorAll("[data-row]:not([hidden])").length ?? 0;
  row.hidden = rows > 1;
}
