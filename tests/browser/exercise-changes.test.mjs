// What changes the workout itself where there is no signal: another exercise in the place of one, one
// more, one set less. Each is drawn at once, kept, and sent in the order it was done.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { copiesOf, gymStage, queued, settled, tick, until } from "./gym.mjs";
import { looksRight, SIZES } from "./stage.mjs";
import { loseAnswers, ours } from "./support.mjs";

const stage = gymStage(), { workout, setsOf } = stage;
const prescribed = async (session) => (await stage.ask("GET", `/sessions/${session}`)).value.prescribed;
const sent = (page) => until(async () => (await queued(page)).length === 0, "an empty queue").catch(async (error) => { throw new Error(`${error.message}: ${JSON.stringify(await queued(page))}`); });
const named = (page) => page.locator("#suggestion-title").innerText();
const alternative = async (id) => {
  const { value } = await stage.ask("GET", `/exercises/${id}/alternatives`);
  return (value.items ?? value).map((one) => one.id);
};

/** Swaps what is next by its own form. Answers the exercise that came. */
async function swapNext(page) {
  await page.locator("#swap-next > summary").click();
  const form = page.locator("#swap-next form"), to = await form.locator("select").inputValue();
  await form.getByRole("button").click();
  await page.locator(`#exercise-${to}`).waitFor();
  return to;
}

/** The form of a later exercise puts this one in its place. */
async function swapLater(page, from, to) {
  if (!await page.locator("#around").evaluate((part) => part.open)) await page.locator("#around > summary").click();
  const form = page.locator(`#swap-later-${from}`);
  await form.locator("select").selectOption(to ?? { index: 0 });
  await form.getByRole("button").click();
}

