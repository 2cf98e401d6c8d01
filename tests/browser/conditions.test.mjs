// The loop under bad conditions: the keyboard alone, quick taps, no signal, reloads, a small window, and
// for someone who must not see things move.
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import {
  asked, declineAll, demoStage, finishAny, pending, said, say, sound, startWorkout, storedSets, tabTo, tapLog, untilStored,
} from "./stage.mjs";
import { inView, ours } from "./support.mjs";

const { visit } = demoStage();

describe("a workout under bad conditions", () => {
  before(() => visit("/", {}, finishAny));

  test("by keyboard alone: start, change the reps, log a set", () => visit("/", { size: "desk" }, async (page) => {
    await tabTo(page, "#start");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/workout$/);
    await ours(page);
    await tabTo(page, ".suggestion summary");
    await page.keyboard.press("Enter");
    await tabTo(page, "#c-next");
    await page.keyboard.type("4");
    assert.match(await page.locator("#log").innerText(), /× 4/);
    await tabTo(page, "#log");
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

  test("offline: two sets are kept, and written once each when the signal is back", () => visit("/workout", { faults: false }, async (page, context) => {
    const before = (await storedSets(page)).length;
    await context.setOffline(true);
    for (let taps = 0; taps < 2; taps++) {
      await page.locator("#log").click();
      await page.waitForFunction((many) => document.querySelectorAll(".set.sending").length === many, taps + 1);
      await page.waitForTimeout(650);
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
    await untilStored(page, before - 1);
  }));

  test("the rest goes on through a reload", () => visit("/workout", {}, async (page) => {
    await tapLog(page, (await storedSets(page)).length + 1);
    await page.reload();
    await ours(page);
    assert.match(await page.locator("[data-rest-left]").innerText(), /^Rest \d:\d\d$/);
    await finishAny(page);
  }));
});

describe("a conversation under bad conditions", () => {
  before(() => visit("/", {}, declineAll));

  test("a reload shows a pending proposal again, to be declined with a reason", () => visit("/coach?fresh=true", {}, async (page) => {
    await say(page, "Make me a plan for 2 days");
    await pending(page).waitFor();
    const id = await pending(page).getAttribute("data-proposal");
    const before = await said(page);
    // The run is told again late: what is typed on the card meanwhile stays, and so does the focus.
    let tell;
    const late = new Promise((go) => { tell = go; });
    await page.route("**/events", (route) => late.then(() => route.continue()));
    await page.goto("/coach");
    await page.locator(`[data-proposal="${id}"] .decide`).waitFor();
    await pending(page).locator(".decline > summary").click();
    await page.locator(".why input").fill("Too few days");
    tell();
    await page.getByText(/Here is an? /).last().waitFor();
    await page.waitForFunction(() => document.querySelector("#messages").lastElementChild.querySelector(".proposal"));
    assert.equal(await pending(page).count(), 1);
    // But for the reason that is unfolded, it is the same.
    assert.equal((await said(page)).replace(/ Back A new weekly plan Why not (?=Decline [^:]+$)/, " "), before);
    assert.equal(await page.locator(".why input:focus").inputValue(), "Too few days");
    await page.getByRole("button", { name: /^Decline/ }).click();
    await page.locator(".proposal.declined").waitFor();
    await page.getByText(/Too few days/).last().waitFor();
    assert.equal((await asked(page, `proposals/${id}`)).reason, "Too few days");
  }));

  test("a reload in the middle of an answer ends with the same text", () => visit("/coach?fresh=true", {}, async (page) => {
    await say(page, "What can you do?");
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
      await say(page, text);
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
    await finishAny(page);
  }));
});

/** In the page, before any script of ours: keeps every animation that runs in a frame, and who scrolls smoothly. */
function watchMotion() {
  const ran = window.ran = new Map();
  const look = () => {
    for (const one of document.getAnimations()) {
      const { endTime } = one.effect.getComputedTiming();
      ran.set(`${one.animationName ?? one.transitionProperty ?? "a script's"} runs on ${one.effect.target?.className}`, endTime);
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  for (const [owner, names] of [[Element.prototype, ["scroll", "scrollTo", "scrollBy", "scrollIntoView"]], [window, ["scroll", "scrollTo", "scrollBy"]]]) {
    for (const name of names) {
      const own = owner[name];
      owner[name] = function (...args) {
        if (args.some((arg) => arg?.behavior === "smooth")) ran.set(`a script scrolls smoothly by ${name}`, Infinity);
        return own.apply(this, args);
      };
    }
  }
}

/** What moves on the page or would, with its milliseconds: what ran, and what the styles of every element ask for. */
const motion = (page) => page.evaluate(() => {
  const longest = (times) => Math.max(...times.split(",").map((time) => (parseFloat(time) || 0) * (time.trim().endsWith("ms") ? 1 : 1000)));
  const asked = (node, pseudo) => {
    const style = getComputedStyle(node, pseudo), endless = style.animationName !== "none" && style.animationIterationCount.includes("infinite");
    return [
      ["transition", longest(style.transitionDuration) + longest(style.transitionDelay)],
      ["animation", endless ? Infinity : longest(style.animationDuration)],
      ["smooth scrolling", style.scrollBehavior === "smooth" ? Infinity : 0],
    ].map(([what, ms]) => [`${what} of ${node.tagName} ${node.className.baseVal ?? node.className}${pseudo ?? ""}`, ms]);
  };
  const styles = [...document.querySelectorAll("*")].flatMap((node) => [undefined, "::before", "::after"].flatMap((pseudo) => asked(node, pseudo)));
  // JSON has no infinity.
  return [...new Map([...styles, ...window.ran])].filter(([, ms]) => ms > 0).map(([what, ms]) => ({ what, ms: Math.min(ms, 1e9) }));
});

describe("motion", () => {
  before(() => visit("/", {}, finishAny));

  for (const [reducedMotion, most] of [["reduce", 0], ["no-preference", 150]]) {
    test(`${reducedMotion}: nothing moves for more than ${most} ms`, () => visit("/", { init: watchMotion }, async (page) => {
      await page.emulateMedia({ reducedMotion });
      const seen = [], look = async () => {
        const { pathname } = new URL(page.url());
        seen.push(...(await motion(page)).map((one) => ({ place: pathname, ...one })));
      };
      await startWorkout(page);
      await tapLog(page, 1);
      await look();
      for (const place of ["/", "/plan", "/plan/edit", "/workout", "/progress", "/settings", "/coach?fresh=true"]) {
        await page.goto(place);
        await ours(page);
        await look();
      }
      await say(page, "How am I doing?");
      await page.locator(".message.coach").first().waitFor();
      await page.locator("#working").waitFor({ state: "hidden" });
      await look();
      await finishAny(page);
      assert.deepEqual(seen.filter(({ ms }) => ms > most), []);
      // Where motion is welcome there is some; else this looks at nothing.
      assert.equal(seen.length > 0, most > 0);
    }));
  }
});
