// What goes on around the sets, in a real browser: rest, alerts, the screen, the end without signal, the
// copilot's words, the keyboard alone.
import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { figure } from "./gym.mjs";
import { BENCH, fresh, pause, settled, tap } from "./short.mjs";
import { asked, demoStage, sent, SIZES, storedSets, tabTo } from "./stage.mjs";
import { inView, ours } from "./support.mjs";

const { visit } = demoStage();

describe("rest, screen, signal", () => {
  beforeEach(() => visit("/", {}, (page) => fresh(page)));
  const notifying = (answer) => `window.told = [];
    window.Notification = class { constructor(title, options) { window.told.push([title, options.body]); } static get permission() { return sessionStorage.getItem("asked") ?? "default"; }
      static requestPermission() { sessionStorage.setItem("asked", "${answer}"); return Promise.resolve("${answer}"); } };`;
  const soon = (page) => page.evaluate(() => {
    const rest = JSON.parse(localStorage.getItem("spotter.rest"));
    localStorage.setItem("spotter.rest", JSON.stringify({ ...rest, until: Date.now() + 300 }));
  });

  test("the rest starts by itself, beside the next set; more, skip, reload; it rings only once it was turned on", () => visit("/workout", { init: notifying("granted") }, async (page) => {
    await tap(page, page.locator("#log"));
    assert.ok(await page.locator("#rest").isVisible() && await page.locator("#log").isVisible() && await inView(page, page.locator("#log")));
    await soon(page);
    await page.locator("#rest.over").waitFor();
    assert.deepEqual(await page.evaluate(() => window.told), []);
    await page.locator("#around summary").click();
    await page.getByLabel("Notify me").check();
    await page.getByText("On. It rings when the rest is over.").waitFor();
    const seconds = async () => { const [, minutes, left] = /(\d+):(\d\d)/.exec(await page.locator("[data-rest-left]").innerText()); return minutes * 60 + Number(left); };
    await tap(page, page.locator("#log"));
    const before = await seconds();
    await page.locator("[data-rest-more]").click();
    assert.ok(Math.abs(await seconds() - before - 30) <= 2, "+30 s adds something else");
    await page.reload();
    await ours(page);
    assert.ok(await seconds() > before, "the rest is lost on reload");
    await soon(page);
    await page.locator("#rest.over").waitFor();
    await page.waitForFunction(() => window.told.length > 0);
    const told = await page.evaluate(() => window.told);
    assert.equal(told.length, 1);
    assert.equal(told[0][0], "Rest is over");
    assert.match(told[0][1], /^Next: [\d.]+ kg × \d+$/);
    await page.locator("[data-rest-stop]").click();
    assert.ok(await page.locator("#rest").isHidden());
  }));

  test("a browser that refuses notifications, or has none, is told of calmly", async () => {
    for (const [init, said] of [[notifying("denied"), /does not allow notifications/], ["delete window.Notification;", /no notifications/]]) {
      await visit("/workout", { init }, async (page) => {
        await page.locator("#around summary").click();
        await page.getByLabel("Notify me").click();
        await page.waitForFunction(() => document.getElementById("ring-words").textContent);
        assert.match(await page.locator("#ring-words").innerText(), said);
        assert.equal(await page.getByLabel("Notify me").isChecked(), false);
      });
    }
  });

  test("the screen stays on while the workout is open, again after it was hidden, and is let go at the end", () => visit("/workout", {
    init: () => {
      window.locks = [];
      const made = () => { const lock = new EventTarget(); lock.release = async () => { window.locks.push("released"); lock.dispatchEvent(new Event("release")); }; window.last = lock; return lock; };
      Object.defineProperty(navigator, "wakeLock", { value: { request: async (kind) => { window.locks.push(kind); return made(); } } });
    },
  }, async (page, context) => {
    await page.waitForFunction(() => window.locks.length === 1);
    await page.evaluate(() => { window.last.dispatchEvent(new Event("release")); document.dispatchEvent(new Event("visibilitychange")); });
    await page.waitForFunction(() => window.locks.length === 2);
    await page.route("**/api/v1/sessions/*", (route) => (route.request().method() === "PATCH" ? undefined : route.continue()));
    await page.locator('#finish-form [value="completed"]').click();
    await page.waitForFunction(() => window.locks.length === 3);
    assert.deepEqual(await page.evaluate(() => window.locks), ["screen", "screen", "released"]);
    await page.unrouteAll({ behavior: "ignoreErrors" });
    await context.setOffline(false);
  }));

  test("without signal the workout goes on, ends, says so, and arrives in order", () => visit("/workout", { faults: false }, async (page, context) => {
    const { id } = await asked(page, "sessions/active");
    await context.setOffline(true);
    await page.locator("[data-why] button").click();
    await page.getByText("No signal, so no more words now.").first().waitFor();
    for (let taps = 0; taps < 2; taps++) { await page.locator("#log").click(); await pause(page); }
    await page.locator('#finish-form [value="completed"]').click();
    await page.locator("#ended-here").getByText("Finished, not yet sent").waitFor();
    await context.setOffline(false);
    await page.waitForURL(new RegExp(`/workout/${id}`), { timeout: 30_000 });
    const session = await asked(page, `sessions/${id}`);
    assert.deepEqual([session.status, session.sets.length], ["completed", 2]);
  }));
});

