// Copies of pages that the worker keeps on this device: whose they are, and the next workout among
// them, which can begin from its copy.
import { skewOf } from "./skew.js";

const PAGES = "spotter-pages-", AHEAD = "/workout/ahead";
const user = () => document.body.dataset.user ?? "";

/** Every copy that is not this person's goes. */
export async function forgetPages(owner) {
  if (!globalThis.caches) return;
  const others = (await caches.keys()).filter((name) => name.startsWith(PAGES) && name !== PAGES + owner);
  await Promise.all(others.map((name) => caches.delete(name)));
}

/** This person's copy of a page with a workout on it: {id, day, focus, at, skew, text, headers}, or nothing. `at` is when it was made, or begun here. */
async function workoutAt(path) {
  if (!globalThis.caches || !await caches.has(PAGES + user())) return undefined;
  const there = await (await caches.open(PAGES + user())).match(path);
  if (!there) return undefined;
  const text = await there.text(), page = new DOMParser().parseFromString(text, "text/html"), live = page.getElementById("live");
  const focus = page.querySelector("h1")?.textContent ?? "", at = Number(there.headers.get("x-begun") ?? there.headers.get("x-as-of"));
  const skew = skewOf(live?.dataset.now, Number(there.headers.get("x-as-of")));
  return live ? { skew, id: live.dataset.session, day: live.dataset.day, focus, at, text, headers: there.headers } : undefined;
}

/** The next workout, to begin with. */
export const nextWorkout = () => workoutAt(AHEAD);
/** The workout that goes on, as far as this device knows. */
export const standingWorkout = () => workoutAt("/workout");

/** What was the next workout is the one that goes on. Its copy stays until its start is sent: see `forgetNext`. */
export async function standAs(copy, began) {
  const cache = await caches.open(PAGES + user()), headers = new Headers(copy.headers);
  headers.set("x-begun", String(began));
  const text = copy.text.replace(/data-started="\d+"/, `data-started="${began + copy.skew}"`);
  await cache.put("/workout", new Response(text, { headers }));
}

/** The next workout has begun on the server: its id is used up. */
export async function forgetNext() {
  if (globalThis.caches && await caches.has(PAGES + user())) await (await caches.open(PAGES + user())).delete(AHEAD);
}
