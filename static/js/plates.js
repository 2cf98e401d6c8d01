// What goes on each side of a bar, and which loads there are. Kilograms in; words in the person's units.
import { MOST_KG } from "./bounds.js";
import { say } from "./say.js";
import { shown } from "./units.js";

/** Two loads nearer than this are the same, kilograms. */
const SAME = 0.025;
const tidy = (kg) => Math.round(kg * 1e6) / 1e6;

/** A rack as the page says it: `{least, step, plates}`, kilograms; every plate is one pair. */
export function rackOf({ least, by, plates }) {
  const kilos = (plates ?? "").split(" ").map(Number).filter((kg) => kg > 0).sort((a, b) => b - a);
  return { least: Number(least) || 0, step: Number(by) || 0, plates: kilos };
}

const made = new Map();

/** Fewer plates are better; of as many, the heavier first. */
function better(one, other) {
  if (!other || one.length !== other.length) return !other || one.length < other.length;
  const at = one.findIndex((plate, place) => plate !== other[place]);
  return at >= 0 && one[at] > other[at];
}

/** Every sum that one side can hold, in units of 10 g, with the fewest plates that make it, heaviest first. */
function sums(plates) {
  const name = plates.join(" ");
  if (made.has(name)) return made.get(name);
  const all = new Map([[0, []]]);
  for (const plate of plates.slice(0, 20)) {
    for (const [sum, held] of [...all]) {
      const more = sum + Math.round(plate * 100), loaded = [...held, plate];
      if (more <= 50 * MOST_KG && better(loaded, all.get(more))) all.set(more, loaded);
    }
  }
  const sorted = [...all].sort(([a], [b]) => a - b);
  made.set(name, sorted);
  return sorted;
}

/** What to put on each side for a load: `{plates, total, exact}`; the nearest where it cannot be made, the lighter of two. */
export function perSide(kg, rack) {
  const wanted = ((kg - rack.least) / 2) * 100;
  let best = [0, []];
  for (const one of sums(rack.plates)) if (Math.abs(one[0] - wanted) < Math.abs(best[0] - wanted) - 1e-6) best = one;
  const total = tidy(rack.least + best[0] / 50);
  return { plates: best[1], total, exact: Math.abs(total - kg) <= SAME };
}

/** Every load of a bar, at least one step apart, rising. */
function rungs({ least, step, plates }) {
  const all = [least];
  for (const [sum] of sums(plates)) {
    const kg = least + sum / 50;
    if (kg - all[all.length - 1] >= step * 0.98 + SAME / 2 && kg <= MOST_KG) all.push(tidy(kg));
  }
  return all;
}

/** The next load above, or the same where there is none. */
export function above(kg, rack) {
  if (kg < rack.least - SAME) return rack.least;
  if (rack.plates.length) return rungs(rack).find((rung) => rung > kg + SAME) ?? kg;
  const step = rack.step || 1;
  return Math.min(MOST_KG, tidy(rack.least + (Math.floor((kg - rack.least + SAME) / step) + 1) * step));
}

/** The next load below; the least load has none. */
export function below(kg, rack) {
  if (kg <= rack.least + SAME) return rack.least;
  if (rack.plates.length) return rungs(rack).filter((rung) => rung < kg - SAME).pop() ?? rack.least;
  const step = rack.step || 1;
  return tidy(rack.least + (Math.ceil((kg - rack.least - SAME) / step) - 1) * step);
}

/** One sentence: what goes on each side, or what is nearest. */
export function words(kg, rack, units) {
  const { plates, total, exact } = perSide(kg, rack);
  const each = plates.map((plate) => shown(plate, units)).join(" + "), load = `${shown(total, units)} ${units}`;
  if (exact) return each ? say("plates-each-side", { plates: each }) : say("plates-bar-alone");
  return each ? say("plates-nearest", { load, plates: each }) : say("plates-nearest-bar", { load });
}
