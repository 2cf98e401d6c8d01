// What a phone does to a page: storage that keeps nothing, another's ticks on the same device, answers
// that get lost, a copilot that changes what is shown.
import assert from "node:assert/strict";
import { test } from "node:test";
import { queued } from "./gym.mjs";
import { demoStage, pending, say, startWorkout, storedSets, untilStored } from "./stage.mjs";
import { loseAnswers, ours } from "./support.mjs";

const { visit } = demoStage(() => visit("/", {}, startWorkout));

test("a ticked set is written where the browser's storage is full", () => visit("/workout", {
  init: () => { Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }; },
}, async (page) => {
  const before = (await storedSets(page)).length;
  await page.locator("#log").tap();
  await untilStored(page, before + 1);
  await page.waitForFunction((many) => document.querySelectorAll(".set.done:not(.sending)").length === many, before + 1);
  assert.match(await page.locator("[data-rest-left]").innerText(), /^Rest \d:\d\d$/, "the rest runs in this tab all the same");
}));

test("what another person ticked on this device neither marks nor holds up anything here", () => visit("/workout", {
}, async (page) => {
  const slot = await page.locator(".set.open").last().getAttribute("id");
  await page.evaluate((slot) => {
    const item = { method: "POST", url: "/api/v1/sessions/elsewhere/sets", body: { id: "x" }, key: "k", owner: "someone-else", shown: "1 kg × 1", slot };
    localStorage.setItem("spotter.outbox", JSON.stringify([item]));
  }, slot);
  await page.reload();
  await ours(page);
  assert.equal(await page.locator(".set.sending").count(), 0);
  const before = (await storedSets(page)).length;
  await page.locator("#log").tap();
  await untilStored(page, before + 1);
  await page.waitForFunction((many) => document.querySelectorAll(".set.done:not(.sending)").length === many, before + 1);
  assert.deepEqual((await queued(page)).map((item) => item.owner), ["someone-else"], "it waits for its owner");
}));

test("a set of an earlier workout that still waits marks no card of this one", () => visit("/workout", { faults: false }, async (page) => {
  const slot = await page.locator(".set.open").last().getAttribute("id");
  await page.route("**/api/v1/sessions/earlier/sets", (route) => route.abort());
  await page.evaluate((slot) => {
    const item = { method: "POST", url: "/api/v1/sessions/earlier/sets", body: { id: "x" }, key: "k", slot, shown: "1 kg × 1", owner: document.body.dataset.user };
    localStorage.setItem("spotter.outbox", JSON.stringify([item]));
  }, slot);
  await page.reload();
  await ours(page);
  await page.waitForTimeout(300);
  assert.equal(await page.locator(".set.sending").count(), 0);
}));

test("what the copilot logs on a Confirm stands on the cards at once", () => visit("/workout", {}, async (page) => {
  const before = (await storedSets(page)).length;
  const open = page.locator("#copilot:not([open]) > summary");
  if (await open.count()) await open.click();
  await say(page, "log 6 reps");
  await page.locator(".proposal[data-status=proposed] [data-confirm] button").click();
  await untilStored(page, before + 1);
  await page.waitForFunction((many) => document.querySelectorAll(".set.done").length === many, before + 1);
}));

test("a message that is refused while the coach answers stays in the box", () => visit("/coach?fresh=true", { faults: false }, async (page) => {
  await page.route("**/api/v1/conversations/*/messages", (route) => route.fulfill({
    status: 409, contentType: "application/problem+json",
    body: JSON.stringify({ type: "run-active", title: "Conflict", status: 409, detail: "The coach is still answering.", run_id: "019b0000-0000-7000-8000-000000000000" }),
  }));
  await say(page, "and make it three days");
  await page.locator("#notice").waitFor();
  assert.equal(await page.locator("#ask-text").inputValue(), "and make it three days");
  assert.equal(await page.locator(".message.person").count(), 0, "what was not sent is not shown as said");
}));

test("an answer that got lost does not stop the next message", () => visit("/coach?fresh=true", { faults: false }, async (page) => {
  const keys = await loseAnswers(page, "**/api/v1/conversations/*/messages", 1);
  await say(page, "What can you do?");
  await page.locator("#notice").waitFor();
  // The first message arrived all the same: its answer has to be over before another is taken.
  await page.waitForFunction(async () => {
    const { items } = await (await fetch("/api/v1/conversations?limit=1")).json();
    const { active_run_id } = await (await fetch(`/api/v1/conversations/${items[0].id}`)).json();
    return !active_run_id;
  }, null, { polling: 200 });
  await say(page, "Show my plan");
  await page.locator(".message.coach").first().waitFor();
  assert.equal(keys.length, 2);
  assert.notEqual(keys[0], keys[1], "another text under the same key would be refused");
}));

test("a message takes back what waited, on the card too", () => visit("/coach?fresh=true", {}, async (page) => {
  await say(page, "Make me a plan for 2 days");
  const card = page.locator(".proposal").first();
  await pending(page).waitFor();
  await page.locator("#working").waitFor({ state: "hidden" });
  await say(page, "Show my plan");
  await page.waitForFunction(() => document.querySelector(".proposal").dataset.status === "superseded");
  assert.equal(await card.getByRole("button", { name: /^Confirm/ }).count(), 0);
}));
