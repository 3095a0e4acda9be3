// The service may be away for a while: restarted, updated, or without power. A request that it does not answer waits here and is tried
// again until it does. What somebody typed stays on the screen meanwhile, and goes with the request as it then stands.
//   <p role="status" data-live data-away="..." data-failed="..."></p>   brings the words.
import htmx from "htmx.org";
import { isAway, on, type HtmxDetail, type RequestConfig } from "./requests";

/** A request that was not answered. */
interface Waiting {
  readonly verb: string;
  readonly path: string;
  readonly values: string;
  readonly id: string;
  readonly event: Event | undefined;
}

/** Names a request. A second request of the same name asks for the same act again and must not do it twice. */
const RequestId = "Kiosk-Request";

/** The first try comes soon after, since most absences are restarts; later ones come at this pace at most. */
const FirstPause = 500;
const LongestPause = 4000;

const waiting = new Map<HTMLElement, Waiting>();
let pause = FirstPause;
let timer: number | undefined;

/** Begins to watch the requests of htmx. */
export function keepTrying(): void {
  on("htmx:configRequest", detail => name(detail));
  on("htmx:confirm", (detail, event) => confirmOnce(detail, event));
  on("htmx:sendError", detail => wait(detail.requestConfig));
  on("htmx:timeout", detail => wait(detail.requestConfig));
  on("htmx:responseError", detail => isAway(detail.xhr) ? wait(detail.requestConfig) : refused(detail.requestConfig));
  on("htmx:afterRequest", detail => {
    if (detail.xhr.status > 0 && !isAway(detail.xhr)) {
      answered(detail.requestConfig.elt, detail.successful === true);
    }
  });
}

// The same values to the same address are the same act, tried again; changed values are a new one.
function name(request: RequestConfig): void {
  const before = waiting.get(request.elt);
  const isAgain = before?.verb === request.verb && before.path === request.path && before.values === written(request.formData);
  request.headers[RequestId] = isAgain ? before.id : newId();
}

function wait(request: RequestConfig): void {
  waiting.set(request.elt, {
    verb: request.verb,
    path: request.path,
    values: written(request.formData),
    id: request.headers[RequestId] ?? newId(),
    event: request.triggeringEvent,
  });
  say("away");
  timer ??= window.setTimeout(tryAgain, pause);
}

function tryAgain(): void {
  timer = undefined;
  pause = Math.min(pause * 2, LongestPause);
  for (const [element, request] of waiting) {
    if (element.isConnected) {
      const context = { source: element, values: pressedButton(request.event), ...(request.event ? { event: request.event } : {}) };
      htmx.ajax(request.verb as "get", request.path, context).catch(() => undefined);   // a failure comes as an event too, and waits again
    } else {
      waiting.delete(element);
    }
  }

  if (waiting.size === 0) {
    say(null);
  }
}

function answered(element: HTMLElement, isGood: boolean): void {
  waiting.delete(element);
  if (waiting.size > 0) {
    return;
  }

  pause = FirstPause;
  window.clearTimeout(timer);
  timer = undefined;
  if (isGood) {
    say(null);
  }
}

function refused(request: RequestConfig): void {
  waiting.delete(request.elt);
  if (!request.boosted) {
    say("failed");
  }
}

// What was confirmed before the service went away is not asked again at every try.
function confirmOnce(detail: HtmxDetail, event: Event): void {
  if (detail.question && waiting.has(detail.elt)) {
    event.preventDefault();
    detail.issueRequest(true);
  }
}

function say(what: "away" | "failed" | null): void {
  const line = document.querySelector<HTMLElement>("[data-live]");
  if (line) {
    const text = what === null ? "" : line.dataset[what] ?? "";
    if (line.textContent !== text) {
      line.textContent = text;   // set only when it differs: each setting is read aloud
    }
  }
}

function pressedButton(event: Event | undefined): Record<string, string> {
  const button = event instanceof SubmitEvent ? event.submitter : null;
  return button instanceof HTMLButtonElement && button.name !== "" ? { [button.name]: button.value } : {};
}

function written(values: FormData): string {
  return JSON.stringify([...values].map(([field, value]) => [field, typeof value === "string" ? value : `${value.name} ${value.size}`]));
}

// crypto.randomUUID exists in secure contexts only; an office may open the kiosk to its network before it has a certificate.
function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, "0")).join("");
}
