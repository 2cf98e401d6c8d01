// How the end of a rest is told: a notification, vibration, a sound. Each only after the person turned it on.
import { say } from "./say.js";
import { localValue } from "./local-value.js";

const ways = localValue("spotter.rest-ways", {});
let audio;

function beep() {
  try {
    audio ??= new AudioContext();
    audio.resume();
    const tone = audio.createOscillator(), level = audio.createGain(), now = audio.currentTime;
    tone.frequency.value = 660;
    level.gain.setValueAtTime(0.2, now);
    level.gain.exponentialRampToValueAtTime(0.001, now + 0.4);
    tone.connect(level).connect(audio.destination);
    tone.start(now);
    tone.stop(now + 0.4);
  } catch { /* no sound here */ }
}

async function tell(body) {
  const title = say("ring-over"), options = { body, tag: "spotter-rest", silent: true };
  try { new Notification(title, options); } catch {
    // Phones want it from the service worker.
    const worker = await navigator.serviceWorker?.getRegistration();
    await worker?.showNotification(title, options);
  }
}

/** Tells that the rest is over; `next` says what comes. */
export function ring(next) {
  const on = ways.read();
  if (on.vibrate) navigator.vibrate?.([80, 60, 80]);
  if (on.sound) beep();
  if (on.notify && globalThis.Notification?.permission === "granted") tell(next).catch(() => {});
}

/** Whether it may be turned on, and if not, why. */
async function refused(way) {
  if (way === "vibrate" && !navigator.vibrate) return say("ring-no-vibration");
  if (way === "sound") { beep(); return ""; }
  if (way !== "notify") return "";
  if (!globalThis.Notification) return say("ring-no-notifications");
  const answer = await Notification.requestPermission();
  return answer === "granted" ? "" : say("ring-not-allowed");
}

function draw() {
  const on = ways.read();
  for (const box of document.querySelectorAll("[data-ring]")) box.checked = Boolean(on[box.dataset.ring]);
}

/** The boxes that turn each way on. They may be swapped in later: call `draw` again then. */
export function ringing() {
  draw();
  document.addEventListener("change", async ({ target }) => {
    const way = target.dataset?.ring;
    if (!way) return;
    const why = target.checked ? await refused(way) : "";
    ways.write({ ...ways.read(), [way]: target.checked && !why });
    draw();
    const line = document.getElementById("ring-words");
    if (line) line.textContent = why || (target.checked ? say("ring-on") : "");
  });
  return draw;
}
