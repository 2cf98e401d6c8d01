// Which set is next without a server, held to what the rules answer with one.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { load } from "./load.mjs";

const { nextOf } = await load("order.js");
const cases = JSON.parse(readFileSync(new URL("../cases/next_open_set.json", import.meta.url), "utf8"));

/** The cards of a page: a set each that was prescribed, and those that were logged besides. */
function cardsOf({ prescribed, logged }) {
  const done = (exercise, index) =>
    logged.some((set) => set.exercise_id === exercise && set.set_index === index && set.kind !== "warmup");
  const cards = prescribed.flatMap(({ exercise_id: exercise, superset, sets }) =>
    Array.from({ length: sets }, (_, at) => ({
      exercise, group: superset ?? "", index: at + 1, warmup: false, open: !done(exercise, at + 1), extra: false,
    })));
  const besides = logged.filter((set) =>
    set.kind === "warmup" || !cards.some((card) => card.exercise === set.exercise_id && card.index === set.set_index));
  return cards.concat(besides.map((set) => ({
    exercise: set.exercise_id, group: "", index: set.set_index, warmup: set.kind === "warmup", open: false, extra: true,
  })));
}

test("the rules and the script agree on which set is next", () => {
  assert.ok(cases.length > 15, "too few cases");
  for (const one of cases) {
    const next = nextOf(cardsOf(one));
    const said = next ? { exercise_id: next.exercise, set_index: next.index } : null;
    assert.deepEqual(said, one.next, one.name);
  }
});
