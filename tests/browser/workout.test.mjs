// The active workout in a real browser: cards, warm-ups, supersets, rest, plates, the copilot, the end.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, beforeEach, describe, test } from "node:test";
import {
  accessibilityFaults, filledInView, inView, ours, overflow, screenshotFolder, signIn, startBrowser, startDemo, watchedPage,
} from "./support.mjs";

const SIZES = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 800 } };
const API = { "content-type": "application/json" };
let demo, browser, signedIn, written;
const shots = screenshotFolder();

before(async () => {
  [demo, browser] = await Promise.all([startDemo(), startBrowser()]);
  signedIn = await signIn(browser, demo);
});

after(async () => {
  await browser?.close();
  await demo?.stop();
});

async function visit(path, { size = "phone", init, faults = true }, use) {
  const context = await browser.newContext({
    baseURL: demo.origin, viewport: SIZES[size], reducedMotion: "reduce", storageState: signedIn, hasTouch: size === "phone",
  });
  try {
    const page = await watchedPage(context, demo.origin);
    if (init) await page.addInitScript(init);
    await page.goto(path);
    await ours(page);
    await use(page, context);
    if (faults) assert.deepEqual(page.faults, []);
  } finally {
    await context.close();
  }
}

const asked = (page, path) => page.evaluate(async (url) => (await fetch(url)).json(), `/api/v1/${path}`);
const stored = async (page) => (await asked(page, "sessions/active")).sets;

/** Sends JSON as the person, with a key and whatever the plan's tag is. */
const sent = (page, method, path, body, headers = {}) => page.evaluate(async ([url, method, body, headers]) => {
  const answer = await fetch(url, { method, headers: { ...headers, "idempotency-key": crypto.randomUUID() }, body: JSON.stringify(body) });
  return { status: answer.status, body: await answer.json().catch(() => null) };
}, [`/api/v1/${path}`, method, body, { ...API, ...headers }]);

/** A short week of one kind of day: two lifts of two sets, alone or taking turns. */
async function plan(page, group) {
  if (written === String(group)) return;
  const lift = (exercise_id, rest_seconds) => ({ exercise_id, group, rest_seconds, note: null, sets: [1, 2].map(() => ({ reps_min: 6, reps_max: 10, weight_kg: null, rpe: 8 })) });
  const exercises = [lift("barbell-bench-press", 120), lift("barbell-row", 90)];
  const days = ["monday", "wednesday", "friday"].map((weekday, at) => ({ day: `Day${at + 1}`, focus: "Bench and row", weekday, exercises }));
  const tag = await page.evaluate(async () => (await fetch("/api/v1/weekly-plan")).headers.get("etag"));
  const { status, body } = await sent(page, "PUT", "weekly-plan", { split: "full_body", days }, { "if-match": tag });
  assert.equal(status, 200, JSON.stringify(body));
  written = String(group);
}

/** Ends what goes on and begins the short workout. */
async function fresh(group = null) {
  await visit("/", {}, async (page) => {
    const [active] = (await asked(page, "sessions?limit=1")).items;
    if (active?.status === "active") await sent(page, "PATCH", `sessions/${active.id}`, { status: "abandoned" });
    await plan(page, group);
    const { status, body } = await sent(page, "POST", "sessions", { split_day: "Day1" });
    assert.equal(status, 201, JSON.stringify(body));
  });
}

async function untilStored(page, many) {
  for (let tries = 0; tries < 100 && (await stored(page)).length !== many; tries++) await page.waitForTimeout(100);
  assert.equal((await stored(page)).length, many);
}

/** Waits until the page has the server's word on every card. */
const settled = (page) => page.waitForFunction(() => !document.querySelector(".set.sending") && !document.getElementById("suggestion")?.classList.contains("local"));
const pause = (page) => page.waitForTimeout(650);

async function tap(page, locator) {
  await locator.click();
  await settled(page);
  await pause(page);
}

const title = (page) => page.locator("#suggestion-title").innerText();
const BENCH = "barbell-bench-press", ROW = "barbell-row";

