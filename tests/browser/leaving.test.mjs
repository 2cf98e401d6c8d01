// Leaving, and being put out: what was typed outlives a login that ran out, and who logs out while sets
// wait here is told so before.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { gymStage, logIn, PASSWORD, phone, queued, realFaults, tab, tick, until } from "./gym.mjs";
import { startWorkout } from "./stage.mjs";
import { accessibilityFaults, ours } from "./support.mjs";

const stage = gymStage(["Ada", "Ben", "Cy"]), { workout, stored } = stage;
const settings = async (page) => { await page.goto("/settings"); await ours(page); };
const kept = (page) => page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));

/** A page of Ben's, or of somebody else's, who is logged in. */
async function ben(use, name = "Ben") {
  const context = await phone(stage.browser, stage.gym);
  try {
    const page = await tab(context, stage.gym);
    await logIn(page, name);
    await use(page, context);
    assert.deepEqual(realFaults(page), []);
  } finally {
    await context.close();
  }
}

async function back(page, name) {
  await ours(page);
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Log in" }).click();
}

describe("a login that ran out", () => {
  test("what was typed into the profile is there again after logging in, once", () => ben(async (page, context) => {
    await settings(page);
    await page.getByLabel("Minutes a workout").fill("45");
    await page.locator('[name=goal]').selectOption("strength");
    const box = page.locator('[name=limitations]').first();
    await box.check();
    await context.clearCookies();
    await page.getByRole("button", { name: "Save profile" }).click();
    await page.waitForURL(/\/login\?next=%2Fsettings$/);
    // A slip at the door loses nothing either.
    await page.getByLabel("Name").fill("Ben");
    await page.getByLabel("Password").fill("something else");
    await page.getByRole("button", { name: "Log in" }).click();
    await page.locator("#problem").waitFor();
    await back(page, "Ben");
    await page.waitForURL(/\/settings$/);
    await ours(page);
    assert.match(await page.locator("#notice").innerText(), /was not saved/);
    assert.equal(await page.getByLabel("Minutes a workout").inputValue(), "45");
    assert.equal(await page.locator('[name=goal]').inputValue(), "strength");
    assert.equal(await box.isChecked(), true);
    await page.getByRole("button", { name: "Save profile" }).click();
    await page.waitForURL(/done=profile/);
    await settings(page);
    assert.equal(await page.locator("#notice").count(), 0);
    assert.equal(await page.getByLabel("Minutes a workout").inputValue(), "45");
    assert.ok(!(await kept(page)).includes("form-draft\":\"{"), "a draft was left");
  }));

  test("a password is kept nowhere", () => ben(async (page, context) => {
    await settings(page);
    await page.locator("#w-old").fill(PASSWORD);
    await page.locator("#w-new").fill("another long sentence");
    await context.clearCookies();
    await page.getByRole("button", { name: "Change password" }).click();
    await page.waitForURL(/\/login\?next=%2Fsettings$/);
    const all = await kept(page);
    assert.ok(!all.includes(PASSWORD) && !all.includes("another long sentence"), all);
  }));

  test("edits of the plan outlive the login page", () => ben(async (page, context) => {
    await settings(page);
    const name = "spotter.plan-draft." + await page.evaluate(() => document.body.dataset.user);
    await page.evaluate((key) => localStorage.setItem(key, "{}"), name);
    await context.clearCookies();
    await page.goto("/plan/edit");
    await ours(page);
    await page.waitForTimeout(500);
    assert.ok((await kept(page)).includes(name));
    await back(page, "Ada");
    await page.waitForURL(/\/plan\/edit$/);
    await ours(page);
    await until(async () => !(await kept(page)).includes(name), "another's draft goes");
  }));
});

test("a plan that is being edited goes into nobody else's account", () => ben(async (page, context) => {
  await page.goto("/plan/edit");
  await ours(page);
  await page.locator('[data-field="focus"]').first().fill("Ben's own");
  const asked = [];
  page.on("request", (request) => {
    if (["fetch", "xhr"].includes(request.resourceType())) asked.push(request);
  });
  const other = await tab(context, stage.gym);
  await logIn(other, "Cy");
  await page.locator("#save").click();
  await until(async () => /logged out/.test(await page.locator("#notice").innerText()), "a word on the login");
  assert.ok(asked.length > 0);
  for (const request of asked) assert.ok(request.headers()["spotter-user"], `${request.url()} names nobody`);
  const days = await other.evaluate(async () => (await (await fetch("/api/v1/weekly-plan")).json()).days);
  assert.ok(days.length > 0 && days.every((day) => day.focus !== "Ben's own"));
}));

describe("logging out while sets wait", () => {
  test("it is said before, with a choice, and nothing is lost", () => workout({ faults: false }, async (page, session) => {
    await page.route("**/sets", (route) => route.abort());
    await tick(page);
    await settings(page);
    const out = page.locator("#logout-form button");
    await out.click();
    const box = page.locator("#leave-waiting");
    await box.waitFor();
    assert.match(await box.innerText(), /^1 set waits on this device[\s\S]*once you log in here again/);
    assert.deepEqual(await accessibilityFaults(page), []);
    await page.getByRole("button", { name: "Stay logged in" }).click();
    assert.equal(await box.count(), 0);
    assert.match(page.url(), /\/settings$/);
    await out.click();
    await page.getByRole("button", { name: "Log out all the same" }).click();
    await page.waitForURL(/\/login$/);
    await page.locator("#kept-sets").waitFor();
    assert.match(await page.locator("#kept-sets").innerText(), /^1 set waits on this device/);
    assert.equal((await queued(page)).length, 1);
    await page.unroute("**/sets");
    await logIn(page);
    await stored(session, 1);
    await until(async () => (await queued(page)).length === 0, "an empty queue");
  }));

  test("with nothing waiting it is one tap", () => ben(async (page) => {
    await settings(page);
    await page.locator("#logout-form button").click();
    await page.waitForURL(/\/login$/);
    await page.waitForTimeout(300);
    assert.equal(await page.locator("#kept-sets").count(), 0);
  }));

  test("an account that is deleted takes what waits of it along, and one that is not keeps it", () => ben(async (page) => {
    await startWorkout(page);
    await page.route("**/sets", (route) => route.abort());
    await tick(page);
    const remove = async (password) => {
      await settings(page);
      await page.locator("#delete summary").click();
      await page.locator("#d-password").fill(password);
      await page.locator("#delete-form button").click();
    };
    await remove("a guess");
    await page.getByText("Nothing was deleted").first().waitFor();
    await ours(page);
    await page.locator("#logout-form button").click();
    await page.getByRole("button", { name: "Log out all the same" }).click();
    await page.waitForURL(/\/login$/);
    // A link that somebody made up deletes nothing.
    await page.goto("/login?gone");
    await page.locator("#kept-sets").waitFor();
    assert.equal((await queued(page)).length, 1);
    await logIn(page, "Cy");
    await remove(PASSWORD);
    await page.waitForURL(/\/login\?gone/);
    await until(async () => (await queued(page)).length === 0, "an empty queue");
    assert.equal(await page.locator("#kept-sets").count(), 0);
  }, "Cy"));
});
