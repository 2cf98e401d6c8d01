// A short workout for the tests of its page: two lifts of two sets, alone or taking turns.
import assert from "node:assert/strict";
import { asked, finishAny, sent } from "./stage.mjs";

export const BENCH = "barbell-bench-press", ROW = "barbell-row";
/** Longer than a second tap counts as a slip. */
export const pause = (page) => page.waitForTimeout(650);
export const title = (page) => page.locator("#suggestion-title").innerText();
/** Waits until the page has the server's word on every card. */
export const settled = (page) => page.waitForFunction(() => !document.querySelector(".set.sending") && !document.getElementById("suggestion")?.classList.contains("local"));

/** Taps, and waits until the server has said what it is and the slip is over. */
export async function tap(page, locator) {
  await locator.click();
  await settled(page);
  await pause(page);
}

/** Saves a week of one kind of day. */
export async function plan(page, group) {
  const lift = (exercise_id, rest_seconds) => ({ exercise_id, group, rest_seconds, note: null, sets: [1, 2].map(() => ({ reps_min: 6, reps_max: 10, weight_kg: null, rpe: 8 })) });
  const exercises = [lift(BENCH, 120), lift(ROW, 90)];
  const days = ["monday", "wednesday", "friday"].map((weekday, at) => ({ day: `Day${at + 1}`, focus: "Bench and row", weekday, exercises }));
  const tag = await page.evaluate(async () => (await fetch("/api/v1/weekly-plan")).headers.get("etag"));
  const { status, body } = await sent(page, "PUT", "weekly-plan", { split: "full_body", days }, { "if-match": tag });
  assert.equal(status, 200, JSON.stringify(body));
}

/** Ends what goes on and begins the short workout; those of a `group` take turns. */
export async function fresh(page, group = null) {
  await finishAny(page);
  const { days: [day] } = await asked(page, "weekly-plan");
  if (day.focus !== "Bench and row" || day.exercises[0].group !== group) await plan(page, group);
  const { status, body } = await sent(page, "POST", "sessions", { split_day: "Day1" });
  assert.equal(status, 201, JSON.stringify(body));
}
