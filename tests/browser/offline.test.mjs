// What a basement, two tabs and a second person do to what was ticked: nothing.
import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import {
  api, copiedAt, copiesOf, distinct, figure, gymStage, killTab, logIn, nothingActive, phone, queued, realFaults, settled, tab, tick, until,
} from "./gym.mjs";
import { shots, startWorkout } from "./stage.mjs";
import { accessibilityFaults, loseAnswers, ours } from "./support.mjs";

const stage = gymStage(["Ada", "Ben", "Cy"]), { workout, setsOf, stored } = stage;

describe("seen in a rival, and impossible here", () => {
  test("a reload after logging shows the set once", () => workout({}, async (page, session) => {
    await tick(page);
    await page.reload();
    await ours(page);
    await stored(session, 1);
    await settled(page);
    assert.equal(await page.locator(".set.done").count(), 1);
    assert.equal((await setsOf(session)).length, 1);
    await page.reload();
    await ours(page);
    assert.equal(await page.locator(".set.done").count(), 1);
    assert.deepEqual(await queued(page), []);
  }));

  test("an answer lost after the commit, asked for again, is one set", () => workout({}, async (page, session) => {
    const keys = await loseAnswers(page, "**/sets", 2);
    await tick(page);
    await until(async () => keys.length >= 3, "a third try");
    await settled(page);
    assert.equal(new Set(keys).size, 1, "one tap, one key");
    assert.equal((await setsOf(session)).length, 1);
    assert.deepEqual(await queued(page), []);
  }));

  test("a tab killed while sending leaves an entry that another tab sends", () => workout({ faults: false }, async (page, session, context) => {
    const other = await tab(context, stage.gym, "/workout");
    await page.bringToFront();
    let sending;
    const asked = new Promise((go) => { sending = go; });
    await page.route("**/sets", () => sending());
    await tick(page);
    await asked;
    const before = await queued(other);
    assert.equal(before.length, 1);
    await killTab(page);
    const began = Date.now();
    await until(async () => (await queued(other)).length === 0, "an empty queue");
    figure(`a killed tab's entry was sent by another after ${Date.now() - began} ms`);
    assert.deepEqual((await setsOf(session)).map((set) => set.id), [before[0].body.id]);
    assert.deepEqual(realFaults(other), []);
  }));

  test("coming online neither reloads the page nor takes what is being typed", () => workout({}, async (page, session, context) => {
    await context.setOffline(true);
    await tick(page);
    await page.evaluate(() => { window.sameDocument = true; });
    const notes = page.locator("#session-notes");
    await notes.fill("shoulder felt ");
    await notes.focus();
    const card = page.locator(".set.open:not(.extra)").first(), slot = await card.getAttribute("id");
    await card.locator("summary").click();
    await card.locator('[name="count"]').fill("4");
    await notes.focus();
    await page.keyboard.press("End");
    await context.setOffline(false);
    await stored(session, 1);
    await settled(page);
    await page.keyboard.type("fine");
    assert.equal(await page.evaluate(() => window.sameDocument), true, "the page was loaded again");
    assert.equal(await notes.inputValue(), "shoulder felt fine");
    assert.equal(await page.locator(`#${slot} [name="count"]`).inputValue(), "4");
  }));

  for (const [name, init] of [["that hear of each other", undefined], ["that do not", () => { delete window.BroadcastChannel; }]]) {
    test(`two offline tabs ${name} tick the same set once`, () => workout({ init }, async (page, session, context) => {
      const other = await tab(context, stage.gym, "/workout"), slot = await page.locator(".set.current").getAttribute("id");
      await page.waitForTimeout(650);
      await context.setOffline(true);
      // Both at once, each by the form that its own page was given.
      const tap = (each) => each.evaluate((id) => document.querySelector(`#${id} .tick`)?.click(), slot);
      await Promise.all([tap(page), tap(other)]);
      await Promise.all([page, other].map((each) => each.locator(`#${slot}.done.sending`).waitFor()));
      assert.equal((await queued(page)).length, 1);
      await context.setOffline(false);
      await stored(session, 1);
      await until(async () => (await queued(page)).length === 0, "an empty queue");
      await page.waitForTimeout(800);
      assert.equal((await setsOf(session)).length, 1);
      assert.deepEqual(realFaults(other), []);
    }));
  }

  test("a set more than was prescribed, ticked without signal, is in view after a reload too", () => workout({}, async (page, session, context) => {
    await copiesOf(page, ["/workout"]);
    await context.setOffline(true);
    const more = page.locator("details[id^=extra-]").first(), slot = await more.locator(".set").first().getAttribute("id");
    await more.locator("summary").first().tap();
    await page.locator(`#${slot} button.tick`).tap();
    await page.locator(`#${slot}.done`).waitFor();
    await page.reload();
    await ours(page);
    await page.locator(`#${slot}.done`).waitFor();
    await context.setOffline(false);
    await stored(session, 1);
  }));

  test("a session finished elsewhere takes the queued sets all the same, and says so", () => workout({}, async (page, session, context) => {
    await tick(page);
    await stored(session, 1);
    await settled(page);
    await context.setOffline(true);
    await tick(page);
    await tick(page);
    assert.equal((await stage.ask("PATCH", `/sessions/${session}`, { status: "completed" })).status, 200);
    await context.setOffline(false);
    const sets = await stored(session, 3);
    distinct(sets);
    await page.locator("#ended-elsewhere a").waitFor();
    assert.deepEqual(await queued(page), []);
    await page.locator("#ended-elsewhere a").click();
    await page.waitForURL(/\/workout\/.+/);
  }));

  test("finishing without signal says what will happen, and happens after its sets", () => workout({}, async (page, session, context) => {
    await context.setOffline(true);
    await tick(page);
    await tick(page);
    await page.getByRole("button", { name: "Finish now" }).click();
    const said = page.locator("#ended-here");
    await said.waitFor();
    assert.match(await said.innerText(), /Finished, not yet sent[\s\S]*2 sets and its end wait on this device/);
    assert.deepEqual((await queued(page)).map((entry) => entry.method), ["POST", "POST", "PATCH"]);
    await page.screenshot({ path: join(shots, "finished-offline.png") });
    assert.deepEqual(await accessibilityFaults(page), []);
    await context.setOffline(false);
    await page.waitForURL(`**/workout/${session}`);
    const { value } = await stage.ask("GET", `/sessions/${session}`);
    assert.deepEqual([value.status, value.sets.length], ["completed", 2]);
    assert.ok(value.summary.working_sets + value.sets.filter((set) => set.kind === "warmup").length === 2, "the end came after the sets");
  }));

  test("a set's time is the time of the tap", () => workout({}, async (page, session, context) => {
    await context.setOffline(true);
    const before = Date.now();
    await tick(page);
    const after = Date.now();
    await page.waitForTimeout(3000);
    await context.setOffline(false);
    const [set] = await stored(session, 1), at = Date.parse(set.logged_at);
    assert.ok(at >= before - 5 && at <= after, `${set.logged_at} is not between the tap's moments`);
    assert.ok(Date.now() - at >= 2900, "it is the time of the sync");
  }));

  test("a tab that stays open while somebody else logs in sends nothing in their name", async () => {
    await nothingActive(stage.ask);
    const ben = await api(stage.gym, "Ben"), context = await phone(stage.browser, stage.gym);
    await nothingActive(ben);
    try {
      const page = await tab(context, stage.gym);
      await logIn(page);
      const session = await startWorkout(page);
      await page.route("**/sets", (route) => route.abort());
      await tick(page);
      await until(async () => (await queued(page)).length === 1, "a waiting set");
      const other = await tab(context, stage.gym, "/login");
      await context.clearCookies();
      await logIn(other, "Ben");
      await page.unroute("**/sets");
      const refused = page.waitForResponse((answer) => answer.url().endsWith("/sets"));
      await page.evaluate(() => dispatchEvent(new Event("online")));
      assert.equal((await refused).status(), 401);
      await page.waitForTimeout(500);
      assert.deepEqual((await queued(page)).map((entry) => entry.state), ["waiting"]);
      await context.clearCookies();
      await logIn(other, "Ada");
      await other.goto("/workout");
      await stored(session, 1);
    } finally { await context.close(); }
  });

  test("what is over is gone on with by no copy", () => workout({ faults: false }, async (page, session, context) => {
    await copiesOf(page, ["/workout", "/"]);
    await tick(page);
    await stored(session, 1);
    await settled(page);
    // Stopped, so that its day is there for the tests after this one.
    await page.locator("#stop > summary").click();
    const stopped = Date.now();
    await page.getByRole("button", { name: "Stop the workout" }).click();
    await page.waitForURL(/\/workout\/.+/);
    await ours(page);
    await copiesOf(page, ["/workout/ahead"]);
    // That copy may be one of before, where the machine was slow to make it.
    await until(async () => await copiedAt(page, "/workout") >= stopped, "a copy of the workout's page since");
    await context.setOffline(true);
    await page.goto("/workout");
    await ours(page);
    assert.equal(await page.locator("#live").count(), 0, "the workout that is over is shown as going on");
    assert.equal(await page.locator("#start").count(), 1);
  }));

  test("logging out leaves nobody's pages, and the queue to its owner alone", async () => {
    await nothingActive(stage.ask);
    const ben = await api(stage.gym, "Ben"), context = await phone(stage.browser, stage.gym);
    await nothingActive(ben);
    const page = await tab(context, stage.gym);
    await logIn(page);
    const session = await startWorkout(page);
    await copiesOf(page, ["/", "/plan", "/workout"]);
    await page.route("**/sets", (route) => route.abort());
    await tick(page);
    await page.waitForTimeout(300);
    const names = () => page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith("spotter-pages-")));
    assert.equal((await names()).length, 1);
    await page.goto("/settings");
    await ours(page);
    await page.evaluate(() => localStorage.setItem("spotter.plan-draft." + document.body.dataset.user, "{}"));
    await page.locator("#logout-form button").click();
    await page.getByRole("button", { name: "Log out all the same" }).click();
    await page.waitForURL(/\/login/);
    await ours(page);
    assert.deepEqual(await names(), [], "copies of pages were left");
    assert.deepEqual(await page.evaluate(() => Object.keys(localStorage).filter((name) => name.includes("draft"))), [], "edits of the plan were left");
    assert.equal(await page.evaluate(() => localStorage.getItem("spotter.rest")), null);
    await context.setOffline(true);
    await page.goto("/workout").catch(() => {});
    assert.equal(await page.locator("#live").count(), 0, "the workout is shown without a login");
    await context.setOffline(false);
    await logIn(page, "Ben");
    await startWorkout(page);
    await page.waitForTimeout(1000);
    assert.equal(await page.locator(".set.done").count(), 0, "another's tick stands here");
    assert.equal(await page.locator("#waiting").isVisible(), false);
    assert.equal((await queued(page)).length, 1, "it waits for its owner");
    assert.equal((await ben("GET", "/sessions/active")).value.sets.length, 0);
    const [mine] = await names();
    assert.equal((await names()).length, 1);
    await page.unroute("**/sets");
    await page.goto("/settings");
    await ours(page);
    await page.locator("#logout-form button").click();
    await page.waitForURL(/\/login/);
    await logIn(page);
    await stored(session, 1);
    await until(async () => (await queued(page)).length === 0, "an empty queue");
    assert.ok(!(await names()).includes(mine), "Ben's copies are still here");
    assert.deepEqual(realFaults(page), []);
    await context.close();
    await nothingActive(ben);
  });

  test("the rest timer outlives the page", () => workout({}, async (page, _, context) => {
    await tick(page);
    const left = async (where) => {
      const [, minutes, seconds] = /Rest (\d+):(\d\d)/.exec(await where.locator("[data-rest-left]").innerText());
      return Number(minutes) * 60 + Number(seconds);
    };
    const first = await left(page);
    await settled(page);
    await page.close();
    await new Promise((done) => setTimeout(done, 2000));
    const again = await tab(context, stage.gym, "/workout"), second = await left(again);
    assert.ok(second < first && second > first - 30, `${first} s, then ${second} s`);
    assert.deepEqual(realFaults(again), []);
  }));
});
