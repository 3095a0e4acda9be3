// One screen replaces another: a link or form that htmx follows by hx-boost on the body. Requests of such links outlive a restart of the service.
import { isAway, on, type HtmxDetail } from "./requests";

const script = document.currentScript instanceof HTMLScriptElement ? new URL(document.currentScript.src).pathname : "";

/** Makes boosted answers whole screens, also where they say that something is wrong. */
export function replaceScreens(): void {
  on("htmx:beforeSwap", detail => {
    if (!detail.boosted || isAway(detail.xhr)) {
      return;
    }

    if (needsLoading(detail)) {
      detail.shouldSwap = false;
      detail.isError = false;
      location.assign(detail.xhr.responseURL);
    } else if (detail.xhr.responseText !== "") {
      replace(detail);
    }
  });
}

function replace(detail: HtmxDetail): void {
  // A link within a form would inherit where the form puts its answers.
  detail.target = document.body;
  detail.swapOverride = "innerHTML";
  // "Not found" and "not yours to see" are screens too: better than nothing happening.
  detail.shouldSwap = true;
  detail.isError = false;
}

// A newer program has a newer script; another language may run the other way. Both want the page loaded whole, where it can be asked for again.
function needsLoading(detail: HtmxDetail): boolean {
  const text = detail.xhr.responseText;
  const isAskedAgain = detail.requestConfig.verb === "get" || !detail.xhr.responseURL.endsWith(detail.requestConfig.path);
  const { lang, dir } = document.documentElement;
  return isAskedAgain && text !== "" && !(text.includes(script) && text.includes(`<html lang="${lang}" dir="${dir}"`));
}
