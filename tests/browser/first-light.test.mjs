// First light, in a real browser: every page looked at, then a week of training by clicking alone.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import {
  accessibilityFaults, filledInView, inView, ours, overflow, screenshotFolder, signIn, startBrowser, startDemo, startFresh, watchedPage,
} from "./support.mjs";

const PAGES = {
  today: "/", plan: "/plan", workout: "/workout", progress: "/progress", coach: "/coach", settings: "/settings", safety: "/safety",
};
const SIZES = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 800 } };
const THEMES = ["light", "dark"];
const NOBODY = { cookies: [], origins: [] };

let demo, browser, signedIn;
const shots = screenshotFolder();

before(async () => {
  [demo, browser] = await Promise.all([startDemo(), startBrowser()]);
  signedIn = await signIn(browser, demo);
});

after(async () => {
  await browser?.close();
  await demo?.stop();
  console.log(`screenshots: ${shots}`);
});

/** Opens a page of its own for `use`, signed in unless told otherwise, and checks it for faults after. */
async function visit(path, { size = "phone", state = signedIn, origin = demo.origin, scripts = true, faults = true }, use) {
  const context = await browser.newContext({
    baseURL: origin, viewport: SIZES[size], colorScheme: "light", reducedMotion: "reduce", storageState: state,
    hasTouch: size === "phone", javaScriptEnabled: scripts,
  });
  try {
    const page = await watchedPage(context, origin);
    const answer = await page.goto(path, { waitUntil: "load" });
    if (scripts) await ours(page);
    try {
      await use(page, answer, context);
    } catch (error) {
      // What the page complained about is most often why.
      if (page.faults.length > 0) error.message += `\nfaults of the page:\n${page.faults.join("\n")}`;
      throw error;
    }
    if (faults) assert.deepEqual(page.faults, []);
  } finally {
    await context.close();
  }
}

/** A picture, nothing cut off at the side, nothing that axe finds. */
async function sound(page, name) {
  await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
  assert.equal(await overflow(page), 0, `${name}: something is cut off at the side`);
  assert.deepEqual(await accessibilityFaults(page), [], name);
}

/** The same, with the page's one filled action in the window. */
async function looksRight(page, name) {
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  const filled = await filledInView(page);
  assert.equal(filled.length, 1, `${name}: one filled action in view, not ${JSON.stringify(filled)}`);
  await sound(page, name);
}

async function inThemes(page, name) {
  for (const colorScheme of THEMES) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await looksRight(page, `${name}-${colorScheme}`);
  }
}

// A person's own data over the API, to compare what is shown with what is stored.
const asked = (page, path) => page.evaluate(async (url) => (await fetch(url)).json(), `/api/v1/${path}`);
const storedSets = async (page) => (await asked(page, "sessions/active")).sets;

/** Ends the workout that is going on, if one is. */
async function finishAny(origin = demo.origin, state = signedIn) {
  await visit("/workout", { origin, state }, async (page) => {
    if (await page.locator("#finish-form").count() === 0) return;
    await page.locator('#finish-form [value="abandoned"]').click();
    await page.waitForURL(/\/workout\/.+/);
  });
}

async function startWorkout(page) {
  await page.goto("/");
  await page.locator("#start").click();
  await page.waitForURL(/\/workout$/);
  await ours(page);
}

/** One tap on the bar's ✓, then wait until the server has that many sets and suggests the next. */
async function tapLog(page, sets) {
  const before = await page.locator("#log-form [name=id]").getAttribute("value");
  await page.locator("#log").tap().catch(() => page.locator("#log").click());
  await page.waitForFunction((id) => document.querySelector("#log-form [name=id]")?.value !== id, before);
  await page.waitForTimeout(650);
  assert.equal((await storedSets(page)).length, sets);
}

async function send(page, text) {
  await page.locator("#ask-text").fill(text);
  await page.locator("#send").click();
}

const pending = (page) => page.locator('.proposal[data-status="proposed"]');
const said = async (page) => (await page.locator("#messages").innerText()).replace(/\s+/g, " ");

/** Declines whatever waits, so that the next test begins without it. */
async function declineAll() {
  await visit("/coach", {}, async (page) => {
    for (const { id } of (await asked(page, "proposals?status=proposed")).items.filter((item) => item.tool !== "logSet")) {
      await page.evaluate((url) => fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body: "{}" }), `/api/v1/proposals/${id}/decline`);
    }
  });
}