for (const size of Object.keys(SIZES)) {
  describe(`a workout, ${size}`, () => {
    beforeEach(() => fresh());

    test("the common set is one tap, in view; the next stands there at once", () => visit("/workout", { size }, async (page) => {
      const button = page.locator("#log"), before = await title(page);
      assert.ok(await inView(page, button), "the ✓ is out of view");
      assert.deepEqual((await filledInView(page)).length, 1);
      const moved = await page.evaluate(() => {
        document.getElementById("log").click();
        return new Promise((done) => setTimeout(() => done(document.getElementById("suggestion-title").innerText), 60));
      });
      assert.notEqual(moved, before);
      await untilStored(page, 1);
    }));

    test("cards: columns, targets, last time, 44 px steppers, 56 px ticks", () => visit("/workout", { size }, async (page) => {
      const columns = await page.locator(".now .sets").first().evaluate((list) => getComputedStyle(list).gridTemplateColumns.split(" ").length);
      assert.equal(columns, size === "phone" ? 2 : 4);
      const card = page.locator(`#set-${BENCH}-working-1`);
      assert.match(await card.innerText(), /6–10 at RPE 8[\s\S]*Last [\d.]+ kg × \d+/);
      for (const button of await card.locator("[data-turn]").all()) {
        const box = await button.boundingBox();
        assert.ok(box.width >= 44 && box.height >= 44, `a stepper of ${box.width} by ${box.height}`);
      }
      const tick = await card.locator(".tick").boundingBox();
      assert.ok(tick.width >= 56 && tick.height >= 56, `a ✓ of ${tick.width} by ${tick.height}`);
      assert.equal(await card.locator("[name=weight]").getAttribute("inputmode"), "decimal");
    }));

    test("every part opened: nothing that axe finds, nothing cut off, both themes", () => visit("/workout", { size }, async (page) => {
      await tap(page, page.locator("#log"));
      await page.evaluate(() => document.querySelectorAll("#live details").forEach((part) => { part.open = true; }));
      for (const colorScheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme });
        await page.screenshot({ path: join(shots, `workout-open-${size}-${colorScheme}.png`), fullPage: true });
        assert.deepEqual(await accessibilityFaults(page), []);
        assert.equal(await overflow(page), 0);
      }
    }));

    test("the end: what was decided, why, what would have changed it, what is next", () => visit("/workout", { size }, async (page) => {
      const { id } = await asked(page, "sessions/active");
      await sent(page, "POST", `sessions/${id}/sets`, { exercise_id: BENCH, set_index: 1, reps: 10, weight_kg: size === "phone" ? 200 : 210, rpe: 8 });
      await page.reload();
      await ours(page);
      await page.locator('#finish-form [value="completed"]').click();
      await page.waitForURL(/\/workout\/.+/);
      const { summary } = await asked(page, `sessions/${id}`);
      const shown = await page.locator("main").innerText();
      for (const { because, flips_if } of summary.decisions) {
        assert.ok(shown.includes(because), because);
        assert.ok(shown.includes(flips_if), flips_if);
      }
      assert.ok(summary.decisions.length > 0 && summary.records.length > 0);
      assert.match(await page.locator("#records h2").innerText(), /^(A new best|\d+ new bests)$/);
      assert.match(await page.locator("#up-next").innerText(), /Next workout\s+Bench and row\s+\S+.*min · 4 sets/);
      assert.match(await page.locator("#summary").innerText(), /Volume[\s\S]*Hard sets[\s\S]*Minutes/);
      for (const colorScheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme });
        await page.screenshot({ path: join(shots, `workout-end-${size}-${colorScheme}.png`), fullPage: true });
        assert.deepEqual(await accessibilityFaults(page), []);
        assert.equal(await overflow(page), 0);
      }
    }));
  });
}

