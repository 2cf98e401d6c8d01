// The rest timer and the workout's clock. Both are moments, not counters: a reload, a locked phone
// or a sleeping tab changes nothing.

import { ring } from "./ring.js";
import { say } from "./say.js";
import { localValue } from "./local-value.js";
import { skewOf } from "./skew.js";

const kept = localValue("spotter.rest", null);

/** How far this device's clock is behind the server's, in milliseconds; what a page's way here takes is no difference. */
const behind = skewOf(document.getElementById("live")?.dataset.now, Number(document.querySelector('meta[name="as-of"]')?.content) || performance.timeOrigin);
/** The moment it is, by the server's clock. */
export const now = () => Date.now() + behind;
const clock = (seconds) => {
  const whole = Math.max(0, Math.floor(seconds)), hours = Math.floor(whole / 3600), minutes = Math.floor(whole / 60) % 60;
  const two = (n) => String(n).padStart(2, "0");
  return hours ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
};

/** Starts the rest after the set with this id. */
export function rest(session, seconds, after) {
  if (seconds > 0) kept.write({ session, after, until: Date.now() + seconds * 1000, rung: false });
  tick();
}

export function stopRest() { kept.write(null); tick(); }

/** Stops the rest that is after this set: taking back another one leaves it running. */
export function stopRestAfter(set) {
  const after = kept.read()?.after;
  if (!after || after === set) stopRest();
}

function more() {
  const running = kept.read();
  if (!running) return;
  kept.write({ ...running, until: Math.max(running.until, Date.now()) + 30000, rung: false });
  tick();
}

export function tick() {
  const live = document.getElementById("live");
  const elapsed = document.querySelector("[data-elapsed]");
  if (live && elapsed) elapsed.textContent = clock((now() - Number(live.dataset.started)) / 1000);
  const box = document.getElementById("rest"), running = kept.read();
  if (!box) return;
  const left = running && running.session === live?.dataset.session ? (running.until - Date.now()) / 1000 : null;
  box.hidden = left === null || left < -600;
  if (box.hidden) return;
  box.classList.toggle("over", left <= 0);
  box.querySelector("[data-rest-left]").textContent = left > 0 ? say("timer-rest", { time: clock(Math.ceil(left)) }) : say("timer-rested", { time: clock(-left) });
  if (left <= 0 && !running.rung) {
    kept.write({ ...running, rung: true });
    // A page in the background is woken once a minute at worst.
    const next = document.querySelector("#log:not([hidden]) [data-log-label]")?.textContent;
    if (left > -90) ring(next === undefined ? say("timer-next-finish") : say("timer-next", { next }));
  }
}

export function startClocks() {
  document.addEventListener("click", (event) => {
    if (event.target.closest?.("[data-rest-more]")) more();
    if (event.target.closest?.("[data-rest-stop]")) stopRest();
  });
  setInterval(tick, 500);
  tick();
}

// At once, whatever the page still waits for.
tick();