test("who lifts in pounds reads pounds: beside the sets, at the end, in the plan", async () => {
  const units = (to) => visit("/", {}, async (page) => {
    const tag = await page.evaluate(async () => (await fetch("/api/v1/profile")).headers.get("etag"));
    const { status } = await sent(page, "PUT", "profile", { ...await asked(page, "profile"), units: to }, { "if-match": tag });
    assert.equal(status, 200);
  });
  await units("lb");
  await visit("/", {}, (page) => fresh(page));
  await visit("/workout", {}, async (page) => {
    const none = async (where) => assert.doesNotMatch(await page.locator("main").innerText(), /\d kg/, where);
    await page.getByRole("button", { name: "Skip the warm-up" }).click();
    await page.locator(`#c-${BENCH}-working-1`).fill("3");
    await tap(page, page.locator("#log"));
    assert.match(await page.locator("[data-s-because]").innerText(), /\d lb/);
    await none("/workout");
    await page.locator('#finish-form [value="completed"]').click();
    await page.waitForURL(/\/workout\/.+/);
    assert.match(await page.locator("main").innerText(), /\d lb/);
    await none("the end");
    await page.goto("/plan");
    await none("the plan");
  });
  await units("kg");
});

test("units that are changed while a workout is open are those of its page as soon as it is looked at", async () => {
  const units = (page, to) => page.evaluate(async (to) => {
    const seen = await fetch("/api/v1/profile"), body = JSON.stringify({ ...await seen.json(), units: to });
    return (await fetch("/api/v1/profile", { method: "PUT", headers: { "content-type": "application/json", "if-match": seen.headers.get("etag") }, body })).status;
  }, to);
  await visit("/", {}, (page) => fresh(page));
  await visit("/workout", {}, async (page, context) => {
    const other = await context.newPage();
    await other.goto("/settings");
    assert.equal(await units(other, "lb"), 200);
    await page.bringToFront();
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await page.locator('body[data-units="lb"]').waitFor();
    await ours(page);
    await page.getByRole("button", { name: "Skip the warm-up" }).click();
    await page.locator(`#w-${BENCH}-working-1`).fill("135");
    await tap(page, page.locator("#log"));
    const { sets } = await asked(page, "sessions/active");
    assert.ok(Math.abs(sets.at(-1).weight_kg - 61.235) < 0.05, JSON.stringify(sets.at(-1)));
    assert.equal(await units(other, "kg"), 200);
  });
});

test("a login that runs out while nothing waits is said, and the page stays", async () => {
  await visit("/", {}, (page) => fresh(page));
  await visit("/workout", { faults: false }, async (page, context) => {
    await context.clearCookies();
    await page.locator("#session-notes").fill("shoulder fine");
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await page.locator("#login-needed a").waitFor();
    assert.equal(await page.locator("#ended-elsewhere").count(), 0, "nothing was ended");
    assert.equal(await page.locator("#session-notes").inputValue(), "shoulder fine");
  });
});

