// What every screen of the kiosk loads, once, as <script defer>.
import htmx from "htmx.org";
import { saveForms } from "./autosave";
import { offerValues } from "./combobox";
import { moveFrames } from "./crop";
import { workContactSheets } from "./contact-sheet";
import { beginAtHeading, goRoundPanes } from "./focus";
import { keyGrids } from "./grid";
import { offerHelp } from "./help";
import { keyForms } from "./keying";
import { keepTrying } from "./live";
import { listenToEvents } from "./live-events";
import { closeMenus } from "./menu";
import { goThroughRows } from "./rows";
import { offerPrinting } from "./printing";
import { replaceScreens } from "./screens";
import { listenForKeys } from "./shortcuts";
import { showPages } from "./viewer";

// Set before htmx starts (at DOMContentLoaded), so that no layout can forget it.
htmx.config.allowEval = false;                // the content security policy has no 'unsafe-eval'
htmx.config.allowScriptTags = false;          // parts bring markup, never code
htmx.config.includeIndicatorStyles = false;   // the content security policy has no 'unsafe-inline'; kiosk.css has what is needed
htmx.config.attributesToSettle = ["class", "width", "height"];   // no style: neither has any markup here, nor would the policy let it count
htmx.config.disableInheritance = true;        // what a part says of itself is not meant for the links in it; the body lets hx-boost alone be inherited
htmx.config.selfRequestsOnly = true;
htmx.config.historyCacheSize = 0;             // screens show unpublished files: the browser keeps no copies of them
htmx.config.refreshOnHistoryMiss = true;
htmx.config.timeout = 30_000;
htmx.config.responseHandling = [
  { code: "204", swap: false },
  { code: "[23]..", swap: true },
  { code: "422", swap: true },                // the form again, with what it finds wrong
  { code: "[45]..", swap: false, error: true },
];

function start(): void {
  keepTrying();
  replaceScreens();
  closeMenus();
  offerValues();
  moveFrames();
  keyGrids();   // before forms: Enter goes down in a grid
  keyForms();
  listenForKeys();
  goThroughRows();
  goRoundPanes();
  beginAtHeading();
  offerHelp();
  offerPrinting();
  showPages();
  saveForms();
  listenToEvents();
  workContactSheets();
}

start();
