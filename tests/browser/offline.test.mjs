// What a basement, two tabs, a full phone and a second person do to what was ticked: nothing.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { api, begin, copiesOf, figure, killTab, logIn, phone, queued, realFaults, startGym, tab, tick, until } from "./gym.mjs";
import { accessibilityFaults, inView, ours, overflow, screenshotFolder, startBrowser } from "./support.mjs";

let gym, browser, ask;
const shots = screenshotFolder();

before(async () => {
  [gym, browser] = await Promise.all([startGym(["Ada", "Ben"]), startBrowser()]);
  ask = await api(gym);
});

after(async () => {
  await browser?.close();
  await gym?.stop();
});

/** Ends whatever goes on, so that each test begins its own workout. */
async function nothingActive(asked = ask) {
  const { status, value } = await asked("GET", "/sessions/active");
  if (status === 200) await asked("PATCH", `/sessions/${value.id}`, { status: "abandoned" });
}

/** A phone with a workout that has just begun; `init` runs before any script of ours. */
async function workout({ init, faults = true, options } = {}, use) {
  await nothingActive();
  const context = await phone(browser, gym, options);
  try {
    if (init) await context.addInitScript(init);
    const page = await tab(context, gym);
    await logIn(page);
    const session = await begin(page);
    await use(page, session, context);
    if (faults) assert.deepEqual(realFaults(page), []);
  } finally {
    await context.close();
  }
}