for (const size of Object.keys(SIZES)) {
  describe(`every page, ${size}`, () => {
    for (const [name, path] of Object.entries(PAGES)) {
      test(`${name}, light and dark`, () => visit(path, { size }, async (page, answer) => {
        assert.equal(answer.status(), 200);
        await inThemes(page, `${name}-${size}`);
      }));
    }
    test("login, light and dark", () => visit("/login", { size, state: NOBODY }, (page) => inThemes(page, `login-${size}`)));
    test("a page that is not there, light and dark", () => visit("/workout/nothing", { size, faults: false }, async (page, answer) => {
      assert.equal(answer.status(), 404);
      await inThemes(page, `error-${size}`);
    }));
  });
}

test("a page without a login leads to the login", () =>
  visit("/plan", { state: NOBODY }, async (page) => assert.match(new URL(page.url()).pathname, /^\/login/)));

test("today leads to every place without scrolling and says what is next", () =>
  visit("/", {}, async (page) => {
    for (const place of ["Today", "Plan", "Workout", "Progress", "Coach"]) {
      assert.ok(await inView(page, page.getByRole("navigation").getByRole("link", { name: place })), `${place} is out of view`);
    }
    assert.match(await page.locator("#next .kicker").innerText(), /^Next/);
    assert.equal(await page.locator("#week .mark").count(), 7);
  }));

test("the keyboard reaches something on every page, and shows where it is", async () => {
  for (const path of Object.values(PAGES)) {
    await visit(path, { size: "desk" }, async (page) => {
      await page.keyboard.press("Tab");
      const focused = await page.evaluate(() => {
        const style = getComputedStyle(document.activeElement);
        return { tag: document.activeElement.tagName, seen: style.outlineStyle !== "none" || style.boxShadow !== "none" };
      });
      assert.notEqual(focused.tag, "BODY", `${path}: nothing takes the focus`);
      assert.ok(focused.seen, `${path}: the focus cannot be seen`);
    });
  }
});

for (const [size, days] of [["phone", 4], ["desk", 3]]) {
  describe(`the loop by clicking, ${size}`, () => {
    test("profile: what is changed there is kept", () => visit("/settings", { size }, async (page) => {
      await page.locator("#p-session_minutes").fill(size === "phone" ? "65" : "70");
      await page.locator("#save-profile").click();
      await page.waitForLoadState();
      assert.equal((await asked(page, "profile")).session_minutes, size === "phone" ? 65 : 70);
    }));

    test("the coach streams an answer, proposes, and writes only on Confirm", () => visit("/coach?fresh=true", { size }, async (page) => {
      const before = (await asked(page, "weekly-plan")).plan_version;
      await send(page, `Make me a plan for ${days} days`);
      await page.locator(".message.coach .prose").first().waitFor();
      const card = pending(page);
      await card.waitFor();
      assert.match(await said(page), new RegExp(`Here is an? .+ week on ${days} days`));
      assert.doesNotMatch(await said(page), /\ba (upper|advanced|intermediate)/);
      assert.ok(await card.locator(".diff").count() > 0, "the card says nothing of the days");
      const confirm = card.getByRole("button", { name: /^confirm/i });
      await page.waitForTimeout(300);
      assert.ok(await inView(page, confirm), "Confirm is out of view");
      assert.ok(await inView(page, page.locator("#ask-text")), "the composer is out of view");
      await inThemes(page, `proposal-${size}`);
      assert.equal((await asked(page, "weekly-plan")).plan_version, before, "something was written before the confirm");
      await confirm.click();
      await page.locator(".proposal.executed .saved").waitFor();
      await page.locator(".message.coach").nth(1).waitFor();
      assert.match(await page.locator(".proposal.executed").innerText(), /Saved\./);
      const plan = await asked(page, "weekly-plan");
      assert.equal(plan.plan_version, before + 1);
      assert.equal(plan.days.length, days);
      await sound(page, `confirmed-${size}`);
    }));

    test("the plan shows the days that were confirmed", () => visit("/plan", { size }, async (page) => {
      assert.equal(await page.locator(".day").count(), days);
    }));

    test("one tap logs each suggested set, and the next stands there at once", () => visit("/", { size }, async (page) => {
      await startWorkout(page);
      await inThemes(page, `suggestion-${size}`);
      for (let sets = 1; sets <= 5; sets++) {
        const button = page.locator("#log");
        assert.ok(await inView(page, button), "the ✓ is out of view");
        await tapLog(page, sets);
      }
      assert.equal(await page.locator(".set.done").count(), 5);
      assert.ok(await page.locator("#rest").isVisible(), "no rest runs");
      await sound(page, `logged-${size}`);
    }));

    test("finishing shows the next loads, and the plan has them", () => visit("/workout", { size }, async (page) => {
      await page.getByRole("button", { name: "Finish now" }).click();
      await page.waitForURL(/\/workout\/.+/);
      await inThemes(page, `summary-${size}`);
      const id = new URL(page.url()).pathname.split("/").pop();
      const { summary, split_day } = await asked(page, `sessions/${id}`);
      assert.ok(summary.decisions.length > 0, "nothing was decided");
      const { days } = await asked(page, "weekly-plan");
      for (const { exercise_id, next } of summary.decisions.filter(({ next }) => next.weight_kg > 0)) {
        assert.match(await page.locator("#decisions").innerText(), new RegExp(`${next.weight_kg} kg × ${next.reps_min}`));
        const planned = days.find(({ day }) => day === split_day).exercises.find((it) => it.exercise_id === exercise_id);
        assert.equal(planned.sets[0].weight_kg, next.weight_kg);
      }
      await page.goto("/plan");
      const { exercise_id, next } = summary.decisions[0];
      const shown = page.locator(`#day-${split_day} [data-exercise="${exercise_id}"] .dose`);
      if (next.weight_kg > 0) assert.match(await shown.innerText(), new RegExp(`${next.weight_kg} kg`));
    }));
  });
}