test("a field that is only stood in says what the server suggests", async () => {
  await visit("/", {}, (page) => fresh(page));
  await visit("/workout", {}, async (page) => {
    await page.getByRole("button", { name: "Skip the warm-up" }).click();
    await page.locator("#change-next summary").click();
    await page.locator("#c-next").fill("3");
    await page.locator("#w-next").focus();
    await page.keyboard.press("Enter");
    await settled(page);
    const { args } = (await asked(page, "sessions/active")).suggestion;
    assert.deepEqual([await page.locator("#w-next").inputValue(), await page.locator("#c-next").inputValue()], [String(args.weight_kg), String(args.reps)]);
  });
});

describe("the copilot", () => {
  beforeEach(() => visit("/", {}, (page) => fresh(page)));

  for (const size of Object.keys(SIZES)) {
    test(`nothing moves while its words stream, ${size}`, () => visit("/workout", { size }, async (page) => {
      // The words come late, so that a shift cannot pass for what the tap itself did.
      await page.route("**/events", async (route) => { await new Promise((go) => setTimeout(go, 900)); await route.continue(); });
      const watch = () => page.evaluate(() => new Promise((done) => setTimeout(() => {
        window.shifts = [];
        window.watching = new PerformanceObserver((list) => window.shifts.push(...list.getEntries().filter((one) => one.startTime > window.since)));
        window.since = performance.now();
        window.watching.observe({ type: "layout-shift", buffered: false });
        done();
      }, 300)));
      const total = () => page.evaluate(() => { window.watching.disconnect(); return window.shifts.reduce((sum, one) => sum + one.value, 0); });
      await page.locator("[data-why] button").click();
      await watch();
      await page.waitForFunction(() => document.getElementById("why").classList.contains("drawn") && !document.getElementById("why").hasAttribute("aria-busy"));
      const why = await total();
      assert.match(await page.locator("#why").innerText(), /\w/);
      if (!await page.locator("#copilot").evaluate((it) => it.open)) await page.locator("#copilot > summary").click();
      await page.locator("#ask-text").fill("How long do I rest?");
      await page.locator("#ask-text").press("Enter");
      await page.locator("#messages .message.person").waitFor();
      await watch();
      await page.locator("#messages .message.coach .prose").first().waitFor();
      await page.waitForFunction(() => document.getElementById("working").hidden);
      const chat = await total();
      figure(`layout shift while streaming, ${size}: why ${why}, conversation ${chat}`);
      assert.deepEqual([why, chat], [0, 0]);
    }));
  }
});

test("a whole workout by keyboard alone, the focus always seen", async () => {
  await visit("/", {}, (page) => fresh(page));
  await visit("/workout", { size: "desk" }, async (page) => {
    let stops = 0;
    const go = async (selector, key) => { stops += await tabTo(page, selector, key); };
    const done = async (many) => { await page.waitForFunction((many) => document.querySelectorAll(".set.done:not(.sending)").length === many, many); await pause(page); };
    // The warm-ups are left out: the weight by the arrows, the RPE by its number, the ✓ by the space bar.
    await go(`#w-${BENCH}-working-1`);
    const field = page.locator(`#w-${BENCH}-working-1`), before = Number(await field.inputValue());
    await page.keyboard.press("ArrowUp");
    const weight = Number(await field.inputValue());
    assert.ok(weight > before, `${before} → ${weight}`);
    await go(`#r-${BENCH}-working-1`);
    await page.keyboard.press("8");
    await go(`#tick-${BENCH}-working-1`, "Shift+Tab");
    await page.keyboard.press("Space");
    await done(1);
    assert.equal(await page.evaluate(() => document.activeElement.id), `undo-${BENCH}-working-1`, "the focus is lost");
    const [set] = await storedSets(page);
    assert.deepEqual([set.weight_kg, set.rpe], [weight, 8]);
    await page.keyboard.press("Space");
    await done(0);
    assert.equal(await page.evaluate(() => document.activeElement.id), `tick-${BENCH}-working-1`);
    await page.keyboard.press("Space");
    await done(1);
    await go("#log");
    let many = 1;
    while (await page.locator("#log").isVisible()) {
      await page.keyboard.press("Enter");
      await done(++many);
      assert.ok(many < 15);
    }
    assert.equal(await page.evaluate(() => document.activeElement.id), "finish", "the bar's other action has not the focus");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/workout\/.+/);
    assert.ok(await page.locator("#decisions .decision").count() === 2);
    figure(`a workout of ${many} sets by keyboard: ${stops} tab stops`);
  });
});
