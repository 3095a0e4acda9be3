// Suggestions under a field, by the combobox pattern of WAI-ARIA: the arrows choose, Enter takes, Escape closes; what is typed is never replaced unasked.
//   <input role="combobox" aria-controls="x-list" aria-expanded="false" data-list="region"> offers the codes in <template data-codes="region">AF AL DZ</template>
//     under their names in the language of the page, and data-suggest="/keying/names" asks the service, from so many letters on as data-suggest-from says;
//     both want <ul role="listbox" id="x-list" hidden>.

/** What a field offers. */
interface Offer {
  readonly value: string;
  readonly text: string;
}

const Most = 8;

/** Fewer letters of a name say too little to ask for it. */
const FewestLetters = 2;

/** So long after the last letter the service is asked. */
const AskPause = 120;

let asking: AbortController | null = null;
let timer: number | undefined;

/** Begins to listen to fields with suggestions. */
export function offerValues(): void {
  document.addEventListener("input", event => {
    const field = comboboxAt(event.target);
    if (field && event.isTrusted) {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => offer(field), field.dataset["suggest"] === undefined ? 0 : AskPause);
    }
  });
  document.addEventListener("focusout", event => {
    const field = comboboxAt(event.target);
    if (field) {
      window.clearTimeout(timer);
      asking?.abort();
      close(field);
    }
  });
  document.addEventListener("pointerdown", event => takePointed(event));
  // Before Enter confirms the field and before a key that the screen declares for Escape.
  document.addEventListener("keydown", event => {
    const field = comboboxAt(event.target);
    if (field && !event.ctrlKey && !event.metaKey && !event.isComposing) {
      move(field, event);
    }
  }, { capture: true });
}

function move(field: HTMLInputElement, event: KeyboardEvent): void {
  const isShown = field.getAttribute("aria-expanded") === "true";
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if (isShown) {
      choose(field, event.key === "ArrowDown" ? 1 : -1);
    } else {
      offer(field);
    }
  } else if (event.key === "Escape" && isShown) {
    event.preventDefault();
    close(field);
  } else if (event.key === "Enter" && isShown) {
    take(field, listOf(field)?.querySelector("[aria-selected='true']") ?? null);   // and the form confirms it and goes on
  }
}

function choose(field: HTMLInputElement, step: number): void {
  const options = [...listOf(field)?.children ?? []];
  const before = options.findIndex(option => option.getAttribute("aria-selected") === "true");
  const next = options[before < 0 && step < 0 ? options.length - 1 : (before + step + options.length) % options.length];
  options.forEach(option => option.setAttribute("aria-selected", String(option === next)));
  if (next) {
    field.setAttribute("aria-activedescendant", next.id);
    next.scrollIntoView({ block: "nearest" });
  }
}

function take(field: HTMLInputElement, option: Element | null): void {
  close(field);
  if (option instanceof HTMLElement) {
    field.value = option.dataset["value"] ?? "";
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
}

function takePointed(event: PointerEvent): void {
  const option = event.target instanceof Element ? event.target.closest("[role='listbox'] > [role='option']") : null;
  const field = option ? document.querySelector(`[aria-controls="${option.parentElement?.id ?? ""}"]`) : null;
  if (option && field instanceof HTMLInputElement) {
    event.preventDefault();   // the focus stays in the field
    take(field, option);
  }
}

async function offer(field: HTMLInputElement): Promise<void> {
  if (field.readOnly || field.disabled) {
    return;
  }

  const typed = field.value.trim();
  const offers = field.dataset["suggest"] === undefined ? codesLike(field.dataset["list"] ?? "", typed) : await offersLike(field, typed);
  if (document.activeElement === field && field.value.trim() === typed) {
    show(field, offers.filter(each => each.value !== typed));
  }
}

function show(field: HTMLInputElement, offers: readonly Offer[]): void {
  const list = listOf(field);
  if (!list || offers.length === 0) {
    close(field);
    return;
  }

  list.replaceChildren(...offers.map((each, place) => {
    const option = document.createElement("li");
    option.id = `${list.id}-${place}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.dir = "auto";
    option.dataset["value"] = each.value;
    option.textContent = each.text;
    return option;
  }));
  list.hidden = false;
  field.setAttribute("aria-expanded", "true");
  field.removeAttribute("aria-activedescendant");
}

function close(field: HTMLInputElement): void {
  const list = listOf(field);
  if (list) {
    list.hidden = true;
  }

  field.setAttribute("aria-expanded", "false");
  field.removeAttribute("aria-activedescendant");
}

// A code that begins so comes first, then names that do, then names that have it inside.
function codesLike(list: string, typed: string): Offer[] {
  const template = document.querySelector<HTMLTemplateElement>(`template[data-codes="${list}"]`);
  const names = new Intl.DisplayNames([document.documentElement.lang], { type: list === "language" ? "language" : "region", fallback: "none" });
  const own = JSON.parse(template?.dataset["names"] ?? "{}") as Record<string, string>;
  const wanted = folded(typed);
  return (template?.content.textContent ?? "").trim().split(/\s+/)
    .map(code => ({ code, name: own[code] ?? names.of(code) ?? "" }))
    .map(each => ({ ...each, rank: rankOf(each.code, each.name, wanted) }))
    .filter(each => each.rank >= 0)
    .sort((one, other) => one.rank - other.rank)
    .slice(0, Most)
    .map(each => ({ value: each.code, text: each.name === "" ? each.code : `${each.code} · ${each.name}` }));
}

function rankOf(code: string, name: string, wanted: string): number {
  return folded(code).startsWith(wanted) ? 0 : folded(name).startsWith(wanted) ? 1 : folded(name).includes(wanted) ? 2 : -1;
}

async function offersLike(field: HTMLInputElement, typed: string): Promise<Offer[]> {
  if (typed.length < Number(field.dataset["suggestFrom"] ?? FewestLetters)) {
    return [];
  }

  asking?.abort();
  asking = new AbortController();
  const answer = await fetch(`${field.dataset["suggest"]}?text=${encodeURIComponent(typed)}`, { signal: asking.signal, headers: { "HX-Request": "true" } })
    .catch(() => null);   // without suggestions the name is typed in full
  const names = answer?.ok === true ? await answer.json() as string[] : [];
  return names.map(name => ({ value: name, text: name }));
}

// Without accents: who looks for "cote" finds "Côte d'Ivoire".
function folded(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{Mn}/gu, "").toLowerCase();
}

function listOf(field: HTMLElement): HTMLElement | null {
  return document.getElementById(field.getAttribute("aria-controls") ?? "");
}

function comboboxAt(target: EventTarget | null): HTMLInputElement | null {
  return target instanceof HTMLInputElement && target.getAttribute("role") === "combobox" ? target : null;
}
