// A phone's clock may be off by hours; the time of a set is the server's.

/** The difference that is a wrong clock, in milliseconds. */
const WRONG = 60000;

/** What to add to this device's clock, by a page of `served` (the server's time) that arrived at `made` (the device's). */
export function skewOf(served, made) {
  const off = Number(served) - made;
  return Math.abs(off) < WRONG || !Number.isFinite(off) ? 0 : off;
}
