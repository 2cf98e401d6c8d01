// The plan's editor as its tests use it.
import assert from "node:assert/strict";
import { asked, looksRight } from "./stage.mjs";
import { ours } from "./support.mjs";

export const HOSTILE = '<img src=x onerror="alert(1)"> row';

/** Sound, with at most one filled action in view: the editor's own is there once something has changed. */
export const sound = (page, name) => looksRight(page, name, 0);
export const stored = (page) => asked(page, "weekly-plan");
export const card = (page, at = 0) => page.locator(".edit-exercise").nth(at);
/** Waits until the rules have answered what stands in the editor now. */
export const checked = (page, use) => Promise.all([page.waitForResponse((answer) => answer.url().endsWith("/weekly-plan/check")), use()]);

export async function save(page) {
  await page.locator("#save").click();
  await page.waitForURL(/\/plan\?told=saved$/);
  await ours(page);
}

/** Another tab gives a day another name, and its first exercise what `first` says. */
export async function elsewhere(context, at, focus, first = {}) {
  const other = await context.newPage();
  await other.goto("/plan");
  const status = await other.evaluate(async ([at, focus, first]) => {
    const got = await fetch("/api/v1/weekly-plan"), { split, days } = await got.json();
    const written = days.map(({ day, focus, weekday, exercises }) => ({ day, focus, weekday, exercises: exercises.map(({ name, ...one }) => ({ ...one, sets: one.sets.map((set) => ({ ...set, weight_kg: null })) })) }));
    written[at].focus = focus;
    Object.assign(written[at].exercises[0], first);
    return (await fetch("/api/v1/weekly-plan", { method: "PUT", headers: { "content-type": "application/json", "if-match": got.headers.get("etag") }, body: JSON.stringify({ split, days: written }) })).status;
  }, [at, focus, first]);
  assert.equal(status, 200);
  await other.close();
}

/** Unfolds an exercise's numbers by keyboard. */
export async function unfold(page, exercise) {
  if (await exercise.locator("details[open]").count()) return;
  await exercise.locator("summary").focus();
  await page.keyboard.press("Enter");
  await exercise.locator("details[open]").waitFor();
}
