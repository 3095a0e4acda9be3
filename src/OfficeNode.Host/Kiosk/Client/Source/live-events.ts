// What a screen shows changes while nobody touches it: pages come from the scanner. The service says so by server-sent events.
//   <div data-live-events="/batches/B-17/events">                                    the stream, as long as the screen shows it
//   <span data-live-topic="pages" data-live-shows="#batch" hx-get=... hx-trigger="live">   asks for a part anew when its topic stands otherwise
//   <div id="batch" data-live-version="12.3">                                        how the topic stood when the part was made
// An event says how a topic stands now. A part that shows something else is asked for; so nothing is missed while the service, or the browser, was away.
import htmx from "htmx.org";
import { on, type HtmxDetail } from "./requests";

const FirstPause = 1000;
const LongestPause = 30_000;

// A part takes this many times as long to rest as it took to be made anew: a sheet of a thousand pages leaves the computer to the scanner.
const RestFactor = 3;

let source: EventSource | null = null;
let address = "";
let pause = FirstPause;
let retry: number | undefined;
const states = new Map<string, string>();
const asked = new WeakMap<Element, number>();
const restUntil = new WeakMap<Element, number>();

/** Listens while a screen with a stream is open and can be seen. */
export function listenToEvents(): void {
  on("htmx:afterSettle", () => follow());
  on("htmx:beforeRequest", detail => noteAsked(detail));
  on("htmx:afterRequest", detail => noteRest(detail.requestConfig.elt));
  document.addEventListener("visibilitychange", follow);
  window.addEventListener("pagehide", close);
  window.addEventListener("pageshow", follow);
  follow();
}

// A browser has few connections to one host: a window that nobody sees gives its own back.
function follow(): void {
  const wanted = document.hidden ? "" : document.querySelector<HTMLElement>("[data-live-events]")?.dataset["liveEvents"] ?? "";
  if (wanted !== address) {
    close();
    address = wanted;
    open();
  } else {
    compareAll();
  }
}

function open(): void {
  if (address === "") {
    return;
  }

  source = new EventSource(address);
  source.onopen = () => pause = FirstPause;
  source.onerror = () => {
    // Where nothing answered the browser tries again by itself; where something else did, it gives up.
    if (source?.readyState === EventSource.CLOSED) {
      source = null;
      retry = window.setTimeout(open, pause);
      pause = Math.min(pause * 2, LongestPause);
    }
  };
  for (const topic of topics()) {
    source.addEventListener(topic, event => {
      states.set(topic, (event as MessageEvent<string>).data);
      compareAll();
    });
  }
}

function close(): void {
  source?.close();
  source = null;
  address = "";
  states.clear();
  window.clearTimeout(retry);
}

function topics(): Set<string> {
  return new Set([...document.querySelectorAll<HTMLElement>("[data-live-topic]")].map(element => element.dataset["liveTopic"] ?? ""));
}

function compareAll(): void {
  document.querySelectorAll<HTMLElement>("[data-live-topic]").forEach(compare);
}

function compare(element: HTMLElement): void {
  const state = states.get(element.dataset["liveTopic"] ?? "");
  const shown = document.querySelector<HTMLElement>(element.dataset["liveShows"] ?? "");
  if (!element.isConnected || state === undefined || !shown || shown.dataset["liveVersion"] === state || asked.has(element)) {
    return;
  }

  const rest = (restUntil.get(element) ?? 0) - performance.now();
  if (rest > 0) {
    window.setTimeout(compare, rest, element);
  } else {
    htmx.trigger(element, "live");
  }
}

function noteAsked(detail: HtmxDetail): void {
  const asker = detail.requestConfig.elt;
  if (asker.matches("[data-live-topic]")) {
    asked.set(asker, performance.now());
    // At the part itself: what happens to a part that was taken off the screen is not heard anywhere above it.
    detail.target.addEventListener("htmx:beforeSwap", dropIfLeft, { once: true });
  }
}

// The screen that asked was left meanwhile: the answer has no place any more.
function dropIfLeft(event: Event): void {
  const detail = (event as CustomEvent<HtmxDetail>).detail;
  detail.shouldSwap &&= detail.requestConfig.elt.isConnected;
}

function noteRest(element: Element): void {
  const since = asked.get(element);
  if (since !== undefined) {
    asked.delete(element);
    restUntil.set(element, performance.now() + RestFactor * (performance.now() - since));
  }
}