describe("sets", () => {
  beforeEach(() => fresh());

  test("a ✓ is a switch: tapped again the set is open, with and without signal", () => visit("/workout", { faults: false }, async (page, context) => {
    const card = page.locator(`#set-${ROW}-working-1`);
    await tap(page, card.locator(".tick"));
    await untilStored(page, 1);
    assert.ok(await card.evaluate((it) => it.classList.contains("done")));
    await tap(page, card.locator(".tick"));
    await untilStored(page, 0);
    assert.ok(await card.evaluate((it) => it.classList.contains("open")));
    await context.setOffline(true);
    await card.locator(".tick:visible").click();
    await page.locator(`#set-${ROW}-working-1.sending`).waitFor();
    await pause(page);
    await card.locator(".tick:visible").click();
    await page.locator(`#set-${ROW}-working-1.open`).waitFor();
    await pause(page);
    await card.locator(".tick:visible").click();
    await page.locator(`#set-${ROW}-working-1.sending`).waitFor();
    await context.setOffline(false);
    await settled(page);
    const sets = await stored(page);
    assert.deepEqual(sets.map((set) => [set.exercise_id, set.set_index]), [[ROW, 1]], "ticked, taken back, ticked: one set");
  }));

  test("warm-ups come first, are kept as such and never count; they can be skipped", () => visit("/workout", {}, async (page) => {
    assert.match(await title(page), /· Warm-up 1$/);
    const rungs = await page.locator(".now .set[data-kind=warmup]").count();
    assert.ok(rungs >= 2, "the steps to the working weight are not shown");
    await tap(page, page.locator("#log"));
    assert.deepEqual((await stored(page)).map((set) => [set.kind, set.set_index]), [["warmup", 1]]);
    assert.match(await page.locator("#count").innerText(), /^0 of 4/);
    assert.match(await page.locator("[data-rest-left]").innerText(), /^Rest (1:00|0:5\d)$/);
    await page.getByRole("button", { name: "Skip the warm-up" }).click();
    assert.match(await title(page), /· Set 1$/);
    await tap(page, page.locator("#log"));
    assert.deepEqual((await stored(page)).map((set) => set.kind), ["warmup", "working"]);
    assert.match(await page.locator("#count").innerText(), /^1 of 4/);
  }));

  test("a warm-up and a set more can be added, the last open set taken out", () => visit("/workout", {}, async (page) => {
    await page.getByRole("button", { name: "Skip the warm-up" }).click();
    await tap(page, page.locator("#log"));
    await page.locator(`#change-${BENCH}-working-2 summary`).click();
    await page.getByRole("button", { name: "Take Set 2 out today" }).click();
    await page.locator(`#set-${BENCH}-working-2:not(.extra)`).waitFor({ state: "detached" });
    await page.waitForFunction(() => /Barbell row/.test(document.getElementById("suggestion-title").innerText));
    assert.match(await page.locator("#count").innerText(), /^1 of 3/);
    await page.locator(`#extra-${BENCH} > summary`).click();
    await tap(page, page.locator(`#set-${BENCH}-working-2 .tick`));
    assert.equal((await stored(page)).filter((set) => set.exercise_id === BENCH).length, 2);
  }));

  test("a drop set and one with pain are kept as such, and the load is then held", () => visit("/workout", {}, async (page) => {
    const card = (index) => page.locator(`#set-${BENCH}-working-${index}`);
    await card(1).locator(".change summary").click();
    await page.locator(`#p-${BENCH}-working-1`).check();
    assert.match(await card(1).locator(".more-fields").innerText(), /stays where it is next time, and nothing heavier is offered today/);
    await tap(page, card(1).locator(".tick"));
    assert.match(await card(1).innerText(), /it hurt/);
    await card(2).locator(".change summary").click();
    await page.locator(`#k-${BENCH}-working-2`).selectOption("drop");
    await tap(page, card(2).locator(".tick"));
    const sets = await stored(page);
    assert.deepEqual(sets.map((set) => [set.kind, set.pain]), [["working", true], ["drop", false]]);
    assert.match(await card(2).innerText(), /Drop set/);
    const { id } = await asked(page, "sessions/active");
    const { body } = await sent(page, "PATCH", `sessions/${id}`, { status: "completed" });
    assert.deepEqual(body.summary.decisions.map((made) => made.rule), ["hold"]);
    assert.match(body.summary.decisions[0].because, /pain/i);
  }));

  test("what is typed on a card stays there while another set is written", () => visit("/workout", {}, async (page) => {
    await page.locator(`#set-${ROW}-working-2 .change summary`).click();
    await page.locator(`#w-${ROW}-working-2`).fill("61");
    await tap(page, page.locator("#log"));
    await untilStored(page, 1);
    assert.equal(await page.locator(`#w-${ROW}-working-2`).inputValue(), "61");
    assert.ok(await page.locator(`#change-${ROW}-working-2`).evaluate((it) => it.open));
  }));
});