const setsOf = async (session) => (await ask("GET", `/sessions/${session}`)).value.sets;
const stored = (session, many) => until(async () => { const sets = await setsOf(session); return sets.length >= many && sets; }, `${many} sets`);
const settled = (page) => page.waitForFunction(() => document.querySelectorAll(".set.sending").length === 0 && document.querySelectorAll(".set.done").length > 0);
const once = (sets) => assert.equal(new Set(sets.map((set) => `${set.exercise_id} ${set.kind} ${set.set_index}`)).size, sets.length);

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
    const keys = [];
    await page.route("**/sets", async (route) => {
      keys.push(route.request().headers()["idempotency-key"]);
      if (keys.length > 2) return route.continue();
      await route.fetch();
      await route.abort();
    });
    await tick(page);
    await until(async () => keys.length >= 3, "a third try");
    await settled(page);
    assert.equal(new Set(keys).size, 1, "one tap, one key");
    assert.equal((await setsOf(session)).length, 1);
    assert.deepEqual(await queued(page), []);
  }));

  test("a tab killed while sending leaves an entry that another tab sends", () => workout({ faults: false }, async (page, session, context) => {
    const other = await tab(context, gym, "/workout");
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
      const other = await tab(context, gym, "/workout"), slot = await page.locator(".set.current").getAttribute("id");
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

  test("a session finished elsewhere takes the queued sets all the same, and says so", () => workout({}, async (page, session, context) => {
    await tick(page);
    await stored(session, 1);
    await settled(page);
    await context.setOffline(true);
    await tick(page);
    await tick(page);
    assert.equal((await ask("PATCH", `/sessions/${session}`, { status: "completed" })).status, 200);
    await context.setOffline(false);
    const sets = await stored(session, 3);
    once(sets);
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
    const { value } = await ask("GET", `/sessions/${session}`);
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

  test("logging out leaves nobody's pages, and the queue to its owner alone", async () => {
    await nothingActive();
    const ben = await api(gym, "Ben"), context = await phone(browser, gym);
    await nothingActive(ben);
    const page = await tab(context, gym);
    await logIn(page);
    const session = await begin(page);
    await copiesOf(page, ["/", "/plan", "/workout"]);
    await page.route("**/sets", (route) => route.abort());
    await tick(page);
    await page.waitForTimeout(300);
    const names = () => page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith("spotter-pages-")));
    assert.equal((await names()).length, 1);
    await page.goto("/settings");
    await ours(page);
    await page.locator("#logout-form button").click();
    await page.waitForURL(/\/login/);
    await ours(page);
    assert.deepEqual(await names(), [], "copies of pages were left");
    assert.equal(await page.evaluate(() => localStorage.getItem("spotter.rest")), null);
    await context.setOffline(true);
    await page.goto("/workout").catch(() => {});
    assert.equal(await page.locator("#live").count(), 0, "the workout is shown without a login");
    await context.setOffline(false);
    await logIn(page, "Ben");
    await begin(page);
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
    const again = await tab(context, gym, "/workout"), second = await left(again);
    assert.ok(second < first && second > first - 30, `${first} s, then ${second} s`);
    assert.deepEqual(realFaults(again), []);
  }));
});

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
    await page.goto("/progress");
    assert.match(await page.locator("h1").innerText(), /No signal/);
    await page.goto("/workout");
    await ours(page);
    await context.setOffline(false);
    once(await stored(session, 3));
    await settled(page);
    await page.locator("#as-of").waitFor({ state: "detached" });
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
    const again = await tab(context, gym);
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
      const other = await ask("POST", `/sessions/${session}/sets`, { exercise_id: body.exercise_id, set_index: body.set_index, kind: body.kind, reps: 3, weight_kg: 33 });
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
    once(await stored(session, 2));
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

describe("a device that keeps little", () => {
  const refused = {
    "IndexedDB refused": [() => { IDBFactory.prototype.open = () => { throw new DOMException("no", "SecurityError"); }; }, /no database/],
    "IndexedDB that never answers": [() => { IDBFactory.prototype.open = () => ({}); }, /no database/],
    "storage full": [() => { IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); }; }, /device is full/],
    "nothing kept at all": [() => {
      IDBFactory.prototype.open = () => { throw new DOMException("no", "SecurityError"); };
      Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
    }, /keep it open/],
  };
  for (const [name, [init, sentence]] of Object.entries(refused)) {
    test(`${name}: said, and sets go on being logged`, () => workout({ init }, async (page, session, context) => {
      await context.setOffline(true);
      await tick(page);
      await tick(page);
      assert.match(await page.locator("#kept-how").innerText(), sentence);
      if (!/nothing/.test(name)) {
        await context.setOffline(false);
        await context.setOffline(true);
        await page.reload().catch(() => {});
      }
      await context.setOffline(false);
      const sets = await stored(session, 2);
      await page.waitForTimeout(500);
      assert.equal((await setsOf(session)).length, 2);
      once(sets);
    }));
  }

  test("the service worker refused: said, and sets go on being logged", () => workout({
    init: () => { ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException("no", "SecurityError")); },
  }, async (page, session, context) => {
    await page.locator("#no-copies").waitFor();
    assert.match(await page.locator("#no-copies").innerText(), /the browser refuses it/);
    await context.setOffline(true);
    await tick(page);
    await context.setOffline(false);
    await stored(session, 1);
  }));

  for (const [name, hours] of [["ahead", 5], ["behind", -5]]) {
    test(`a clock ${Math.abs(hours)} hours ${name}: the set's time is brought into the workout's`, () => workout({
      init: `{ const real = Date, off = ${hours} * 3600000; Date = class extends real { constructor(...given) { super(...(given.length ? given : [real.now() + off])); } static now() { return real.now() + off; } }; }`,
    }, async (page, session) => {
      await tick(page);
      const [set] = await stored(session, 1), { value } = await ask("GET", `/sessions/${session}`);
      assert.ok(Date.parse(set.logged_at) >= Date.parse(value.started_at) && Date.parse(set.logged_at) <= Date.now() + 1000, set.logged_at);
    }));
  }
});

