// What htmx tells of its requests, as far as the kiosk listens.

/** A request as it goes out. */
export interface RequestConfig {
  readonly elt: HTMLElement;
  readonly verb: string;
  readonly path: string;
  readonly boosted: boolean | undefined;
  readonly formData: FormData;
  readonly headers: Record<string, string>;
  readonly triggeringEvent: Event | undefined;
}

/** The detail of an event of htmx; which parts are there depends on the event. */
export interface HtmxDetail extends RequestConfig {
  readonly xhr: XMLHttpRequest;
  readonly requestConfig: RequestConfig;
  readonly successful: boolean | undefined;
  readonly question: string | undefined;
  readonly issueRequest: (skipConfirmation: boolean) => void;
  target: Element;
  shouldSwap: boolean;
  isError: boolean;
  swapOverride: string;
}

/** What a service that is starting or stopping answers, or a proxy before it: not a word on the request itself. */
const AwayCodes = [502, 503, 504];

/** Listens to an event of htmx on any element. */
export function on(event: string, act: (detail: HtmxDetail, event: Event) => void): void {
  document.addEventListener(event, happened => act((happened as CustomEvent<HtmxDetail>).detail, happened));
}

/** Whether nobody answered who could. */
export function isAway(xhr: XMLHttpRequest): boolean {
  return xhr.status === 0 || AwayCodes.includes(xhr.status);
}
