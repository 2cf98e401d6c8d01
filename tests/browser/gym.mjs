// A server that can be killed and comes back on the same database and port, and what a phone in a
// basement does to a page.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { startWorkout } from "./stage.mjs";
import { binary, ours, plainEnvironment, startBrowser, watchedPage } from "./support.mjs";

export const PASSWORD = "squat rack on mondays";

/** Says what was counted or measured; tests/run prints it at its end. */
export function figure(text) {
  console.log(`figure: ${text}`);
  if (process.env.SPOTTER_TEST_FIGURES) appendFileSync(process.env.SPOTTER_TEST_FIGURES, `${text}\n`);
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

/** A server with these people. `host` is the name it is reached by. */
export async function startGym(people = ["Ada"], host = "127.0.0.1") {
  const folder = mkdtempSync(join(tmpdir(), "spotter-gym-")), port = await freePort();
  const origin = `http://${host}:${port}`;
  const environment = {
    ...plainEnvironment(), SPOTTER_BIND: `127.0.0.1:${port}`, SPOTTER_PUBLIC_URL: origin, SPOTTER_RATE_LIMIT_PER_MINUTE: "0",
    SPOTTER_DATABASE_URL: `sqlite://${join(folder, "spotter.db")}`,
  };
  for (const name of people) {
    const made = spawnSync(binary(), ["user", "create", name, "--password-stdin"], { env: environment, input: PASSWORD + "\n" });
    if (made.status !== 0) throw new Error(`user create: ${made.stderr}`);
  }
  let child;
  const up = async () => {
    child = spawn(binary(), ["serve"], { env: environment, stdio: "ignore" });
    for (let tries = 0; tries < 300; tries++) {
      try { if ((await fetch(`http://127.0.0.1:${port}/livez`)).ok) return; } catch { /* not yet */ }
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error("the server does not answer");
  };
  const down = async (signal) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill(signal);
    await ended;
  };
  await up();
  return {
    origin, port, up, kill: () => down("SIGKILL"),
    stop: async () => { await down("SIGTERM"); rmSync(folder, { recursive: true, force: true }); },
  };
}

/** A phone of its own: a browser context at this server. */
export async function phone(browser, gym, options = {}) {
  return browser.newContext({ baseURL: gym.origin, viewport: { width: 390, height: 844 }, reducedMotion: "reduce", hasTouch: true, ...options });
}

export async function logIn(page, name = "Ada") {
  await page.goto("/login");
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Log in" }).click();
  await page.waitForURL(/\/$|\/\?|\/workout/);
  await ours(page);
}

/** A tab of the phone, watched for faults; what losing the signal prints is none. */
export async function tab(context, gym, path) {
  const page = await watchedPage(context, gym.origin);
  if (path) { await page.goto(path); await ours(page); }
  return page;
}

/** The faults of a page, but for what the network itself says while there is none. */
export const realFaults = (page) => page.faults.filter((fault) => !/net::ERR_|Failed to load resource|error occurred when fetching the script|Cross-Origin-Opener-Policy header has been ignored|^503 from/.test(fault));

/** One tap on ✓, once the last one's slip is over. */
export async function tick(page) {
  const marked = await page.locator(".set.done").count();
  await page.waitForTimeout(620);
  await page.locator("#log").tap();
  await page.waitForFunction((many) => document.querySelectorAll(".set.done").length > many, marked);
}

/** Waits until the worker answers for this page, and has copies of these paths. */
export async function copiesOf(page, paths) {
  const there = () => page.evaluate(async () => {
    if (!navigator.serviceWorker.controller) return [];
    const name = (await caches.keys()).find((kept) => kept.startsWith("spotter-pages-"));
    return name ? (await (await caches.open(name)).keys()).map((request) => new URL(request.url).pathname) : [];
  });
  let kept = [];
  await until(async () => { kept = await there(); return paths.every((path) => kept.includes(path)); }, `copies of ${paths}`).catch((error) => { throw new Error(`${error.message}, only of ${kept}`); });
}

/** When the copy of a page was asked for; 0 while there is none. */
export const copiedAt = (page, path) => page.evaluate(async (wanted) => {
  const name = (await caches.keys()).find((kept) => kept.startsWith("spotter-pages-"));
  const copy = name && await (await caches.open(name)).match(wanted);
  return Number(copy?.headers.get("x-as-of") ?? 0);
}, path);

/** The phone's owner, or the phone, ends this tab in the middle: nothing in it gets to say goodbye. */
export async function killTab(page) {
  await page.evaluate(() => { Storage.prototype.setItem = () => { throw new Error("gone"); }; }).catch(() => {});
  await page.close({ runBeforeUnload: false });
}

/** What waits or is parked, from the database itself. */
export const queued = (page) => page.evaluate(() => new Promise((done, fail) => {
  const asked = indexedDB.open("spotter");
  asked.onerror = () => fail(asked.error);
  asked.onsuccess = () => {
    const all = asked.result.transaction("entries").objectStore("entries").getAll();
    all.onsuccess = () => { asked.result.close(); done(all.result.filter((entry) => entry.state !== "sent").sort((a, b) => a.order - b.order)); };
  };
}));

/** A person's own view of the API, from outside the browser. */
export async function api(gym, name = "Ada") {
  const at = `http://127.0.0.1:${gym.port}`;
  const answer = await fetch(`${at}/api/v1/login`, {
    method: "POST", headers: { "content-type": "application/json", origin: gym.origin }, body: JSON.stringify({ name, password: PASSWORD }),
  });
  if (answer.status !== 201) throw new Error(`login: ${answer.status} ${await answer.text()}`);
  const cookie = answer.headers.getSetCookie().map((line) => line.split(";")[0]).join("; ");
  return async (method, path, body, key) => {
    const headers = { cookie, "content-type": "application/json", ...(method === "GET" ? {} : { "idempotency-key": key ?? `test-${crypto.randomUUID()}` }) };
    const said = await fetch(`${at}/api/v1${path}`, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
    const text = await said.text();
    return { status: said.status, value: text ? JSON.parse(text) : {} };
  };
}

/** Waits until `look()` answers something true. */
export async function until(look, what, seconds = 25) {
  for (const end = Date.now() + seconds * 1000; ;) {
    const seen = await look();
    if (seen) return seen;
    if (Date.now() > end) throw new Error(`never: ${what}`);
    await new Promise((done) => setTimeout(done, 100));
  }
}

/** Ends whatever goes on, so that each test begins its own workout. */
export async function nothingActive(ask) {
  const { status, value } = await ask("GET", "/sessions/active");
  if (status === 200) await ask("PATCH", `/sessions/${value.id}`, { status: "abandoned" });
}

/** Every set stands at a place of its own. */
export const distinct = (sets) => assert.equal(new Set(sets.map((set) => `${set.exercise_id} ${set.kind} ${set.set_index}`)).size, sets.length);

/**
 * A gym and a browser for the tests of a file. `workout(options, use)` hands on the page of a workout
 * that has just begun on a phone of its own; `init` runs before any script of ours.
 */
export function gymStage(people = ["Ada"]) {
  const stage = { gym: null, browser: null, ask: null, workout, setsOf, stored };
  before(async () => {
    [stage.gym, stage.browser] = await Promise.all([startGym(people), startBrowser()]);
    stage.ask = await api(stage.gym);
  });
  after(async () => {
    await stage.browser?.close();
    await stage.gym?.stop();
  });

  async function workout({ init, faults = true, options } = {}, use) {
    await nothingActive(stage.ask);
    const context = await phone(stage.browser, stage.gym, options);
    try {
      if (init) await context.addInitScript(init);
      const page = await tab(context, stage.gym);
      await logIn(page);
      const session = await startWorkout(page);
      await use(page, session, context);
      assert.deepEqual(page.faults.filter((fault) => fault.startsWith("content security policy")), []);
      if (faults) assert.deepEqual(realFaults(page), []);
    } finally {
      await context.close();
    }
  }

  /** The sets of a session, as the server has them. */
  async function setsOf(session) {
    return (await stage.ask("GET", `/sessions/${session}`)).value.sets;
  }

  /** The same, once there are so many. */
  function stored(session, many) {
    return until(async () => { const sets = await setsOf(session); return sets.length >= many && sets; }, `${many} sets`);
  }
  return stage;
}

/** Waits until every set that is shown as done is the server's too. */
export const settled = (page) => page.waitForFunction(() => document.querySelectorAll(".set.sending").length === 0 && document.querySelectorAll(".set.done").length > 0);
