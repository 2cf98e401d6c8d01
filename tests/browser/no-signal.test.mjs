// The workout without signal: it opens, begins, goes on and ends, and what is refused stays in sight.
import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import {
  api, copiesOf, distinct, figure, gymStage, killTab, logIn, nothingActive, phone, queued, realFaults, settled, tab, tick, until,
} from "./gym.mjs";
import { looksRight, shots, SIZES, startWorkout } from "./stage.mjs";
import { accessibilityFaults, inView, ours, overflow, smallTargets } from "./support.mjs";

const stage = gymStage(["Ada", "Ben", "Cy"]), { workout, setsOf, stored } = stage;

describe("without signal", () => {
  test("the workout opens from its copy, says as of when, has the waiting sets on it and goes on", () => workout({}, async (page, session, context) => {
    await copiesOf(page, ["/", "/plan", "/workout"]);
    await context.setOffline(true);
    await tick(page);
    await tick(page);
    await page.reload();
    await ours(page);
    assert.match(await page.locator("#as-of").innerText(), /^No signal\. This is as of \d\d:\d\d\.$/);
    assert.equal(await page.locator(".set.done.sending").count(), 2);
    await page.waitForFunction(() => document.getElementById("waiting")?.textContent === "2 waiting");
    const button = page.locator("#log");
    assert.ok(await inView(page, button));
    assert.equal(await overflow(page), 0);
    assert.deepEqual(await accessibilityFaults(page), []);
    await page.screenshot({ path: join(shots, "workout-offline.png") });
    await tick(page);
    assert.equal(await page.locator(".set.done").count(), 3);
    for (const [path, sign] of [["/", "#next"], ["/plan", ".day"]]) {
      await page.goto(path);
      await page.locator(sign).first().waitFor();
      await page.locator("#as-of").waitFor();
      await page.waitForFunction(() => document.getElementById("waiting")?.textContent === "3 waiting");
      await page.screenshot({ path: join(shots, `${path.slice(1) || "today"}-offline.png`) });
    }
    for (const path of ["/progress", "/settings", "/plan?week_start=2020-01-06"]) {
      await page.goto(path);
      assert.match(await page.locator("h1").innerText(), /No signal/, path);
    }
    for (const [size, window] of Object.entries(SIZES)) {
      await page.setViewportSize(window);
      await looksRight(page, `no-signal-${size}`);
      assert.deepEqual(await smallTargets(page), []);
    }
    await page.setViewportSize(SIZES.phone);
    await page.goto("/workout");
    await ours(page);
    await context.setOffline(false);
    distinct(await stored(session, 3));
    await settled(page);
    await page.locator("#as-of").waitFor({ state: "detached" });
  }));

  /** A phone on Today, whose next workout is kept for when there is no signal. */
  async function before(use) {
    // Cy's own, since what is finished here moves the week on.
    const ask = await api(stage.gym, "Cy");
    await nothingActive(ask);
    const context = await phone(stage.browser, stage.gym);
    try {
      const page = await tab(context, stage.gym);
      await logIn(page, "Cy");
      await page.goto("/");
      await ours(page);
      await copiesOf(page, ["/", "/plan", "/workout", "/workout/ahead"]);
      await use(page, context, ask);
      assert.deepEqual(realFaults(page), []);
    } finally {
      await context.close();
    }
  }

  test("after a workout that ended without signal no other begins, and that is said", () => before(async (page, context, ask) => {
    await page.locator("#start").tap();
    await page.waitForURL(/\/workout$/);
    await ours(page);
    const session = await page.locator("#live").getAttribute("data-session");
    await copiesOf(page, ["/workout"]);
    await context.setOffline(true);
    await tick(page);
    await page.getByRole("button", { name: "Finish now" }).click();
    await page.locator("#ended-here").waitFor();
    await page.goto("/");
    await ours(page);
    await page.locator("#start").tap();
    await page.locator("#notice").getByText("no copy of the next workout").waitFor();
    assert.equal(new URL(page.url()).pathname, "/");
    await context.setOffline(false);
    await until(async () => (await ask("GET", `/sessions/${session}`)).value.status === "completed", "the end");
  }));

  test("a workout begins, goes on through a reload and ends, and all of it arrives in order", () => before(async (page, context, ask) => {
    await context.setOffline(true);
    const began = Date.now();
    await page.locator("#start").tap();
    await page.waitForURL(/\/workout$/);
    await ours(page);
    const [session, day] = await page.locator("#live").evaluate((live) => [live.dataset.session, live.dataset.day]);
    assert.match(await page.locator("#elapsed").innerText(), /^0:\d\d$/, "the clock begins with the tap");
    await page.screenshot({ path: join(shots, "begun-offline.png") });
    await tick(page);
    await page.reload();
    await ours(page);
    await tick(page);
    // Today knows of it, and leads back to it.
    await page.goto("/");
    await ours(page);
    assert.equal(await page.locator("#start").innerText(), "Go on with the workout");
    await page.locator("#start").tap();
    await page.waitForURL(/\/workout$/);
    await ours(page);
    assert.equal(await page.locator(".set.done.sending").count(), 2);
    assert.deepEqual((await queued(page)).map((entry) => `${entry.method} ${entry.url.replace(session, "…")}`), ["POST /api/v1/sessions", "POST /api/v1/sessions/…/sets", "POST /api/v1/sessions/…/sets"]);
    await page.getByRole("button", { name: "Finish now" }).click();
    await page.locator("#ended-here").waitFor();
    await context.setOffline(false);
    await page.waitForURL(`**/workout/${session}`);
    const { value } = await ask("GET", `/sessions/${session}`);
    assert.deepEqual([value.status, value.split_day, value.sets.length], ["completed", day, 2]);
    const at = Date.parse(value.started_at);
    assert.ok(at >= began - 1000 && at <= began + 5000, `it began with the tap, not at ${value.started_at}`);
    distinct(value.sets);
  }));

  test("what began without signal goes on as it is when the signal is back", () => before(async (page, context, ask) => {
    await context.setOffline(true);
    await page.locator("#start").tap();
    await page.waitForURL(/\/workout$/);
    await ours(page);
    const session = await page.locator("#live").getAttribute("data-session");
    await tick(page);
    await context.setOffline(false);
    await until(async () => (await ask("GET", `/sessions/${session}`)).value.sets?.length === 1, "the set is there");
    await settled(page);
    assert.equal(await page.locator("#live").getAttribute("data-session"), session);
    assert.ok(await page.locator("#suggestion").getAttribute("data-proposal"), "the server's suggestion is there");
    assert.equal((await ask("GET", "/sessions/active")).value.id, session);
    assert.equal(await page.locator("#ended-elsewhere").count(), 0);
    // The copy was used up: the next one has an id of its own.
    await ask("PATCH", `/sessions/${session}`, { status: "abandoned" });
    await page.goto("/");
    await ours(page);
    await copiesOf(page, ["/workout/ahead"]);
    await context.setOffline(true);
    await page.locator("#start").tap();
    await page.waitForURL(/\/workout$/);
    await ours(page);
    assert.notEqual(await page.locator("#live").getAttribute("data-session"), session);
    await context.setOffline(false);
    await until(async () => (await ask("GET", "/sessions/active")).status === 200, "it is begun");
  }));

  test("a start whose answer is lost is one workout", () => before(async (page, context, ask) => {
    const ids = async () => (await ask("GET", "/sessions?limit=5")).value.items.map((one) => one.id);
    const [newest] = await ids();
    await page.route("**/workout/start", async (route) => { await route.fetch({ maxRedirects: 0 }); await route.abort(); });
    await page.locator("#start").tap();
    await page.waitForURL(/\/workout$/);
    await ours(page);
    const session = await page.locator("#live").getAttribute("data-session");
    await until(async () => (await queued(page)).length === 0, "an empty queue");
    const [first, second] = await ids();
    assert.deepEqual([first, second], [session, newest]);
    await tick(page);
    await settled(page);
    assert.equal((await ask("GET", "/sessions/active")).value.sets.length, 1);
  }));

  test("another day than the next cannot begin, and that is said; a workout that goes on is gone on with", () => before(async (page, context) => {
    await page.goto("/plan");
    await ours(page);
    await context.setOffline(true);
    await page.locator('form[action="/workout/start"] button:not(#start)').last().tap();
    await page.locator("#notice").waitFor();
    assert.match(await page.locator("#notice").innerText(), /^No signal\. Without it, what is next can begin: /);
    assert.deepEqual(await queued(page), []);
    await context.setOffline(false);
    // A tab from before the start still offers it.
    const stale = await tab(context, stage.gym, "/"), session = await startWorkout(page);
    await page.reload();
    await ours(page);
    await context.setOffline(true);
    await stale.bringToFront();
    await stale.locator("#start").tap();
    await stale.waitForURL(/\/workout$/);
    await ours(stale);
    assert.equal(await stale.locator("#live").getAttribute("data-session"), session);
    assert.deepEqual(await queued(stale), []);
    assert.deepEqual(realFaults(stale), []);
  }));

  test("a tick is on the screen at once, and in the database before", () => workout({}, async (page, _, context) => {
    await context.setOffline(true);
    const times = [];
    for (let taps = 0; taps < 5; taps++) {
      await page.waitForTimeout(650);
      times.push(await page.evaluate(() => new Promise((done) => {
        const many = document.querySelectorAll(".set.done").length, button = document.getElementById("log");
        const look = (began) => {
          if (document.querySelectorAll(".set.done").length === many) return requestAnimationFrame(() => look(began));
          // The frame that is asked for now is painted, and the task after it runs when it is.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => done(performance.now() - began);
          port2.postMessage(0);
          return undefined;
        };
        const began = performance.now();
        button.click();
        requestAnimationFrame(() => look(began));
      })));
      assert.equal((await queued(page)).length, taps + 1);
    }
    times.sort((a, b) => a - b);
    figure(`tap on ✓ to painted without signal: median ${times[2].toFixed(0)} ms, most ${times[4].toFixed(0)} ms (budget 50 ms)`);
  }));

  test("the tick is stored before it is shown", () => workout({
    init: () => {
      const complete = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, "oncomplete");
      Object.defineProperty(IDBTransaction.prototype, "oncomplete", {
        set(use) { complete.set.call(this, (event) => setTimeout(() => use.call(this, event), window.slowly ?? 0)); },
      });
    },
  }, async (page, _, context) => {
    await context.setOffline(true);
    await page.waitForTimeout(700);
    await page.evaluate(() => { window.slowly = 1500; });
    await page.locator("#log").tap();
    await page.waitForTimeout(700);
    assert.equal(await page.locator(".set.done").count(), 0, "shown before it was kept");
    await page.locator(".set.done").waitFor();
    assert.equal((await queued(page)).length, 1);
  }));

  test("copies and queue of the workout come back after the browser's tab was killed", () => workout({ faults: false }, async (page, session, context) => {
    await copiesOf(page, ["/workout"]);
    await context.setOffline(true);
    await tick(page);
    await killTab(page);
    const again = await tab(context, stage.gym);
    await again.goto("/workout");
    await ours(again);
    assert.equal(await again.locator(".set.done.sending").count(), 1);
    await context.setOffline(false);
    await stored(session, 1);
    assert.deepEqual(realFaults(again), []);
  }));
});