test("plain http on a name of its own: no worker and no locks, and the queue works the same in two tabs", async () => {
  const far = await startGym(["Ada"], "gym.example"), { chromium } = await import("playwright-core");
  const own = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--headless", "--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP gym.example 127.0.0.1"] });
  try {
    const context = await phone(own, far), page = await tab(context, far);
    await logIn(page);
    const session = await begin(page), other = await tab(context, far, "/workout");
    assert.deepEqual(await page.evaluate(() => [isSecureContext, "serviceWorker" in navigator, "locks" in navigator]), [false, false, false]);
    assert.match(await page.locator("#no-copies").innerText(), /that needs https/);
    let most = 0, now = 0;
    await context.route("**/sets", async (route) => {
      most = Math.max(most, ++now);
      await new Promise((done) => setTimeout(done, 300));
      await route.continue();
      now--;
    });
    await context.setOffline(true);
    await tick(page);
    await other.waitForFunction(() => document.querySelectorAll(".set.done").length === 1);
    await tick(other);
    await tick(page);
    await context.setOffline(false);
    const asked = await api(far), sets = await until(async () => {
      const { value } = await asked("GET", `/sessions/${session}`);
      return value.sets.length >= 3 && value.sets;
    }, "3 sets");
    once(sets);
    assert.equal(sets.length, 3);
    assert.equal(most, 1, "two tabs sent at a time");
    assert.deepEqual([...realFaults(page), ...realFaults(other)], []);
  } finally {
    await own.close();
    await far.stop();
  }
});

test("what has not changed is not sent again, and a copy is one person's", () => workout({}, async (page, session, context) => {
  const url = `/api/v1/sessions/${session}`;
  const base = await page.evaluate(() => document.querySelector('script[type="module"]').src.replace(/app\.js$/, ""));
  const got = () => page.evaluate(async ([base, url]) => { const { get } = await import(base + "client.js"); const { value, fresh, unchanged } = await get(url); return { id: value?.id, fresh, unchanged: unchanged ?? false }; }, [base, url]);
  const answers = [];
  page.on("response", (answer) => { if (answer.url().endsWith(url)) answers.push(answer.status()); });
  assert.deepEqual(await got(), { id: session, fresh: true, unchanged: false });
  assert.deepEqual(await got(), { id: session, fresh: true, unchanged: true });
  assert.deepEqual(answers, [200, 304]);
  await context.setOffline(true);
  assert.deepEqual(await got(), { id: session, fresh: false, unchanged: false }, "without signal its last copy");
  await page.evaluate(() => { document.body.dataset.user = "someone-else"; });
  assert.deepEqual(await got(), { id: undefined, fresh: false, unchanged: false });
  await page.evaluate(async (base) => (await import(base + "client.js")).forgetOthers("someone-else"), base);
  await page.evaluate((id) => { document.body.dataset.user = id; }, "whoever");
}));

test("it can be installed: manifest, icons and worker are ours", async () => {
  const read = async (path) => { const answer = await fetch(gym.origin + path); return { answer, text: await answer.text() }; };
  const manifest = JSON.parse((await read("/manifest.webmanifest")).text);
  assert.deepEqual([manifest.display, manifest.start_url, manifest.scope], ["standalone", "/", "/"]);
  assert.deepEqual(manifest.icons.map((icon) => icon.purpose), ["any", "maskable"]);
  for (const icon of manifest.icons) assert.match((await read(icon.src)).text, /^<svg /);
  const { answer, text } = await read("/sw.js");
  assert.equal(answer.headers.get("cache-control"), "no-cache");
  assert.equal(answer.headers.get("service-worker-allowed"), "/");
  const { files } = JSON.parse(/^const SHELL = (.*);$/m.exec(text)[1]);
  for (const file of files) assert.equal((await read(file)).answer.status, 200, file);
  const context = await phone(browser, gym), page = await tab(context, gym);
  await logIn(page);
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  const { installabilityErrors } = await (await context.newCDPSession(page)).send("Page.getInstallabilityErrors");
  // A window of a test is a private one, which is all that stands in the way.
  assert.deepEqual(installabilityErrors.map((error) => error.errorId).filter((id) => id !== "in-incognito"), []);
  await context.close();
});

test("JavaScript in all: at most 60 KB gzipped", () => {
  const folder = new URL("../../static/", import.meta.url);
  const files = [...readdirSync(new URL("js/", folder)).map((name) => `js/${name}`), "sw.js"].filter((name) => name.endsWith(".js"));
  const bytes = files.reduce((sum, name) => sum + gzipSync(readFileSync(new URL(name, folder))).length, 0);
  figure(`JavaScript: ${(bytes / 1024).toFixed(1)} KB gzipped in ${files.length} files, each by itself (budget 60 KB)`);
  assert.ok(bytes < 60 * 1024, `${bytes} bytes`);
});
