// One demo and one browser for the tests of a file, a page of its own for each of them, and what every
// page has to be: sound in both themes, without a fault.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before } from "node:test";
import { accessibilityFaults, filledInView, ours, overflow, screenshotFolder, signIn, startBrowser, startDemo, watchedPage } from "./support.mjs";

export const SIZES = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 800 } };
/** The stored state of a browser that nobody is signed in to. */
export const NOBODY = { cookies: [], origins: [] };
export const shots = screenshotFolder();

/**
 * Starts a demo and a browser before the file's tests, signs in, and ends both after them. `prepare`
 * runs once in between; `environment` says, once it is time, with what the demo is started. The answer's
 * `visit` opens a page of its own, hands it on and looks for faults.
 */
export function demoStage(prepare = async () => {}, environment = async () => ({})) {
  const stage = { demo: null, browser: null, signedIn: null, visit };
  before(async () => {
    [stage.demo, stage.browser] = await Promise.all([environment().then(startDemo), startBrowser()]);
    stage.signedIn = await signIn(stage.browser, stage.demo);
    await prepare();
  });
  after(async () => {
    await stage.browser?.close();
    await stage.demo?.stop();
  });

  /**
   * `use(page, context, answer)` gets the page once its script is there. `init` runs in it before any
   * script of ours. A fault is none where its text holds one of `expected`; `faults: false` looks at none.
   */
  async function visit(path, { size = "phone", origin = stage.demo.origin, state = stage.signedIn, scripts = true, init, expected = [], faults = true, locale }, use) {
    const context = await stage.browser.newContext({
      baseURL: origin, viewport: SIZES[size], colorScheme: "light", reducedMotion: "reduce", storageState: state,
      hasTouch: size === "phone", javaScriptEnabled: scripts, locale,
    });
    try {
      const page = await watchedPage(context, origin);
      if (init) await page.addInitScript(init);
      const answer = await page.goto(path, { waitUntil: "load" });
      if (scripts) await ours(page);
      try {
        await use(page, context, answer);
      } catch (error) {
        // What the page complained about is most often why.
        if (page.faults.length > 0) error.message += `\nfaults of the page:\n${page.faults.join("\n")}`;
        throw error;
      }
      assert.deepEqual(page.faults.filter((fault) => fault.startsWith("content security policy")), []);
      if (faults) assert.deepEqual(page.faults.filter((fault) => !expected.some((text) => fault.includes(text))), []);
    } finally {
      await context.close();
    }
  }
  return stage;
}

/** A picture, nothing cut off at the side, nothing that axe finds. */
export async function sound(page, name) {
  await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
  assert.equal(await overflow(page), 0, `${name}: something is cut off at the side`);
  assert.deepEqual(await accessibilityFaults(page), [], name);
}

/** The same in both themes, with the page's one filled action in the window. `least` is 0 where none is due yet. */
export async function looksRight(page, name, least = 1) {
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    const filled = await filledInView(page);
    assert.ok(filled.length >= least && filled.length <= 1, `${name}: one filled action in view, not ${JSON.stringify(filled)}`);
    await sound(page, `${name}-${colorScheme}`);
  }
}

/** A person's own data over the API, to compare what is shown with what is stored. */
export const asked = (page, path) => page.evaluate(async (url) => (await fetch(url)).json(), `/api/v1/${path}`);

/** Sends JSON as the person, with a key of its own. */
export const sent = (page, method, path, body, headers = {}) => page.evaluate(async ([url, method, body, headers]) => {
  const all = { "content-type": "application/json", "idempotency-key": crypto.randomUUID(), ...headers };
  const answer = await fetch(url, { method, headers: all, body: JSON.stringify(body) });
  return { status: answer.status, body: await answer.json().catch(() => null) };
}, [`/api/v1/${path}`, method, body, headers]);

/** The sets of the workout that goes on, as the server has them. */
export const storedSets = async (page) => (await asked(page, "sessions/active")).sets;

/** Waits until the server has so many sets, on a slow machine too. */
export async function untilStored(page, many) {
  for (let tries = 0; tries < 100 && (await storedSets(page)).length !== many; tries++) await page.waitForTimeout(100);
  assert.equal((await storedSets(page)).length, many);
}

/** Begins the next planned workout by clicking; answers its id. */
export async function startWorkout(page) {
  await page.goto("/");
  await ours(page);
  await page.locator("#start").click();
  await page.waitForURL(/\/workout$/);
  await ours(page);
  return page.locator("#live").getAttribute("data-session");
}

/** Says something to the coach, or to the copilot. */
export async function say(page, text) {
  await page.locator("#ask-text").fill(text);
  await page.locator("#ask-form button[type=submit]").click();
}

/** The cards that wait for a decision. */
export const pending = (page) => page.locator('.proposal[data-status="proposed"]');

/** Ends the workout that goes on, if one does. */
export async function finishAny(page) {
  const [newest] = (await asked(page, "sessions?limit=1")).items;
  if (newest?.status === "active") await sent(page, "PATCH", `sessions/${newest.id}`, { status: "abandoned" });
}

/** Declines a card by clicking: the first tap unfolds the reason, which may be left out, the second declines. */
export async function decline(card, reason = "") {
  await card.locator(".decline > summary").click();
  if (reason) await card.getByLabel("Why not").fill(reason);
  await card.getByRole("button", { name: /^Decline/ }).click();
}

/** Declines whatever waits, so that the next test begins without it. */
export async function declineAll(page) {
  for (const { id, tool } of (await asked(page, "proposals?status=proposed")).items) {
    if (tool !== "logSet") await sent(page, "POST", `proposals/${id}/decline`, {});
  }
}

/** One tap on the bar's ✓, then wait until the server has that many sets and suggests the next. */
export async function tapLog(page, sets) {
  const before = await page.locator("#log-form [name=id]").getAttribute("value");
  await page.locator("#log").tap().catch(() => page.locator("#log").click());
  await page.waitForFunction((id) => document.querySelector("#log-form [name=id]")?.value !== id, before);
  await page.waitForTimeout(650);
  assert.equal((await storedSets(page)).length, sets);
}

/** The conversation as it is read. */
export const said = async (page) => (await page.locator("#messages").innerText()).replace(/\s+/g, " ");

/** Goes to something by keyboard alone, the focus always seen; answers how many presses it took. */
export async function tabTo(page, selector, key = "Tab") {
  for (let presses = 1; presses <= 80; presses++) {
    await page.keyboard.press(key);
    const [there, seen] = await page.evaluate((wanted) => {
      const node = document.activeElement, style = getComputedStyle(node);
      return [node.matches(wanted), node === document.body || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2)];
    }, selector);
    assert.ok(seen, "a focus that cannot be seen");
    if (there) return presses;
  }
  assert.fail(`the keyboard does not reach ${selector}`);
}