describe("the suggestion", () => {
  beforeEach(() => fresh());

  test("taken as it is, it executes the proposal; edited on the card, the edited numbers are logged and it is superseded", () => visit("/workout", {}, async (page) => {
    const proposal = () => page.locator("#suggestion").getAttribute("data-proposal");
    const first = await proposal();
    await tap(page, page.locator("#log"));
    assert.equal((await asked(page, `proposals/${first}`)).status, "executed");
    // The first hard set ends the warm-ups.
    await tap(page, page.locator(`#tick-${BENCH}-working-1`));
    const second = await proposal(), card = page.locator(".set.current");
    const weight = Number(await card.locator("[name=weight]").inputValue());
    await card.getByRole("button", { name: "More Weight" }).click();
    await card.locator("[name=rpe]").selectOption("9");
    assert.equal(await page.locator("#w-next").inputValue(), String(weight + 2.5), "the card and the suggestion differ");
    assert.match(await page.locator("#log").innerText(), new RegExp(`${weight + 2.5} kg`));
    assert.match(await page.locator(".hero").innerText(), new RegExp(`^${weight + 2.5}`));
    await tap(page, page.locator("#log"));
    const set = (await stored(page)).at(-1);
    assert.deepEqual([set.weight_kg, set.rpe], [weight + 2.5, 9]);
    assert.equal((await asked(page, `proposals/${second}`)).status, "superseded");
  }));

  test("those in a superset take turns, with signal and without", async () => {
    await fresh("push-pull");
    await visit("/workout", { faults: false }, async (page, context) => {
      assert.match(await page.locator(`#exercise-${BENCH} h2`).innerText(), /^A1/);
      assert.match(await page.locator(`#exercise-${ROW}`).innerText(), /^A2[\s\S]*Take turns with Barbell bench press \(A1\)/);
      const hard = [];
      for (let taps = 0; taps < 12 && hard.length < 2; taps++) {
        if (/· Set/.test(await title(page))) hard.push(await title(page));
        await tap(page, page.locator("#log"));
      }
      assert.match(hard.join(), /bench press · Set 1.*row · Set 1/);
      await context.setOffline(true);
      for (const next of [/bench press · Set 2/, /row · Set 2/]) {
        assert.match(await title(page), next);
        await page.locator("#log").click();
        await pause(page);
      }
      assert.match(await page.locator("#suggestion").innerText(), /Everything planned is done/);
      await context.setOffline(false);
      await page.locator("#all-done").waitFor();
      const lifted = (await stored(page)).filter((set) => set.kind === "working").map((set) => `${set.exercise_id} ${set.set_index}`);
      assert.deepEqual(lifted.sort(), [`${BENCH} 1`, `${BENCH} 2`, `${ROW} 1`, `${ROW} 2`]);
    });
    await visit("/workout", {}, (page) => plan(page, null));
  });

  test("plates: what goes on the bar, by the person's own rack, and the nearest where it cannot be", () => visit("/workout", {}, async (page) => {
    const line = page.locator("[data-plates-next]"), card = page.locator(`#set-${BENCH}-working-1`);
    assert.match(await line.innerText(), /on each side|The bar alone/);
    assert.ok(await line.locator(".discs i").count() > 0);
    const field = card.locator("[name=weight]");
    await field.fill("61");
    assert.match(await card.locator(".plates").innerText(), /Not with these plates\. Nearest: 60 kg, 20 on each side/);
    await card.getByRole("button", { name: "More Weight" }).click();
    assert.equal(await field.inputValue(), "62.5");
    await field.press("ArrowDown");
    assert.equal(await field.inputValue(), "60");
    assert.match(await card.locator(".plates").innerText(), /^20 on each side$/);
    const plus = await card.getByRole("button", { name: "More Weight" }).boundingBox();
    await page.mouse.move(plus.x + 10, plus.y + 10);
    await page.mouse.down();
    await page.waitForTimeout(900);
    await page.mouse.up();
    assert.ok(Number(await field.inputValue()) >= 65, "a long press does not repeat");
  }));
});

