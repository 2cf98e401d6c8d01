// Devices that keep little, plain http, a clock that is wrong, and what is sent and kept on purpose.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { api, copiesOf, distinct, figure, gymStage, logIn, nothingActive, phone, realFaults, startGym, tab, tick, until } from "./gym.mjs";
import { startWorkout } from "./stage.mjs";
import { ours } from "./support.mjs";

const stage = gymStage(), { workout, setsOf, stored } = stage;

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
      await copiesOf(page, ["/workout"]);
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
      distinct(sets);
    }));
  }

  // As above, but by the browser's own refusal, which comes after the write seemed to go well.
  test("the browser gives no room at all: said, and sets go on being logged", async () => {
    await nothingActive(stage.ask);
    const context = await phone(stage.browser, stage.gym), page = await tab(context, stage.gym);
    await (await context.newCDPSession(page)).send("Storage.overrideQuotaForOrigin", { origin: stage.gym.origin, quotaSize: 1 });
    await logIn(page);
    const refusal = await page.evaluate(() => new Promise((done) => {
      const opening = indexedDB.open("proof");
      opening.onupgradeneeded = () => opening.result.createObjectStore("x").put("y", 1);
      opening.onsuccess = () => done("stored");
      opening.onerror = () => done(opening.error.name);
    }));
    assert.notEqual(refusal, "stored", "there is room after all");
    const session = await startWorkout(page);
    await context.setOffline(true);
    await tick(page);
    await tick(page);
    assert.match(await page.locator("#kept-how").innerText(), /device is full/);
    await context.setOffline(false);
    distinct(await stored(session, 2));
    assert.deepEqual(realFaults(page), []);
    await context.close();
  });

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
      const [set] = await stored(session, 1), { value } = await stage.ask("GET", `/sessions/${session}`);
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
    const session = await startWorkout(page), other = await tab(context, far, "/workout");
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
    distinct(sets);
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
  const answers = [], owner = await page.evaluate(() => document.body.dataset.user);
  page.on("response", (answer) => { if (answer.url().endsWith(url)) answers.push(answer.status()); });
  assert.deepEqual(await got(), { id: session, fresh: true, unchanged: false });
  assert.deepEqual(await got(), { id: session, fresh: true, unchanged: true });
  assert.deepEqual(answers, [200, 304]);
  await context.setOffline(true);
  assert.deepEqual(await got(), { id: session, fresh: false, unchanged: false }, "without signal its last copy");
  await page.evaluate(() => { document.body.dataset.user = "someone-else"; });
  assert.deepEqual(await got(), { id: undefined, fresh: false, unchanged: false });
  await page.evaluate(async (base) => (await import(base + "client.js")).forgetOthers("someone-else"), base);
  await page.evaluate((id) => { document.body.dataset.user = id; }, owner);
  assert.deepEqual(await got(), { id: undefined, fresh: false, unchanged: false }, "its copy went with the other person");
}));

test("it can be installed: manifest, icons and worker are ours", async () => {
  const read = async (path) => { const answer = await fetch(stage.gym.origin + path); return { answer, text: await answer.text() }; };
  const manifest = JSON.parse((await read("/manifest.webmanifest")).text);
  assert.deepEqual([manifest.display, manifest.start_url, manifest.scope], ["standalone", "/", "/"]);
  assert.deepEqual(manifest.icons.map((icon) => icon.purpose), ["any", "maskable", "any", "any"]);
  for (const { src, type, sizes } of manifest.icons) {
    const icon = Buffer.from(await (await fetch(stage.gym.origin + src)).arrayBuffer());
    // A PNG says its width at its twentieth byte.
    if (type === "image/png") assert.equal(`${icon.readUInt32BE(16)}x${icon.readUInt32BE(20)}`, sizes);
    else assert.match(icon.toString(), /^<svg /);
  }
  const { answer, text } = await read("/sw.js");
  assert.equal(answer.headers.get("cache-control"), "no-cache");
  assert.equal(answer.headers.get("service-worker-allowed"), "/");
  const { files } = JSON.parse(/^const SHELL = (.*);$/m.exec(text)[1]);
  for (const file of files) assert.equal((await read(file)).answer.status, 200, file);
  const context = await phone(stage.browser, stage.gym), page = await tab(context, stage.gym);
  await logIn(page);
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  const { installabilityErrors } = await (await context.newCDPSession(page)).send("Page.getInstallabilityErrors");
  // A window of a test is a private one, which is all that stands in the way.
  assert.deepEqual(installabilityErrors.map((error) => error.errorId).filter((id) => id !== "in-incognito"), []);
  await context.close();
});

test("JavaScript in all: at most 60 KB gzipped", async () => {
  const folder = new URL("../../static/", import.meta.url);
  const files = [...readdirSync(new URL("js/", folder)).map((name) => `js/${name}`), "sw.js"].filter((name) => name.endsWith(".js"));
  const sizes = await Promise.all(files.map(async (name) => {
    const answer = await fetch(`${stage.gym.origin}/static/${name}`);
    return gzipSync(await answer.text()).length;
  }));
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  figure(`JavaScript: ${(bytes / 1024).toFixed(1)} KB gzipped in ${files.length} files, each by itself (budget 60 KB)`);
  assert.ok(bytes < 60 * 1024, `${bytes} bytes`);
});