describe("the workout is changed without signal", () => {
  test("another exercise takes the place of one, is lifted, and is there after a reload", () => workout({}, async (page, session, context) => {
    const [first, second] = await prescribed(session);
    await copiesOf(page, ["/workout"]);
    await context.setOffline(true);
    const to = await swapNext(page);
    assert.equal(await page.locator(`#exercise-${first.exercise_id}`).isVisible(), false);
    assert.equal(await page.locator(`#exercise-${to} .set.open`).count(), first.sets.length);
    const name = await page.locator(`#exercise-${to}`).getAttribute("data-name");
    assert.ok((await named(page)).startsWith(name), await named(page));
    assert.deepEqual(await page.locator("#work, #log-bar").evaluateAll((parts) => parts.filter((part) => /\{\w+\}/.test(part.innerHTML.replace(/<template[\s\S]*?<\/template>/, "")))), [], "a name in braces is left");
    for (const [size, window] of Object.entries(SIZES)) {
      await page.setViewportSize(window);
      await looksRight(page, `swapped-away-${size}`);
    }
    await page.setViewportSize(SIZES.phone);
    await tick(page);
    await tick(page);
    assert.match(await page.locator("#count").innerText(), /^2 of /);
    await page.reload();
    await ours(page);
    await page.locator(`#exercise-${to} .set.done`).nth(1).waitFor();
    assert.equal(await page.locator(`#exercise-${first.exercise_id}`).isVisible(), false);
    assert.equal(await page.locator(`#swap-later-${first.exercise_id}`).isVisible(), false);
    await context.setOffline(false);
    await sent(page);
    await settled(page);
    assert.deepEqual((await setsOf(session)).map((set) => [set.exercise_id, set.set_index]), [[to, 1], [to, 2]]);
    assert.deepEqual((await prescribed(session)).slice(0, 2).map((one) => one.exercise_id), [to, second.exercise_id]);
    await page.locator(`#exercise-${to} .set.done`).nth(1).waitFor();
    assert.equal(await page.locator("#parked").count(), 0);
  }));

  test("what is done of the old one stays, the rest of its sets go over", () => workout({}, async (page, session, context) => {
    const [first] = await prescribed(session);
    await tick(page);
    await settled(page);
    await context.setOffline(true);
    const to = await swapNext(page);
    assert.equal(await page.locator(`#exercise-${first.exercise_id} .set.done`).count(), 1);
    assert.equal(await page.locator(`#exercise-${first.exercise_id} .set.open`).count(), 0);
    assert.equal(await page.locator(`#exercise-${to} .set.open`).count(), first.sets.length - 1);
    const before = await page.locator("#count").innerText();
    await context.setOffline(false);
    await sent(page);
    await page.locator(`#exercise-${to}:not([data-drawn])`).waitFor();
    assert.equal(await page.locator("#count").innerText(), before, "the page and the server count alike");
    const [now] = await prescribed(session);
    assert.deepEqual([now.exercise_id, now.sets.length], [to, first.sets.length - 1]);
  }));

  test("there and back again before it was sent is nothing to send", () => workout({}, async (page, session, context) => {
    const [first] = await prescribed(session);
    await context.setOffline(true);
    const before = await page.locator("#count").innerText();
    const to = await swapNext(page);
    // Without signal the first try may be on its way already; then the way back is sent after it.
    await page.getByRole("button", { name: /^Back to/ }).click();
    await page.locator(`#exercise-${to}`).waitFor({ state: "detached" });
    assert.equal(await page.locator(`#exercise-${first.exercise_id} .set.open:not(.extra)`).count() >= first.sets.length, true);
    assert.equal(await page.locator("#count").innerText(), before);
    assert.ok((await named(page)).startsWith(first.name));
    await tick(page);
    await context.setOffline(false);
    await sent(page);
    assert.equal((await prescribed(session))[0].exercise_id, first.exercise_id);
    assert.deepEqual((await setsOf(session)).map((set) => set.exercise_id), [first.exercise_id]);
    assert.equal(await page.locator("#parked").count(), 0);
  }));

  test("a swap whose answer is lost is one swap, with one key", () => workout({ faults: false }, async (page, session) => {
    const keys = await loseAnswers(page, "**/swap", 2);
    const to = await swapNext(page);
    await until(() => keys.length >= 3, "a third try");
    await sent(page);
    assert.equal(new Set(keys).size, 1);
    assert.equal((await prescribed(session))[0].exercise_id, to);
    assert.equal(await page.locator("#parked").count(), 0);
  }));

  test("sets that will not be done today are taken out, once each", () => workout({}, async (page, session, context) => {
    const [first] = await prescribed(session), id = first.exercise_id, many = first.sets.length;
    assert.ok(many >= 2, "one set is all there is");
    await context.setOffline(true);
    for (let index = many; index > 1; index--) {
      const fold = page.locator(`#change-${id}-working-${index}`);
      if (!await fold.evaluate((part) => part.open)) await fold.locator("summary").click();
      const button = page.getByRole("button", { name: `Take Set ${index} out today` });
      await button.evaluate((one) => { one.click(); one.click(); });
      await page.locator(`#set-${id}-working-${index}:not(.extra)`).waitFor({ state: "detached" });
    }
    const before = await page.locator("#count").innerText();
    assert.equal((await queued(page)).length, many - 1);
    await context.setOffline(false);
    await sent(page);
    await until(async () => (await prescribed(session))[0].sets.length === 1, "one set left");
    await page.reload();
    await ours(page);
    assert.equal(await page.locator("#count").innerText(), before, "the page and the server count alike");
  }));

  test("one more exercise is lifted three times, through a reload", () => workout({}, async (page, session, context) => {
    await copiesOf(page, ["/workout"]);
    await context.setOffline(true);
    await page.locator("#around > summary").click();
    const taken = new Set((await prescribed(session)).map((one) => one.exercise_id));
    const all = await page.locator("#add option").evaluateAll((options) => options.map((option) => ({ id: option.value, timed: option.dataset.timed })));
    const extra = all.find(({ id, timed }) => !taken.has(id) && timed === "false").id;
    await page.locator("#add").selectOption(extra);
    await page.locator("#add-form").getByRole("button").click();
    await page.locator(`#exercise-${extra}`).waitFor();
    const log = async (index) => {
      const card = page.locator(`#set-${extra}-working-${index}`);
      await card.locator('[name="count"]').fill(String(10 + index));
      await page.waitForTimeout(620);
      await card.locator(".tick").click();
      await page.locator(`#set-${extra}-working-${index}.done`).waitFor();
    };
    await log(1);
    await log(2);
    await page.reload();
    await ours(page);
    await page.locator(`#set-${extra}-working-2.done`).waitFor();
    await log(3);
    await context.setOffline(false);
    await sent(page);
    assert.deepEqual((await setsOf(session)).map((set) => [set.exercise_id, set.set_index, set.reps]), [[extra, 1, 11], [extra, 2, 12], [extra, 3, 13]]);
  }));

  test("a swap that the workout's end came before is said, and its sets are kept", () => workout({ faults: false }, async (page, session, context) => {
    await context.setOffline(true);
    const to = await swapNext(page);
    await tick(page);
    await stage.ask("PATCH", `/sessions/${session}`, { status: "completed" });
    await context.setOffline(false);
    await sent(page);
    assert.deepEqual((await setsOf(session)).map((set) => set.exercise_id), [to]);
  }));

  test("a swap that another device was before is parked in sight, with a choice", () => workout({ faults: false }, async (page, session, context) => {
    const [first, second] = await prescribed(session);
    await context.setOffline(true);
    const to = await swapNext(page);
    const others = (await alternative(second.exercise_id)).filter((id) => id !== to);
    assert.ok(others.length);
    // The other device swaps the same exercise for another one.
    const theirs = (await alternative(first.exercise_id)).find((id) => id !== to);
    const { status } = await stage.ask("POST", `/sessions/${session}/swap`, { exercise_id: first.exercise_id, replacement_id: theirs });
    assert.equal(status, 200);
    await context.setOffline(false);
    await page.locator("#parked").waitFor();
    assert.match(await page.locator("#parked").innerText(), /in place of/);
    assert.match(await page.locator("#parked").innerText(), /does not prescribe this exercise/);
    await page.locator(`#exercise-${theirs}`).waitFor();
    await page.locator('#parked [data-keep="theirs"]').click();
    await page.locator("#parked").waitFor({ state: "detached" });
    assert.deepEqual(await queued(page), []);
  }));

  test("a later exercise is swapped and the one at hand goes on", () => workout({}, async (page, session, context) => {
    const [first, second] = await prescribed(session);
    await context.setOffline(true);
    await swapLater(page, second.exercise_id);
    await page.locator("[data-drawn]").waitFor();
    assert.ok((await named(page)).startsWith(first.name));
    await tick(page);
    await context.setOffline(false);
    await sent(page);
    assert.notEqual((await prescribed(session))[1].exercise_id, second.exercise_id);
    assert.equal((await setsOf(session))[0].exercise_id, first.exercise_id);
  }));
});