describe("rest, screen, signal", () => {
  beforeEach(() => fresh());
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

  test("from the tap on ✓ to the painted card without signal (printed)", () => visit("/workout", { faults: false }, async (page, context) => {
    await context.setOffline(true);
    const times = [];
    for (let taps = 0; taps < 5; taps++) {
      times.push(await page.evaluate(() => new Promise((done) => {
        const many = document.querySelectorAll(".set.done").length, began = performance.now();
        document.getElementById("log").click();
        const look = () => (document.querySelectorAll(".set.done").length > many
          ? requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port1.onmessage = () => done(performance.now() - began); port2.postMessage(0); })
          : setTimeout(look, 0));
        look();
      })));
      await pause(page);
    }
    times.sort((a, b) => a - b);
    console.log(`tap on ✓ to painted, network off: median ${times[2].toFixed(1)} ms, slowest ${times[4].toFixed(1)} ms (budget 50 ms)`);
    assert.equal(await page.locator(".set.sending").count(), 5);
    await context.setOffline(false);
    await settled(page);
  }));
});

describe("the copilot", () => {
  beforeEach(() => fresh());

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
      console.log(`layout shift while streaming, ${size}: why ${why}, conversation ${chat}`);
      assert.deepEqual([why, chat], [0, 0]);
    }));
  }
});

test("a whole workout by keyboard alone, the focus always seen", async () => {
  await fresh();
  await visit("/workout", { size: "desk" }, async (page) => {
    let stops = 0;
    const tabTo = async (selector, key = "Tab") => {
      for (let presses = 0; presses < 80; presses++) {
        await page.keyboard.press(key);
        stops++;
        const [there, seen] = await page.evaluate((wanted) => {
          const style = getComputedStyle(document.activeElement);
          return [document.activeElement.matches(wanted), document.activeElement === document.body || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2)];
        }, selector);
        assert.ok(seen, "a focus that cannot be seen");
        if (there) return;
      }
      assert.fail(`the keyboard does not reach ${selector}`);
    };
    const done = async (many) => { await page.waitForFunction((many) => document.querySelectorAll(".set.done:not(.sending)").length === many, many); await pause(page); };
    // The warm-ups are left out: the weight by the arrows, the RPE by its number, the ✓ by the space bar.
    await tabTo(`#w-${BENCH}-working-1`);
    const weight = Number(await page.locator(`#w-${BENCH}-working-1`).inputValue());
    await page.keyboard.press("ArrowUp");
    await tabTo(`#r-${BENCH}-working-1`);
    await page.keyboard.press("8");
    await tabTo(`#tick-${BENCH}-working-1`, "Shift+Tab");
    await page.keyboard.press("Space");
    await done(1);
    assert.equal(await page.evaluate(() => document.activeElement.id), `undo-${BENCH}-working-1`, "the focus is lost");
    const [set] = await stored(page);
    assert.deepEqual([set.weight_kg, set.rpe], [weight + 2.5, 8]);
    await page.keyboard.press("Space");
    await done(0);
    assert.equal(await page.evaluate(() => document.activeElement.id), `tick-${BENCH}-working-1`);
    await page.keyboard.press("Space");
    await done(1);
    await tabTo("#log");
    let many = 1;
    while (await page.locator("#finish").count() === 0) {
      await page.keyboard.press("Enter");
      await done(++many);
      assert.ok(many < 15);
    }
    await tabTo("#finish");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/workout\/.+/);
    assert.ok(await page.locator("#decisions .decision").count() === 2);
    console.log(`a workout of ${many} sets by keyboard: ${stops} tab stops`);
  });
});