describe("refused, and in sight", () => {
  test("a place that was taken on another device is settled by the person: the server's stays", () => taken(async (page, session, set) => {
    assert.match(await page.locator("#parked").innerText(), /Yours[\s\S]*× [\s\S]*The server’s[\s\S]*33 kg × 3/);
    const name = await page.locator(`#exercise-${set.exercise_id}`).getAttribute("data-name");
    assert.equal(await page.locator("#parked h3").textContent(), `Set ${set.set_index} of ${name}`);
    await page.screenshot({ path: join(shots, "parked.png") });
    await page.emulateMedia({ colorScheme: "dark" });
    await page.screenshot({ path: join(shots, "parked-dark.png") });
    assert.deepEqual(await accessibilityFaults(page), []);
    assert.equal(await overflow(page), 0);
    await page.reload();
    await ours(page);
    await page.getByRole("button", { name: "Keep the server’s" }).click();
    await page.locator("#parked").waitFor({ state: "detached" });
    assert.deepEqual(await queued(page), []);
    assert.deepEqual((await setsOf(session)).map((each) => each.id), [set.id]);
  }));

  test("a place that was taken on another device is settled by the person: mine becomes one more", () => taken(async (page, session, set) => {
    const [mine] = await queued(page);
    await page.goto("/plan");
    await ours(page);
    assert.match(await page.locator("#waiting").innerText(), /1 to settle/);
    await page.getByRole("button", { name: "Keep mine as one more set" }).click();
    const sets = await stored(session, 2);
    await until(async () => (await queued(page)).length === 0, "an empty queue");
    const again = sets.find((each) => each.id === mine.body.id);
    assert.equal(again.set_index, set.set_index + 1);
    assert.equal(Date.parse(again.logged_at), Date.parse(mine.body.logged_at), "still the time of the tap");
    await page.locator("#parked").waitFor({ state: "detached" });
  }));

  async function taken(use) {
    await workout({}, async (page, session, context) => {
      await context.setOffline(true);
      await tick(page);
      const [{ body }] = await queued(page);
      const other = await stage.ask("POST", `/sessions/${session}/sets`, { exercise_id: body.exercise_id, set_index: body.set_index, kind: body.kind, reps: 3, weight_kg: 33 });
      assert.equal(other.status, 201);
      await context.setOffline(false);
      await page.locator("#parked").waitFor();
      await use(page, session, other.value);
    });
  }

  test("a login that runs out in the middle keeps what was ticked and asks to log in", () => workout({}, async (page, session, context) => {
    await tick(page);
    await stored(session, 1);
    await settled(page);
    await context.clearCookies();
    await tick(page);
    await page.locator("#login-needed a").waitFor();
    assert.match(new URL(page.url()).pathname, /^\/workout/, "the page was taken away");
    assert.equal((await queued(page)).length, 1);
    await page.screenshot({ path: join(shots, "login-needed.png") });
    await page.locator("#login-needed a").click();
    await page.getByLabel("Name").fill("Ada");
    await page.getByLabel("Password").fill("squat rack on mondays");
    await page.getByRole("button", { name: "Log in" }).click();
    await page.waitForURL(/\/workout$/);
    distinct(await stored(session, 2));
    assert.deepEqual(realFaults(page), []);
  }));

  test("a page of the gym's own network is not taken for the server's yes", () => workout({}, async (page, session) => {
    let captive = true;
    await page.route("**/sets", (route) => (captive ? route.fulfill({ status: 200, contentType: "text/html", body: "<h1>Welcome to the gym</h1>" }) : route.continue()));
    await tick(page);
    await page.waitForFunction(() => document.getElementById("waiting")?.textContent === "1 waiting");
    captive = false;
    await stored(session, 1);
  }));
});
