// What a hurried thumb does to a workout: two cards at once, one card twice, a number that is none, an end
// that was not meant; and workouts that the engine says nothing about.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { copiesOf, gymStage, logIn, nothingActive, phone, queued, realFaults, settled, tab, tick, until } from "./gym.mjs";
import { looksRight, SIZES } from "./stage.mjs";
import { filledInView, inView, ours } from "./support.mjs";

const stage = gymStage(["Ada", "Ben"]), { workout, setsOf, stored } = stage;
const open = (page) => page.locator('.set.open:not(.extra):not([data-kind="warmup"])');
const bar = (page) => page.locator("#log-bar .primary:visible");
const emptied = (page) => until(async () => (await queued(page)).length === 0, "an empty queue");

describe("a hurried thumb", () => {
  test("two cards ticked at once are two sets; one ticked twice, and the bar twice, are one each", () => workout({}, async (page, session, context) => {
    await context.setOffline(true);
    const two = await open(page).evaluateAll((cards) => [cards[0], cards[1]].map((card) => card.id));
    await page.evaluate((ids) => ids.forEach((id) => document.getElementById(id).querySelector(".tick").click()), two);
    await until(async () => (await queued(page)).length === 2, "two waiting sets");
    const third = await open(page).first().getAttribute("id");
    await page.evaluate((id) => { for (let taps = 0; taps < 3; taps++) document.getElementById(id).querySelector(".tick").click(); }, third);
    await page.locator(`#${third}.done`).waitFor();
    await page.evaluate((id) => document.querySelector(`#${id} form:not([hidden]) .tick`).click(), third);
    await page.waitForTimeout(650);
    assert.equal((await queued(page)).length, 3);
    const log = () => page.evaluate(() => document.getElementById("log").click());
    await log();
    await log();
    await page.waitForTimeout(300);
    assert.equal((await queued(page)).length, 4, "a double tap on the bar logged the next set as well");
    await context.setOffline(false);
    await emptied(page);
    assert.equal((await setsOf(session)).length, 4);
  }));

  test("a set that the server has is taken back and ticked anew without signal", () => workout({}, async (page, session, context) => {
    await tick(page);
    const [first] = await stored(session, 1);
    await settled(page);
    await copiesOf(page, ["/workout"]);
    await context.setOffline(true);
    const slot = `set-${first.exercise_id}-working-${first.set_index}`;
    await page.waitForTimeout(620);
    await page.locator(`#undo-${slot.slice(4)}`).click();
    const card = page.locator(`#${slot}.open`);
    await card.waitFor();
    assert.match(await page.locator("#count").innerText(), /^0 of /);
    await card.locator('[name="count"]').evaluate((field) => { field.value = "3"; field.dispatchEvent(new Event("input", { bubbles: true })); });
    await page.waitForTimeout(620);
    await card.locator(".tick").click();
    await page.locator(`#${slot}.done`).waitFor();
    await page.reload();
    await ours(page);
    assert.match(await page.locator(`#${slot}.done`).innerText(), /× 3|3 reps/);
    await context.setOffline(false);
    await emptied(page);
    assert.deepEqual((await setsOf(session)).map((set) => [set.set_index, set.reps]), [[first.set_index, 3]]);
  }));

  test("what was said of a set is not lost by taking it back without signal, nor is the rest after another", () => workout({}, async (page, session, context) => {
    const id = await open(page).first().getAttribute("data-exercise").catch(() => null) ?? (await page.locator('#log-form [name="exercise_id"]').inputValue());
    const logged = await stage.ask("POST", `/sessions/${session}/sets`, { exercise_id: id, set_index: 1, reps: 6, weight_kg: 40, kind: "amrap", rpe: 8.5, note: "<b>slow</b> one" });
    assert.equal(logged.status, 201, JSON.stringify(logged.value));
    await page.goto("/workout");
    await ours(page);
    await page.locator(`#set-${id}-working-2 .tick`).click();
    await stored(session, 2);
    await settled(page);
    await copiesOf(page, ["/workout"]);
    assert.ok(await page.locator("#rest").isVisible());
    await context.setOffline(true);
    const done = page.locator(`[data-undo="${logged.value.id ?? logged.value.set.id}"] .tick`);
    await done.click();
    const card = page.locator(`.set.open:not(.extra):has([name="set_index"][value="1"]):has([name="exercise_id"][value="${id}"])`).first();
    await card.waitFor();
    assert.ok(await page.locator("#rest").isVisible(), "the rest after the other set was stopped");
    await page.waitForTimeout(620);
    await card.locator(".tick").click();
    await page.waitForTimeout(300);
    await context.setOffline(false);
    await emptied(page);
    const again = (await setsOf(session)).find((set) => set.set_index === 1);
    assert.deepEqual([again.reps, again.weight_kg, again.kind, again.rpe, again.note], [6, 40, "amrap", 8.5, "<b>slow</b> one"]);
  }));

  test("with all done and no signal the one action is to finish, and the first page knows it", () => workout({ faults: false }, async (page, session, context) => {
    await copiesOf(page, ["/workout", "/"]);
    await context.setOffline(true);
    const many = await open(page).count();
    for (let sets = 0; sets < many; sets++) {
      const slot = await open(page).first().getAttribute("id");
      await page.locator(`#${slot} .tick`).click();
      await page.locator(`#${slot}.done`).waitFor();
    }
    assert.match(await page.locator("#count").innerText(), new RegExp(`^${many} of ${many} `));
    assert.deepEqual(await bar(page).evaluateAll((buttons) => buttons.map((button) => button.id)), ["finish"]);
    assert.equal(await page.locator("#suggestion").isVisible(), false);
    for (const [size, window] of Object.entries(SIZES)) {
      await page.setViewportSize(window);
      assert.equal(await inView(page, page.locator("#finish")), true);
      await looksRight(page, `all-done-away-${size}`);
    }
    // More of the same exercise, as often as one likes.
    const section = page.locator(".exercise").last();
    for (let more = 0; more < 3; more++) {
      const fold = section.locator(":scope > details.more");
      if (await fold.count() && !await fold.evaluate((part) => part.open)) await fold.locator(":scope > summary").click();
      const slot = await section.locator('.set.open:not([data-kind="warmup"])').first().getAttribute("id");
      await page.locator(`#${slot} .tick`).click();
      await page.locator(`#${slot}.done`).waitFor();
    }
    await page.goto("/");
    await ours(page);
    await page.locator("#next .facts").getByText(`${many + 3} sets logged`).waitFor();
    await page.goto("/workout");
    await ours(page);
    await page.locator("#finish").tap();
    await page.locator("#ended-here").waitFor();
    await page.goto("/");
    await ours(page);
    await page.getByText("Ended here, on its way").waitFor();
    await context.setOffline(false);
    await until(async () => (await stage.ask("GET", `/sessions/${session}`)).value.status === "completed", "the end on the server");
    assert.equal((await setsOf(session)).length, many + 3);
  }));

  test("a number that is none is told where the person looks, its field open, and nothing is queued", () => workout({}, async (page, session, context) => {
    await context.setOffline(true);
    const field = page.locator("#c-next"), fold = page.locator("#change-next");
    for (const [name, wrong, told] of [["count", "", /Repetitions are a whole number/], ["count", "8.5", /whole number/], ["count", "-3", /whole number/], ["count", "800", /0 to 100/], ["weight", "abc", /weight is a number/i], ["weight", "6000", /0 to 1000 kg/], ["weight", "0x10", /weight is a number/i], ["weight", "1e2", /weight is a number/i]]) {
      await fold.evaluate((part) => { part.open = true; });
      await field.fill("8");
      await page.locator("#w-next").fill("20");
      await page.locator(`#log-form [name="${name}"]`).fill(wrong);
      await fold.evaluate((part) => { part.open = false; });
      await page.evaluate(() => scrollTo(0, 700));
      await page.locator("#log").tap();
      await page.locator("#notice").waitFor();
      assert.match(await page.locator("#notice").innerText(), told, `${name} ${wrong}`);
      assert.equal(await inView(page, page.locator("#notice")), true, "the sentence is out of sight");
      assert.equal(await page.evaluate(() => document.activeElement.name), name);
    }
    assert.deepEqual(await queued(page), []);
    await page.locator("#w-next").fill("22,5");
    await field.fill("7");
    await tick(page);
    await context.setOffline(false);
    const [set] = await stored(session, 1);
    assert.deepEqual([set.weight_kg, set.reps], [22.5, 7]);
  }));

  test("an end that cannot be taken back takes two taps", () => workout({}, async (page, session) => {
    await page.locator("#stop > summary").click();
    assert.equal((await stage.ask("GET", `/sessions/${session}`)).value.status, "active");
    await page.getByRole("button", { name: "Stop the workout" }).click();
    await until(async () => (await stage.ask("GET", `/sessions/${session}`)).value.status === "abandoned", "the end");
  }));

  for (const [name, by] of [["a day ahead", 86400000], ["three days behind", -3 * 86400000]]) {
    test(`a phone's clock that is ${name} changes neither the workout's time nor a set's`, () => workout({
      init: `{ const by = ${by}, now = Date.now.bind(Date); Date.now = () => now() + by;
        Object.defineProperty(performance, "timeOrigin", { value: performance.timeOrigin + by });
        const real = Date; globalThis.Date = class extends real { constructor(...a) { if (a.length) super(...a); else super(now() + by); } static now() { return now() + by; } }; }`,
    }, async (page, session) => {
      await page.waitForTimeout(700);
      assert.match(await page.locator("#elapsed").innerText(), /^[0-2]:\d\d$/);
      await tick(page);
      await page.waitForTimeout(1500);
      await tick(page);
      const sets = await stored(session, 2), times = sets.map((set) => Date.parse(set.logged_at));
      for (const time of times) assert.ok(Math.abs(time - Date.now()) < 60000, sets.map((set) => set.logged_at).join());
      assert.ok(times[1] - times[0] > 1000, "both have one time");
    }));
  }
});

