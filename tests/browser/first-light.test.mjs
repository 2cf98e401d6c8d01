// One person's first look at Spotter: every page at a phone's and a desk's size, light and dark,
// then the loop itself by clicking: a plan from the coach, a workout, the next loads.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { accessibilityFaults, overflow, screenshotFolder, startBrowser, startDemo, watchedPage } from "./support.mjs";

const PAGES = { today: "/", plan: "/plan", workout: "/workout", progress: "/progress", coach: "/coach", settings: "/settings" };
const PUBLIC_PAGES = { login: "/login" };
const SIZES = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 800 } };
const THEMES = ["light", "dark"];

let demo, browser, signedIn;
const shots = screenshotFolder();

before(async () => {
  demo = await startDemo();
  browser = await startBrowser();
  const context = await browser.newContext();
  const page = await watchedPage(context, demo.origin);
  await page.goto(demo.url);
  assert.ok(!/\/(login|setup)/.test(page.url()), `the printed link did not sign in: it led to ${page.url()}`);
  assert.deepEqual(page.faults, []);
  signedIn = await context.storageState();
  await context.close();
});

after(async () => {
  await browser?.close();
  await demo?.stop();
  console.log(`screenshots: ${shots}`);
});

/** Opens a page of its own for `use`, signed in unless told otherwise, and checks it for faults after. */
async function visit(path, { size = "phone", theme = "light", state = signedIn }, use) {
  const context = await browser.newContext({
    baseURL: demo.origin, viewport: SIZES[size], colorScheme: theme, reducedMotion: "reduce", storageState: state,
    hasTouch: size === "phone",
  });
  try {
    const page = await watchedPage(context, demo.origin);
    const answer = await page.goto(path, { waitUntil: "load" });
    try {
      await use(page, answer);
    } catch (error) {
      // What the page complained about is most often why.
      if (page.faults.length > 0) error.message += `\nfaults of the page:\n${page.faults.join("\n")}`;
      throw error;
    }
    assert.deepEqual(page.faults, []);
  } finally {
    await context.close();
  }
}

async function looksRight(page, answer, name) {
  assert.equal(answer.status(), 200);
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
  assert.equal(await overflow(page), 0, "something is cut off at the side");
  assert.deepEqual(await accessibilityFaults(page), []);
}

/** True when the whole of the element is inside the window without scrolling. */
async function inView(page, locator) {
  const box = await locator.boundingBox();
  const { height } = page.viewportSize();
  return box !== null && box.y >= 0 && box.y + box.height <= height;
}

for (const size of Object.keys(SIZES)) {
  for (const theme of THEMES) {
    describe(`${size}, ${theme}`, () => {
      for (const [name, path] of Object.entries(PAGES)) {
        test(name, () => visit(path, { size, theme }, (page, answer) => looksRight(page, answer, `${name}-${size}-${theme}`)));
      }
      for (const [name, path] of Object.entries(PUBLIC_PAGES)) {
        const state = { cookies: [], origins: [] };
        test(name, () => visit(path, { size, theme, state }, (page, answer) => looksRight(page, answer, `${name}-${size}-${theme}`)));
      }
    });
  }
}

test("a page without a login leads to the login", () =>
  visit("/plan", { state: { cookies: [], origins: [] } }, async (page) => {
    assert.match(new URL(page.url()).pathname, /^\/login/);
  }));

test("today leads to every place and to the workout, without scrolling", () =>
  visit("/", {}, async (page) => {
    for (const place of [/today/i, /plan/i, /workout/i, /progress/i, /coach/i]) {
      const link = page.getByRole("navigation").getByRole("link", { name: place }).first();
      assert.ok(await inView(page, link), `${place} is out of view`);
    }
    const start = page.getByRole("button", { name: /start/i }).or(page.getByRole("link", { name: /start/i })).first();
    assert.ok(await inView(page, start), "Start is out of view");
  }));

test("the keyboard reaches something on every page, and shows where it is", async () => {
  for (const path of Object.values(PAGES)) {
    await visit(path, { size: "desk" }, async (page) => {
      await page.keyboard.press("Tab");
      const focused = await page.evaluate(() => {
        const element = document.activeElement;
        const style = getComputedStyle(element);
        return { tag: element.tagName, seen: style.outlineStyle !== "none" || style.boxShadow !== "none" };
      });
      assert.notEqual(focused.tag, "BODY", `${path}: nothing takes the focus`);
      assert.ok(focused.seen, `${path}: the focus cannot be seen`);
    });
  }
});

test("the loop, by clicking: plan from the coach, confirm, workout, one tap a set, finish", async (t) => {
  await t.test("the coach proposes and the person confirms", () =>
    visit("/coach", {}, async (page) => {
      await page.getByRole("textbox").first().fill("Make me a plan for 4 days, upper and lower");
      await page.getByRole("button", { name: /send/i }).click();
      const confirm = page.getByRole("button", { name: /^confirm/i }).last();
      await confirm.waitFor({ timeout: 30_000 });
      assert.deepEqual(await accessibilityFaults(page), []);
      await page.screenshot({ path: join(shots, "proposal.png"), fullPage: true });
      await confirm.click();
      await confirm.waitFor({ state: "detached", timeout: 30_000 });
    }));

  await t.test("the plan has the days that were confirmed", () =>
    visit("/plan", {}, async (page) => {
      const text = await page.getByRole("main").innerText();
      assert.match(text, /upper/i);
      assert.match(text, /lower/i);
    }));

  await t.test("the first set is one tap away", () =>
    visit("/", {}, async (page) => {
      await page.getByRole("button", { name: /start/i }).or(page.getByRole("link", { name: /start/i })).first().click();
      await page.waitForURL(/\/workout/);
      const log = page.getByRole("button", { name: /^\W*log/i }).first();
      await log.waitFor();
      assert.ok(await inView(page, log), "the log button is out of view");
      await page.screenshot({ path: join(shots, "suggestion.png") });
      const posted = page.waitForResponse((answer) =>
        answer.request().method() === "POST" && /sets|proposals|workout/.test(answer.url()));
      await log.click();
      assert.ok((await posted).status() < 400);
    }));

  await t.test("finishing tells what comes next", () =>
    visit("/workout", {}, async (page) => {
      page.on("dialog", (dialog) => dialog.accept());
      await page.getByRole("button", { name: /finish/i }).first().click();
      await page.getByText(/next time|next loads?|volume/i).first().waitFor({ timeout: 15_000 });
      await page.screenshot({ path: join(shots, "summary.png"), fullPage: true });
      assert.deepEqual(await accessibilityFaults(page), []);
    }));
});
