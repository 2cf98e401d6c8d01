// Sets that were ticked and not yet acknowledged. Each keeps its id and key until the server has
// said yes, through reloads and lost signal, so that it is written exactly once.
import { passes, send } from "./http.js";
import { shelf } from "./shelf.js";

const all = shelf("spotter.outbox", []);
let running = false, pause = 0, timer;
const told = new Set();

/** What this person ticked; another's waits until they are back on this device. */
export function waiting() {
  const user = document.body.dataset.user;
  return all.read().filter((item) => !item.owner || item.owner === user);
}

/** Whether this is really the server's word on the item, and not some page in between. */
function acknowledged(item, value) {
  return item.gone || !item.body?.id || value?.id === item.body.id;
}

function keep(items) {
  all.write(items);
  const mark = document.getElementById("waiting"), many = waiting().length;
  if (mark) {
    mark.hidden = many === 0 || pause === 0;
    mark.textContent = many + " waiting";
  }
}

/** Calls back with {item, value} or {item, error} for each that left the shelf. */
export function whenSettled(use) { told.add(use); }

/** Puts one on the shelf and begins to send. `item` is {method, url, body, key, slot}. */
export function post(item) {
  keep([...all.read(), { ...item, owner: document.body.dataset.user }]);
  flush();
}

export async function flush() {
  if (running) return;
  running = true;
  clearTimeout(timer);
  for (let item; (item = waiting()[0]); ) {
    let value, error;
    try { value = await send(item.method, item.url, item.body, item.key); } catch (caught) { error = caught; }
    if (!error && !acknowledged(item, value)) error = new TypeError("not our server");
    // 401: the item stays until its owner is logged in again.
    if (error && (passes(error) || error.status === 401)) {
      pause = Math.min(pause ? pause * 2 : 500, 15000);
      keep(all.read());
      timer = setTimeout(flush, pause);
      break;
    }
    pause = 0;
    keep(all.read().filter((other) => other.key !== item.key));
    for (const use of told) use({ item, value, error });
  }
  running = false;
}

addEventListener("online", flush);
document.addEventListener("visibilitychange", () => { if (!document.hidden) flush(); });