describe("workouts that the engine says nothing about", () => {
  test("a workout without a plan asks for its first exercise, then one tap logs each set", async () => {
    await nothingActive(stage.ask);
    const { value: { id } } = await stage.ask("POST", "/sessions", {});
    const context = await phone(stage.browser, stage.gym), page = await tab(context, stage.gym);
    try {
      await logIn(page);
      await page.goto("/workout");
      await ours(page);
      for (const [size, window] of Object.entries(SIZES)) {
        await page.setViewportSize(window);
        await looksRight(page, `free-empty-${size}`);
        assert.equal((await filledInView(page)).length, 1);
      }
      await page.setViewportSize(SIZES.phone);
      assert.match(await page.locator("#work").innerText(), /Add your first exercise/);
      await page.locator("#add").selectOption("barbell-romanian-deadlift");
      await page.locator("#add-first").tap();
      await page.locator("#exercise-barbell-romanian-deadlift").waitFor();
      await page.locator("#log").waitFor();
      await tick(page);
      await settled(page);
      await page.waitForFunction(() => /Set 2/.test(document.getElementById("suggestion-title")?.innerText));
      await tick(page);
      const sets = await stored(id, 2);
      assert.deepEqual(sets.map((set) => set.set_index), [1, 2]);
      assert.ok(sets.every((set) => set.weight_kg >= 20), "less than the bar alone");
      assert.deepEqual(realFaults(page), []);
    } finally { await context.close(); }
  });

  test("with coaching stopped the plan's own sets are logged as before", () => workout({}, async (page, session) => {
    const { value: { id } } = await stage.ask("POST", "/conversations", {});
    await stage.ask("POST", `/conversations/${id}/messages`, { text: "I have chest pain" });
    await until(async () => (await stage.ask("GET", "/safety")).value.locked, "the lock");
    try {
      await page.reload();
      await ours(page);
      assert.match(await page.locator("#suggestion").innerText(), /Coaching is paused; logging goes on/);
      assert.equal(await page.locator("#all-done").isVisible(), false);
      await looksRight(page, "locked-workout-phone");
      await tick(page);
      await stored(session, 1);
      await settled(page);
      assert.equal(await page.locator("#log").isVisible(), true);
    } finally {
      await stage.ask("POST", "/safety/resolve", {});
    }
  }));
});
