// What goes on a bar, and which set is next without a server: pure modules, no browser.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.mjs";

const { above, below, perSide, rackOf, words } = await load("plates.js");
const { KG_PER_LB, shown } = await load("units.js");
const { nextOf } = await load("order.js");

const GYM = rackOf({ least: "20", by: "2.5", plates: "25 25 25 25 25 25 20 15 10 5 2.5 1.25" });
const HOME = rackOf({ least: "7.5", by: "1", plates: "10 10 5 2" });
const lb = (pounds) => pounds * KG_PER_LB;
const POUNDS = rackOf({ least: String(lb(45)), by: String(lb(5)), plates: [45, 45, 25, 10, 5, 2.5].map((it) => lb(it).toFixed(2)).join(" ") });

test("a gym's bar: the fewest plates, heaviest first", () => {
  for (const [kg, plates] of [
    [20, []], [22.5, [1.25]], [60, [20]], [70, [25]], [82.5, [25, 5, 1.25]], [100, [25, 15]], [142.5, [25, 25, 10, 1.25]], [220, [25, 25, 25, 25]],
  ]) assert.deepEqual(perSide(kg, GYM), { plates, total: kg, exact: true }, `${kg} kg`);
});

test("what these plates cannot make says the nearest, the lighter of two as near", () => {
  assert.deepEqual(perSide(61, GYM), { plates: [20], total: 60, exact: false });
  assert.deepEqual(perSide(61.25, GYM), { plates: [20], total: 60, exact: false });
  assert.deepEqual(perSide(10, GYM), { plates: [], total: 20, exact: false });
  assert.deepEqual(perSide(500, HOME), { plates: [10, 10, 5, 2], total: 61.5, exact: false });
  assert.equal(words(61, GYM, "kg"), "Not with these plates. Nearest: 60 kg, 20 on each side");
});

test("every total is the bar and both sides, whatever the plates", () => {
  for (const rack of [GYM, HOME, POUNDS]) {
    for (let kg = 0; kg < 260; kg += 0.5) {
      const { plates, total } = perSide(kg, rack);
      assert.ok(Math.abs(rack.least + 2 * plates.reduce((sum, one) => sum + one, 0) - total) < 0.001);
      for (const one of plates) assert.ok(plates.filter((it) => it === one).length <= rack.plates.filter((it) => it === one).length, "a pair too many");
    }
  }
});

test("pounds are shown as the plates say them", () => {
  assert.equal(words(lb(135), POUNDS, "lb"), "45 on each side");
  assert.equal(words(lb(190), POUNDS, "lb"), "45 + 25 + 2.5 on each side");
  assert.equal(words(lb(45), POUNDS, "lb"), "The bar alone");
  assert.equal(words(lb(137), POUNDS, "lb"), "Not with these plates. Nearest: 135 lb, 45 on each side");
  assert.equal(words(100, GYM, "kg"), "25 + 15 on each side");
  assert.deepEqual([shown(lb(2.5), "lb"), shown(lb(45), "lb"), shown(1.25, "kg"), shown(62.5, "lb")], ["2.5", "45", "1.25", "137.8"]);
});

test("a stepper goes by what can be loaded, and back again", () => {
  assert.deepEqual([above(60, GYM), below(60, GYM), below(20, GYM), above(3, GYM)], [62.5, 57.5, 20, 20]);
  const dumbbells = rackOf({ least: "2", by: "2", plates: "" });
  assert.deepEqual([above(10, dumbbells), below(10, dumbbells), above(11, dumbbells), below(11, dumbbells), below(2, dumbbells)], [12, 8, 12, 10, 2]);
  for (const rack of [GYM, HOME, POUNDS, dumbbells]) {
    let kg = rack.least;
    const up = [kg];
    for (let step = 0; step < 12 && above(kg, rack) > kg; step++) up.push((kg = above(kg, rack)));
    for (const before of up.slice(0, -1).reverse()) assert.ok(Math.abs((kg = below(kg, rack)) - before) < 0.03, `${kg} is not ${before}`);
  }
  assert.equal(shown(above(lb(135), POUNDS), "lb"), "140");
});

const card = (exercise, index, more = {}) => ({ exercise, index, group: "", warmup: false, open: true, extra: false, ...more });

test("next without a server: in order, warm-ups first, nothing that was not asked for", () => {
  const warm = card("squat", 1, { warmup: true }), one = card("squat", 1), two = card("squat", 2), row = card("row", 1);
  assert.equal(nextOf([warm, one, two, row]), warm);
  assert.equal(nextOf([warm, one, two, row], true), one);
  assert.equal(nextOf([{ ...warm, open: false }, one, two, row]), one);
  assert.equal(nextOf([warm, { ...one, open: false }, two, row]), two, "a warm-up after the first set is in the way");
  assert.equal(nextOf([{ ...one, open: false }, { ...two, open: false }, card("squat", 3, { extra: true }), row]), row);
  assert.equal(nextOf([{ ...one, open: false }, card("squat", 2, { extra: true })]), undefined);
});

test("next without a server: those in a superset take turns", () => {
  const cards = ["bench", "row"].flatMap((id) => [1, 2, 3].map((index) => card(id, index, { group: "A" }))).concat(card("curl", 1));
  const order = [];
  for (let next; (next = nextOf(cards)); ) { next.open = false; order.push(`${next.exercise} ${next.index}`); }
  assert.deepEqual(order, ["bench 1", "row 1", "bench 2", "row 2", "bench 3", "row 3", "curl 1"]);
});
