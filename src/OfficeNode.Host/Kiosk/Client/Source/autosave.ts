// What is typed goes to the service by itself: on leaving a field, and every two seconds while somebody types. It is said only when that fails.
//   <form data-keying data-save="/keying/E-41/save" data-look="/keying/E-41/look"> with <input type="hidden" name="version"> and the token that protects forms
import { controlAt, controlsOf, Disputed, keyingForm, show, type Control, type FieldState } from "./fields";
import { sayFindings } from "./keying";
import { sayOf, type Trouble } from "./live";
import { on } from "./requests";

/** What the service says to a save or a look. */
interface Answer {
  readonly version: number;
  /** In words, when somebody else works on the entry now; null while it is ours. */
  readonly held: string | null;
  readonly fields: Readonly<Record<string, FieldState>>;
  /** Fields that somebody else changed meanwhile: what stands there now, in words. Ours was not taken. */
  readonly conflicts: Readonly<Record<string, { readonly value: string; readonly text: string; readonly take: string }>>;
  /** Whether the page must be loaded anew. */
  readonly reload: boolean;
}

/** So much typing a lost line costs at most, in milliseconds. */
const TypingPause = 2000;

/** How often an open form says that somebody is at it. */
const LookPause = 20_000;

const FirstTry = 500;
const LongestTry = 4000;

/** Browsers refuse a request that is to outlive its page when it has more than 64 KiB. */
const MostKeptAlive = 60_000;

let saver: Saver | null = null;

/** Begins to save the forms that are keyed. */
export function saveForms(): void {
  startNew();
  document.addEventListener("htmx:afterSettle", startNew);
  document.addEventListener("input", event => of(event.target)?.typed());
  document.addEventListener("change", event => of(event.target)?.save());
  document.addEventListener("focusout", event => of(event.target)?.save());
  document.addEventListener("keying:confirmed", event => of(event.target)?.save());
  document.addEventListener("visibilitychange", () => document.hidden ? saver?.save() : undefined);
  // Nobody leaves before all is safe, however long the service is away. What two people disagree about keeps the form from being done, and nobody from leaving.
  on("htmx:confirm", (detail, event) => {
    if (saver?.hasUnsaved === true && !event.defaultPrevented) {
      event.preventDefault();
      const isForm = saver.isOf(detail.elt);
      saver.saved().then(isSafe => isSafe || !isForm ? detail.issueRequest(true) : undefined);
    }
  });
  window.setInterval(() => saver?.look(), LookPause);
}

function startNew(): void {
  const form = keyingForm();
  if (saver?.isOf(form) !== true) {
    saver?.stop();
    saver = form?.dataset["save"] === undefined ? null : new Saver(form);
  }
}

function of(target: EventTarget | null): Saver | null {
  return controlAt(target) ? saver : null;
}

class Saver {
  private readonly sent = new Map<Control, string>();
  private readonly refused = new Set<Control>();
  private readonly waiting: ((isSafe: boolean) => void)[] = [];
  private typing: number | undefined;
  private again: number | undefined;
  private pause = FirstTry;
  private isOnTheWay = false;
  private isStopped = false;
  private isHeld = false;

  /** Whether the page came to be read only. */
  private readonly isFixed = document.querySelector("[data-done]") === null;

  constructor(private readonly form: HTMLFormElement) {
    this.isHeld = this.isFixed;
    controlsOf(form).forEach(control => this.sent.set(control, markOf(control, before(control), before(control) === control.value)));
    this.save();   // what the browser kept over a reload
  }

  get hasUnsaved(): boolean {
    return this.isOnTheWay || this.changed().length > 0;
  }

  isOf(form: Element | null): boolean {
    return form === this.form;
  }

  stop(): void {
    this.isStopped = true;
    window.clearTimeout(this.typing);
    window.clearTimeout(this.again);
    sayOf("autosave", null);
  }

  typed(): void {
    this.typing ??= window.setTimeout(() => this.save(), TypingPause);
  }

  /** Resolves when nothing is left to save: false when somebody must look first. */
  saved(): Promise<boolean> {
    return new Promise(settle => {
      this.waiting.push(settle);
      this.save();
    });
  }

  save(): void {
    window.clearTimeout(this.typing);
    this.typing = undefined;
    const changed = this.changed();
    if (this.isOnTheWay || this.isStopped) {
      return;   // what changed meanwhile goes when the answer is here
    }

    if (changed.length === 0 || this.isHeld) {
      this.settle(this.refused.size === 0 && !this.isHeld);
      return;
    }

    this.isOnTheWay = true;
    const marks = new Map(changed.map(control => [control, markOf(control)]));
    const body = this.bodyOf(changed);
    // What is sent outlives the page, as far as browsers let it.
    this.ask(this.form.dataset["save"] ?? "", { method: "POST", body, keepalive: body.toString().length < MostKeptAlive })
      .then(answer => this.answered(answer, marks));
  }

  look(): void {
    if (!this.isOnTheWay && !this.isStopped && this.form.dataset["look"] !== undefined) {
      // Not a use of the sign-in: it ends though the screen is left open.
      this.ask(this.form.dataset["look"], { headers: { "X-No-Use": "1" } }).then(answer => typeof answer === "string" ? undefined : this.learn(answer, new Map()));
    }
  }