/** Waits until the server has so many sets, on a slow machine too. */
async function untilStored(page, many) {
  for (let tries = 0; tries < 100 && (await storedSets(page)).length < many; tries++) await page.waitForTimeout(100);
}

describe("a workout under bad conditions", () => {
  before(() => finishAny());

  test("by keyboard alone: start, change the reps, log a set", () => visit("/", { size: "desk" }, async (page) => {
    const tabTo = async (selector) => {
      for (let presses = 0; presses < 80; presses++) {
        if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
        await page.keyboard.press("Tab");
      }
      assert.fail(`the keyboard does not reach ${selector}`);
    };
    await tabTo("#start");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/workout$/);
    await tabTo(".suggestion summary");
    await page.keyboard.press("Enter");
    await tabTo("#c-next");
    await page.keyboard.type("4");
    assert.match(await page.locator("#log").innerText(), /× 4/);
    await tabTo("#log");
    await page.keyboard.press("Enter");
    await page.locator(".set.done:not(.sending)").first().waitFor();
    const sets = await storedSets(page);
    assert.deepEqual(sets.map((set) => set.reps), [4]);
    assert.equal(await page.evaluate(() => document.activeElement.id), "log", "the focus was lost");
  }));

  test("two quick taps on ✓ log one set", () => visit("/workout", {}, async (page) => {
    const before = (await storedSets(page)).length;
    const box = await page.locator("#log").boundingBox();
    await page.mouse.dblclick(box.x + box.width / 2, box.y + box.height / 2);
    await untilStored(page, before + 1);
    await page.waitForTimeout(1000);
    assert.equal((await storedSets(page)).length, before + 1);
    const tick = await page.locator(".set.open:not(.current) .tick").first().boundingBox();
    await page.mouse.dblclick(tick.x + 20, tick.y + 20);
    await untilStored(page, before + 2);
    await page.waitForTimeout(1000);
    assert.equal((await storedSets(page)).length, before + 2);
  }));

  test("offline: two sets are kept, and written once each when the signal is back", () => visit("/workout", { faults: false }, async (page, _, context) => {
    const before = (await storedSets(page)).length;
    await context.setOffline(true);
    for (let taps = 0; taps < 2; taps++) {
      await page.locator("#log").click();
      await page.waitForFunction((many) => document.querySelectorAll(".set.sending").length === many, taps + 1);
      await page.waitForTimeout(500);
    }
    assert.equal(await page.locator(".set.sending").count(), 2);
    assert.match(await page.locator("#waiting").innerText(), /2 waiting/);
    await sound(page, "offline");
    await context.setOffline(false);
    await page.waitForFunction(() => document.querySelectorAll(".set.sending").length === 0);
    await page.waitForTimeout(500);
    const sets = await storedSets(page);
    assert.equal(sets.length, before + 2);
    assert.equal(new Set(sets.map((set) => set.id)).size, sets.length);
  }));

  test("undo takes a set back", () => visit("/workout", {}, async (page) => {
    const before = (await storedSets(page)).length;
    await page.getByRole("button", { name: /^Undo/ }).last().click();
    await page.waitForFunction((shown) => document.querySelectorAll(".set.done").length < shown, before);
    assert.equal((await storedSets(page)).length, before - 1);
  }));

  test("the rest goes on through a reload", () => visit("/workout", {}, async (page) => {
    await tapLog(page, (await storedSets(page)).length + 1);
    await page.reload();
    await ours(page);
    assert.match(await page.locator("[data-rest-left]").innerText(), /^Rest \d:\d\d$/);
    await finishAny();
  }));
});

