// The service may be away for a while: restarted, updated, or without power. A request that it does not answer waits here and is tried
// again until it does. What somebody typed stays on the screen meanwhile, and goes with the request as it then stands.
// The page brings the words: <p class="live" role="status" data-live data-away="..." data-failed="..." data-signed-out="..."></p>
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
const onTheWay = new Set<HTMLElement>();
let pause = FirstPause;
let timer: number | undefined;
let refusedAt: HTMLElement | null = null;

/** What can be said of a request: nobody answers, it was refused, or nobody is signed in any more. */
export type Trouble = "away" | "failed" | "signedOut";

const troubles = new Map<string, Trouble>();

/** Begins to watch the requests of htmx. */
export function keepTrying(): void {
  on("htmx:confirm", (detail, event) => goOnce(detail, event));
  on("htmx:configRequest", detail => name(detail));
  on("htmx:beforeRequest", detail => onTheWay.add(detail.requestConfig.elt));
  on("htmx:sendError", detail => wait(detail.requestConfig));
  on("htmx:timeout", detail => wait(detail.requestConfig));
  on("htmx:responseError", detail => isAway(detail.xhr) ? wait(detail.requestConfig) : refuse(detail));
  on("htmx:afterRequest", detail => {
    onTheWay.delete(detail.requestConfig.elt);
    if (!isAway(detail.xhr)) {
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
  pause = Math.min(pause * 2, LongestPause);
  for (const [element, request] of waiting) {
    if (!element.isConnected) {
      waiting.delete(element);
    } else if (!onTheWay.has(element)) {
      send(element, request);
    }
  }

  // Set again before the answers come: what the browser holds back, as a form that no longer is complete, is asked for once more as well.
  timer = waiting.size > 0 ? window.setTimeout(tryAgain, pause) : undefined;
  if (waiting.size === 0) {
    say(null);
  }
}

function send(element: HTMLElement, request: Waiting): void {
  const context = { source: element, values: pressedButton(request.event), ...(request.event ? { event: request.event } : {}) };
  htmx.ajax(request.verb as "get", request.path, context).catch(() => undefined);   // a failure comes as an event too, and waits again
}

function answered(element: HTMLElement, isGood: boolean): void {
  waiting.delete(element);
  if (waiting.size > 0) {
    return;
  }

  pause = FirstPause;
  window.clearTimeout(timer);
  timer = undefined;
  // Other parts that go on well do not wipe away what was refused before somebody has read it.
  if (isGood && (refusedAt === null || refusedAt === element || !refusedAt.isConnected)) {
    refusedAt = null;
    say(null);
  }
}

function refuse(detail: HtmxDetail): void {
  refusedAt = detail.requestConfig.elt;
  say(detail.xhr.status === 401 ? "signedOut" : "failed");
}

// A form that is sent twice is meant once. And what was confirmed before the service went away is not asked again at every try.
function goOnce(detail: HtmxDetail, event: Event): void {
  if (detail.triggeringEvent?.type === "submit" && onTheWay.has(detail.elt)) {
    event.preventDefault();
  } else if (detail.question && waiting.has(detail.elt)) {
    event.preventDefault();
    detail.issueRequest(true);
  }
}

function say(what: Trouble | null): void {
  sayOf("requests", what);
}

/** Says what troubles one kind of request, or that it does not any more; what troubles another kind stays said. */
export function sayOf(kind: string, what: Trouble | null): void {
  if (what === null) {
    troubles.delete(kind);
  } else {
    troubles.set(kind, what);
  }

  const line = document.querySelector<HTMLElement>("[data-live]");
  if (line) {
    const last = [...troubles.values()].pop();
    const text = last === undefined ? "" : line.dataset[last] ?? "";
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
  const fields = [...values].map(([field, value]) => JSON.stringify([field, typeof value === "string" ? value : `${value.name} ${value.size}`]));
  return fields.sort().join();   // sorted, because the button that was pressed comes at another place when it is tried again
}

// crypto.randomUUID exists in secure contexts only; an office may open the kiosk to its network before it has a certificate.
function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, "0")).join("");
}