  private changed(): Control[] {
    return controlsOf(this.form).filter(control => this.sentOf(control) !== markOf(control) && (!this.refused.has(control) || control.dataset["state"] === "confirmed"));
  }

  // A row that was added since has nothing yet.
  private sentOf(control: Control): string {
    return this.sent.get(control) ?? " ";
  }

  private bodyOf(changed: Control[]): URLSearchParams {
    const body = new URLSearchParams();
    this.form.querySelectorAll<HTMLInputElement>("input[type=hidden][name]").forEach(field => body.append(field.name, field.value));
    for (const control of changed) {
      body.append(`value:${control.name}`, control.value);
      body.append(`was:${control.name}`, this.sentOf(control).slice(1));
      if (control.dataset["state"] === "confirmed") {
        body.append("confirmed", control.name);
      }
    }

    return body;
  }

  private async ask(address: string, options: RequestInit): Promise<Answer | Trouble> {
    try {
      const answer = await fetch(address, { ...options, headers: { ...options.headers, "HX-Request": "true" } });
      return answer.ok ? await answer.json() as Answer
        : answer.status === 401 ? "signedOut"
        : [502, 503, 504].includes(answer.status) ? "away" : "failed";
    } catch {
      return "away";   // no answer at all, or one that broke off
    }
  }

  private answered(answer: Answer | Trouble, marks: Map<Control, string>): void {
    this.isOnTheWay = false;
    if (this.isStopped) {
      return;
    }

    if (typeof answer === "string") {
      sayOf("autosave", answer);
      window.clearTimeout(this.again);
      this.again = window.setTimeout(() => this.save(), this.pause);
      this.pause = Math.min(this.pause * 2, LongestTry);
      return;
    }

    this.pause = FirstTry;
    sayOf("autosave", null);
    this.learn(answer, marks);
    this.save();   // what was typed meanwhile
  }

  private learn(answer: Answer, marks: Map<Control, string>): void {
    if (answer.reload) {
      location.reload();
      return;
    }

    // What is typed while somebody else has the entry is kept here, and goes when it is free again.
    const wasHeld = this.isHeld;
    this.isHeld = answer.held !== null;
    this.showHolder(answer.held);
    if (this.isHeld) {
      return;
    }

    const version = this.form.querySelector<HTMLInputElement>("input[name=version]");
    if (version) {
      version.value = String(answer.version);
    }

    for (const control of controlsOf(this.form)) {
      const mark = marks.get(control);
      const conflict = answer.conflicts[control.name];
      if (mark !== undefined && conflict === undefined) {
        this.sent.set(control, mark);
        this.refused.delete(control);
      } else if (mark !== undefined && conflict !== undefined) {
        this.disagree(control, conflict);
      }

      this.showKnown(control, answer.fields[control.name]);
    }

    if (wasHeld && this.isFixed) {
      location.reload();   // free now: it comes back to be keyed
    } else if (wasHeld) {
      this.save();
    }
  }

  // Only a field that nobody has typed into since.
  private showKnown(control: Control, known: FieldState | undefined): void {
    if (known === undefined || this.refused.has(control) || this.sentOf(control) !== markOf(control)) {
      return;
    }

    if (control.value !== known.value && control !== document.activeElement) {
      control.value = known.value;
    }

    if (control.value === known.value) {
      show(control, known);
      this.sent.set(control, markOf(control));
      sayFindings(control);
    }
  }

  // Nothing of either is lost: ours stays in the field until somebody confirms it or takes the other.
  private disagree(control: Control, { value, text, take }: { value: string; text: string; take: string }): void {
    this.sent.set(control, ` ${value}`);
    this.refused.add(control);
    const place = control.closest("[data-keyed]")?.querySelector("[data-findings]");
    const said = document.createElement("p");
    said.className = "finding";
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button small";
    button.dataset["take"] = value;
    button.textContent = take;
    said.append(`${text} `, button);
    place?.replaceChildren(said);
    control.dataset["state"] = Disputed;
    sayFindings(control);
  }

  private showHolder(held: string | null): void {
    const place = document.querySelector<HTMLElement>("[data-held]");
    if (place && place.textContent !== (held ?? "")) {
      place.textContent = held ?? "";
      place.hidden = held === null;
    }
  }

  private settle(isSafe: boolean): void {
    const waiting = this.waiting.splice(0);
    waiting.forEach(settle => settle(isSafe));
    if (!isSafe && waiting.length > 0) {
      [...this.refused][0]?.focus();
    }
  }
}

// A value with a sign before it for "confirmed": confirming alone is something to save too.
function markOf(control: Control, value = control.value, isAsFound = true): string {
  return `${isAsFound && control.dataset["state"] === "confirmed" ? "!" : " "}${value}`;
}

// As the page brought it, whatever the browser put there when it came back.
function before(control: Control): string {
  return control instanceof HTMLSelectElement
    ? ([...control.options].find(option => option.defaultSelected) ?? control.options[0])?.value ?? ""
    : control.defaultValue;
}
