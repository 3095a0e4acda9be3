// The fields of a form that is keyed. Each carries what is known of it:
//   <div class="field" data-keyed><label>...<input name="titles#0" data-state="read" data-page="2" data-box="..." data-ditto="...">
//     <span data-note>71 %</span><span data-understood></span><div data-findings></div></div>

/** An element that a value is typed into or chosen from. */
export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What is wrong with a field, as the service words it. */
export interface FindingWords {
  readonly severity: "error" | "warning" | "info";
  readonly word: string;
  readonly text: string;
}

/** The state of a field in which somebody else put something else meanwhile: it stays so until a person confirms one of the two. */
export const Disputed = "disputed";

/** What the service knows of a field. */
export interface FieldState {
  readonly state: string;
  readonly value: string;
  /** How much the reading machine trusts what it read, in words; empty where nothing was read, or a person answers for it. */
  readonly note: string;
  /** The value as it was understood: a day in words; empty where it stands as it is. */
  readonly understood: string;
  readonly findings: readonly FindingWords[];
}

/** The form that is keyed; null on other screens. */
export function keyingForm(): HTMLFormElement | null {
  return document.querySelector<HTMLFormElement>("form[data-keying]");
}

/** The fields of a form in the order of the paper. */
export function controlsOf(form: HTMLElement): Control[] {
  return [...form.querySelectorAll<Control>("[data-keyed] :is(input, textarea, select)[data-state]")];
}

/** The field that an event or the focus is at; null when it is none of a form that is keyed. */
export function controlAt(target: EventTarget | null): Control | null {
  return target instanceof Element && target.matches("form[data-keying] [data-keyed] [data-state]") ? target as Control : null;
}

/** Whether somebody may write into a field now. */
export function isOpen(control: Control): boolean {
  return !control.disabled && !(control.matches("[readonly]:not([data-crop])"));
}

/** Whether a field wants a person: something is wrong with it, or the machine read it and nobody looked. */
export function wantsSomebody(control: Control): boolean {
  return control.dataset["state"] === "read" || (control.closest("[data-keyed]")?.querySelector(".finding") ?? null) !== null;
}

/** Puts a field into a state. What was read and not confirmed looks like nothing else. */
export function setState(control: Control, state: string): void {
  control.dataset["state"] = state;
  control.classList.toggle("read", state === "read");
  if (state !== "read") {
    tell(control, "[data-note]", "");
  }
}

/** Shows what the service knows of a field. */
export function show(control: Control, known: FieldState): void {
  setState(control, known.state);
  tell(control, "[data-note]", known.note);
  tell(control, "[data-understood]", known.understood);
  showFindings(control, known.findings);
}

/** Shows what is wrong with a field, in words beside it. */
export function showFindings(control: Control, findings: readonly FindingWords[]): void {
  const field = control.closest("[data-keyed]");
  const place = field?.querySelector("[data-findings]");
  if (!field || !place || place.textContent === findings.map(lineOf).join("")) {
    return;
  }

  const isStop = findings.some(finding => finding.severity === "error");
  field.classList.toggle("stop", isStop);
  field.classList.toggle("look", !isStop && findings.length > 0);
  control.toggleAttribute("aria-invalid", false);
  if (isStop) {
    control.setAttribute("aria-invalid", "true");
  }

  place.replaceChildren(...findings.map(finding => {
    const line = document.createElement("p");
    line.className = finding.severity === "error" ? "finding stop" : "finding";
    const word = document.createElement("b");
    word.textContent = finding.word;
    line.append(word, ` ${finding.text}`);
    return line;
  }));
}

function lineOf(finding: FindingWords): string {
  return `${finding.word} ${finding.text}`;
}

function tell(control: Control, selector: string, text: string): void {
  const place = control.closest("[data-keyed]")?.querySelector(selector);
  if (place && place.textContent !== text) {
    place.textContent = text;
  }
}
