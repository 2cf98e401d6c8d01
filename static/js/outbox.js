// Sets that were ticked and not yet acknowledged. Each keeps its id and key until the server has
// said yes, through reloads and lost signal, so that it is written exactly once.
import { passes, send } from "./http.js";

const SHELF = "spotter.outbox";
let running = false, pause = 0, timer;
const told = new Set();

export function waiting() {
  try { return JSON.parse(localStorage.getItem(SHELF)) ?? []; } catch { return []; }
}

function keep(items) {
  localStorage.setItem(SHELF, JSON.stringify(items));
  const mark = document.getElementById("waiting");
  if (mark) {
    mark.hidden = items.length === 0 || pause === 0;
    mark.textContent = items.length + " waiting";
  }
}

/** Calls back with {item, value} or {item, error} for each that left the shelf. */
export function whenSettled(use) { told.add(use); }

/** Puts one on the shelf and begins to send. `item` is {method, url, body, key, slot}. */
export function post(item) {
  keep([...waiting(), item]);
  flush();
}

export async function flush() {
  if (running) return;
  running = true;
  clearTimeout(timer);
  for (let item; (item = waiting()[0]); ) {
    let value, error;
    try { value = await send(item.method, item.url, item.body, item.key); } catch (caught) { error = caught; }
    if (error && passes(error)) {
      pause = Math.min(pause ? pause * 2 : 500, 15000);
      keep(waiting());
      timer = setTimeout(flush, pause);
      break;
    }
    pause = 0;
    keep(waiting().filter((other) => other.key !== item.key));
    for (const use of told) use({ item, value, error });
  }
  running = false;
}

addEventListener("online", flush);
document.addEventListener("visibilitychange", () => { if (!document.hidden) flush(); });
