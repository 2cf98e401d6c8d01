// Every page by itself, in both sizes and both themes: looked at, and reached by the keyboard.
import { join } from "node:path";
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { figure } from "./gym.mjs";
import { demoStage, finishAny, looksRight, NOBODY, shots, SIZES, sound, startWorkout } from "./stage.mjs";
import { inView, smallTargets } from "./support.mjs";

const PAGES = {
  today: "/", plan: "/plan", workout: "/workout", progress: "/progress", coach: "/coach", settings: "/settings", safety: "/safety",
};
const { visit } = demoStage();

for (const size of Object.keys(SIZES)) {
  describe(`every page, ${size}`, () => {
    for (const [name, path] of Object.entries(PAGES)) {
      test(`${name}, light and dark`, () => visit(path, { size }, async (page, _, answer) => {
        assert.equal(answer.status(), 200);
        await looksRight(page, `${name}-${size}`);
      }));
    }
    test("login, light and dark", () => visit("/login", { size, state: NOBODY }, (page) => looksRight(page, `login-${size}`)));
    test("a page that is not there, light and dark", () => visit("/workout/nothing", { size, faults: false }, async (page, _, answer) => {
      assert.equal(answer.status(), 404);
      await looksRight(page, `error-${size}`);
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

test("whatever can be tapped is 44 px at least, on every page and in a workout", async () => {
  const more = { edit: "/plan/edit", versions: "/plan/versions", lift: "/progress/barbell-back-squat", history: "/coach/history", runs: "/coach/runs" };
  for (const [name, path] of Object.entries({ ...PAGES, ...more })) {
    await visit(path, {}, async (page) => {
      await page.evaluate(() => document.querySelectorAll("details").forEach((part) => { part.open = true; }));
      assert.deepEqual(await smallTargets(page), [], name);
    });
  }
  await visit("/", {}, async (page) => {
    await startWorkout(page);
    await page.evaluate(() => document.querySelectorAll("details").forEach((part) => { part.open = true; }));
    assert.deepEqual(await smallTargets(page), [], "a workout that goes on");
    await finishAny(page);
  });
});

test("a page is complete in one round trip beyond its assets", async () => {
  const asked = {};
  for (const path of Object.values(PAGES)) {
    await visit(path, { init: () => { ServiceWorkerContainer.prototype.register = () => new Promise(() => {}); } }, async (page) => {
      const seen = [];
      page.on("request", (request) => seen.push(new URL(request.url()).pathname));
      await page.reload({ waitUntil: "load" });
      asked[path] = seen.filter((one) => !one.startsWith("/static/") && !/icon|manifest/.test(one));
    });
  }
  figure(`first page: requests beyond assets ${JSON.stringify(Object.fromEntries(Object.entries(asked).map(([path, all]) => [path, all.length])))}`);
  for (const [path, all] of Object.entries(asked)) assert.deepEqual(all, [path]);
});

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

describe("for who needs it larger", () => {
  /** Sound, and what is fixed at the window's edges leaves most of it to the page. */
  async function roomy(page, name) {
    await sound(page, name);
    const [fixed, height] = await page.evaluate(() => {
      const from = scrollY;
      scrollTo(0, innerHeight);
      const edges = [...document.querySelectorAll("body *")].filter((node) => ["fixed", "sticky"].includes(getComputedStyle(node).position) && node.offsetHeight > 0);
      const inside = edges.filter((node) => { const box = node.getBoundingClientRect(); return box.bottom > 0 && box.top < innerHeight && !edges.some((other) => other !== node && other.contains(node)); });
      const whole = inside.reduce((sum, node) => sum + Math.min(node.getBoundingClientRect().height, innerHeight), 0);
      scrollTo(0, from);
      return [whole, innerHeight];
    });
    assert.ok(fixed <= height * 0.6, `${name}: ${Math.round(fixed)} of ${height} px never scroll`);
  }

  for (const [name, path] of Object.entries({ ...PAGES, edit: "/plan/edit", history: "/coach/history", lift: "/progress/barbell-back-squat" })) {
    test(`${name}: at 200 % on a desk, reflowed at 320 px, with text twice as large on a phone`, () => visit(path, { size: "desk" }, async (page) => {
      // What the browser's zoom does: half as many CSS pixels.
      await page.setViewportSize({ width: 640, height: 400 });
      await roomy(page, `${name}-zoom-200`);
      await page.setViewportSize({ width: 320, height: 800 });
      await sound(page, `${name}-reflow-320`);
      await page.setViewportSize({ width: 390, height: 844 });
      await page.evaluate(() => { document.documentElement.style.fontSize = "200%"; });
      await roomy(page, `${name}-text-200`);
    }));
  }

  test("a workout that goes on: at 200 %, reflowed, with larger text the ✓ is in view", () => visit("/", { size: "desk" }, async (page) => {
    await startWorkout(page);
    await page.setViewportSize(SIZES.phone);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    assert.ok(await inView(page, page.locator(".session")), "the clock and the count scroll away");
    await page.screenshot({ path: join(shots, "scrolled-phone.png") });
    for (const [width, height, font] of [[640, 400, ""], [320, 800, ""], [390, 844, "200%"]]) {
      await page.setViewportSize({ width, height });
      await page.evaluate((size) => { document.documentElement.style.fontSize = size; }, font);
      await roomy(page, `going-on-${width}-${font || "100%"}`);
      assert.ok(await inView(page, page.locator("#log")), `the ✓ is out of view at ${width} × ${height} ${font}`);
    }
    await finishAny(page);
  }));
});
