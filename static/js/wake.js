// Keeps the screen on while a workout is open. Where the browser refuses, the screen sleeps as it always did.

let lock = null, wanted = false;

async function take() {
  if (!wanted || lock || document.hidden || !navigator.wakeLock) return;
  try {
    const taken = await navigator.wakeLock.request("screen");
    if (!wanted) { await taken.release(); return; }
    lock = taken;
    // The browser lets go by itself when the page is hidden.
    taken.addEventListener("release", () => { if (lock === taken) lock = null; });
  } catch { /* low battery, or not allowed */ }
}

export function keepAwake() {
  wanted = true;
  take();
  document.addEventListener("visibilitychange", take);
}

export function letSleep() {
  wanted = false;
  lock?.release().catch(() => {});
  lock = null;
}