describe("a conversation under bad conditions", () => {
  before(() => declineAll());

  test("a reload shows a pending proposal again, to be declined with a reason", () => visit("/coach?fresh=true", {}, async (page) => {
    await send(page, "Make me a plan for 2 days");
    await pending(page).waitFor();
    const id = await pending(page).getAttribute("data-proposal");
    const before = await said(page);
    // The run is told again late: what is typed on the card meanwhile stays, and so does the focus.
    let tell;
    const late = new Promise((go) => { tell = go; });
    await page.route("**/events", (route) => late.then(() => route.continue()));
    await page.goto("/coach");
    await page.locator(`[data-proposal="${id}"] .decide`).waitFor();
    await page.locator(".why input").fill("Too few days");
    tell();
    await page.getByText(/Here is an? /).last().waitFor();
    await page.waitForFunction(() => document.querySelector("#messages").lastElementChild.querySelector(".proposal"));
    assert.equal(await pending(page).count(), 1);
    assert.equal(await said(page), before);
    assert.equal(await page.locator(".why input:focus").inputValue(), "Too few days");
    await page.getByRole("button", { name: /^Decline/ }).click();
    await page.locator(".proposal.declined").waitFor();
    await page.getByText(/Too few days/).last().waitFor();
    assert.equal((await asked(page, `proposals/${id}`)).reason, "Too few days");
  }));

  test("a reload in the middle of an answer ends with the same text", () => visit("/coach?fresh=true", {}, async (page) => {
    await send(page, "What can you do?");
    await page.waitForFunction(() => document.querySelector(".message.coach .prose")?.textContent.length > 0);
    await page.goto("/coach");
    await page.locator("#working").waitFor({ state: "hidden" });
    await page.getByText(/how you are doing and what is next\.$/).waitFor();
    const replayed = await page.locator(".message.coach .prose").allInnerTexts();
    await page.goto("/coach");
    assert.deepEqual(await page.locator(".message.coach .prose").allInnerTexts(), replayed);
    const { items } = await asked(page, "conversations?limit=1");
    const { messages } = await asked(page, `conversations/${items[0].id}`);
    assert.deepEqual(replayed, messages.filter((message) => message.role === "assistant" && message.text).map((message) => message.text));
  }));

  test("the composer is reachable with the keyboard open", () => visit("/coach", {}, async (page) => {
    await page.locator("#ask-text").focus();
    await page.setViewportSize({ width: 390, height: 430 });
    await page.waitForTimeout(100);
    assert.ok(await inView(page, page.locator("#ask-text")), "the box is out of view");
    assert.ok(await inView(page, page.locator("#send")), "Send is out of view");
  }));

  test("what a conversation grows by stays in view", () => visit("/coach", {}, async (page) => {
    for (const text of ["How am I doing?", "Show my plan", "What is next?"]) {
      const before = await page.locator(".message.coach").count();
      await send(page, text);
      await page.waitForFunction((count) => document.querySelectorAll(".message.coach").length > count, before);
      await page.locator("#working").waitFor({ state: "hidden" });
    }
    await page.waitForTimeout(200);
    const gap = await page.evaluate(() => {
      const bar = document.querySelector(".bar").getBoundingClientRect();
      return document.querySelector("#messages").lastElementChild.getBoundingClientRect().bottom - bar.top;
    });
    assert.ok(gap <= 0, `the end of the answer is ${gap}px under the composer`);
    await sound(page, "conversation");
  }));

  test("the copilot answers beside the workout", () => visit("/", { size: "desk" }, async (page) => {
    await startWorkout(page);
    await page.getByRole("button", { name: "Why this weight?" }).click();
    await page.locator("#messages .message.coach").first().waitFor();
    await page.locator("#working").waitFor({ state: "hidden" });
    await sound(page, "copilot");
    await finishAny();
  }));
});

test("without JavaScript the same loop goes by forms", async () => {
  await finishAny();
  await declineAll();
  await visit("/coach?fresh=true", { scripts: false }, async (page, _, context) => {
    await send(page, "Make me a plan for 5 days");
    for (let looks = 0; looks < 40 && await pending(page).count() === 0; looks++) {
      await page.waitForTimeout(250);
      await page.goto("/coach");
    }
    await pending(page).getByRole("button", { name: /^Confirm/ }).click();
    await page.locator(".proposal.executed").first().waitFor();
    await page.goto("/");
    await page.locator("#start").click();
    await page.waitForURL(/\/workout$/);
    for (let sets = 1; sets <= 3; sets++) {
      await page.locator("#log").click();
      await page.waitForURL(/\/workout$/);
      assert.equal(await page.locator(".set.done").count(), sets);
    }
    await page.getByRole("button", { name: "Finish now" }).click();
    await page.waitForURL(/\/workout\/.+/);
    assert.match(await page.locator("#summary").innerText(), /Hard sets/);
    assert.equal(await page.locator("#decisions").count(), 1);
    await page.goto("/plan");
    assert.equal(await page.locator(".day").count(), 5);
    assert.equal((await context.pages()).length, 1);
  });
});

describe("from nothing: the setup link to a plan on the screen", () => {
  let fresh;
  before(async () => { fresh = await startFresh(); });
  after(() => fresh?.stop());

  test("set up, see the week, ask the coach, confirm", () => visit(fresh.url, { origin: fresh.origin, state: NOBODY }, async (page) => {
    await looksRight(page, "setup");
    await page.getByLabel("Name").fill("Ada");
    await page.getByLabel("Password").fill("squat rack on mondays");
    const began = Date.now();
    await page.getByRole("button", { name: "Create account" }).click();
    await page.waitForURL(`${fresh.origin}/welcome`);
    await looksRight(page, "welcome");
    await page.getByLabel("Hypertrophy").check();
    await page.getByRole("group", { name: "How many days a week?" }).getByLabel("3").check();
    await page.getByRole("button", { name: "Make my plan" }).click();
    await page.waitForURL(`${fresh.origin}/plan`);
    assert.equal(await page.locator(".day").count(), 3);
    console.log(`from the account to a plan on the screen: ${Date.now() - began} ms with every answer tapped by a machine`);
    for (const path of ["/", "/plan", "/progress", "/workout", "/coach", "/settings"]) {
      await page.goto(path);
      await looksRight(page, `fresh-${path.slice(1) || "today"}`);
    }
    await page.goto("/coach");
    await page.locator("[data-idea]").first().click();
    const card = pending(page);
    await card.waitFor();
    assert.ok(await card.locator(".diff").count() > 0, "the card says nothing of the days");
    await sound(page, "fresh-proposal");
    await card.getByRole("button", { name: /^Confirm/ }).click();
    await page.locator(".proposal.executed").waitFor();
    await page.goto("/plan");
    assert.equal(await page.locator(".day").count(), 4);
    assert.equal((await asked(page, "weekly-plan")).plan_version, 1);
    await startWorkout(page);
    await looksRight(page, "fresh-workout");
    await tapLog(page, 1);
  }));

  test("the link works once", () => visit(fresh.url, { origin: fresh.origin, state: NOBODY }, async (page) => {
    assert.match(new URL(page.url()).pathname, /^\/login/);
  }));
});
