// What the coach proposed and did, in a real browser: the card with its three futures, the runs, the
// standing notes, and another exercise in a workout with and without JavaScript.
import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import { figure } from "./gym.mjs";
import { asked, decline, demoStage, looksRight, pending, say, shots, SIZES, tabTo } from "./stage.mjs";
import { filledInView, inView } from "./support.mjs";

const { visit } = demoStage(() => visit("/coach?fresh=true", {}, async (page) => {
  await say(page, "make me a plan for 3 days with 90 minutes");
  await pending(page).waitFor();
}));

for (const size of Object.keys(SIZES)) {
  describe(`what the coach did, ${size}`, () => {
    test("the card of a plan shows its main lifts in three futures, with a table that says the same", () => visit("/coach", { size }, async (page) => {
      const charts = page.locator(".proposal[data-status=proposed] .future");
      assert.equal(await charts.count(), 3);
      for (const chart of await charts.all()) {
        const picture = chart.getByRole("img");
        assert.match(await picture.getAttribute("aria-label"), /8 weeks from .*: goes well to .*, mixed to .*, misses to /);
        const box = await picture.boundingBox();
        assert.ok(box.width >= 80 && box.height >= 40, `the picture is ${box.width} by ${box.height}`);
        assert.equal(await chart.getByRole("row").count(), 3);
        for (const row of await chart.getByRole("row").all()) assert.match(await row.innerText(), /(Goes well|Mixed|Misses)\s+[\d.]+ → [\d.]+ (kg|lb|reps|s)/);
      }
      await looksRight(page, `proposal-${size}`);
    }));
    test("runs lead to each run, its steps, and what became of its proposals", () => visit("/coach", { size }, async (page) => {
      await page.getByRole("link", { name: "Runs" }).click();
      await page.waitForURL(/\/coach\/runs$/);
      await looksRight(page, `runs-${size}`);
      await page.locator(".runs h2 a").first().click();
      await page.waitForURL(/\/coach\/runs\/.+/);
      assert.match(await page.locator("main").innerText(), /Step 1[\s\S]*draftWeeklyPlan[\s\S]*Weekly plan\s+waits for you/);
      await looksRight(page, `run-${size}`);
      await page.getByRole("link", { name: "Weekly plan" }).click();
      await page.waitForURL(/\/proposals\/.+/);
    }));
  });
}

test("a conversation by keyboard alone: an idea, the proposal, its decision, a question of one's own", () => visit("/coach?fresh=true", { size: "desk" }, async (page) => {
  let stops = await tabTo(page, "[data-idea]");
  await page.keyboard.press("Enter");
  await pending(page).waitFor();
  const card = await pending(page).getAttribute("id"), version = (await asked(page, "weekly-plan")).plan_version;
  stops += await tabTo(page, `#${card} [data-confirm] button`);
  await page.keyboard.press("Enter");
  await page.locator(`#${card}.executed`).waitFor();
  assert.ok((await asked(page, "weekly-plan")).plan_version > version, "the plan is saved");
  assert.ok(await page.evaluate((id) => document.activeElement.closest(`#${id}`)?.matches(".executed") && document.activeElement.matches("h2"), card), "the focus stays with the card");
  await page.waitForFunction(() => document.getElementById("working").hidden);
  stops += await tabTo(page, "#ask-text");
  await page.keyboard.type("What is next?");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => {
    const last = document.querySelector("#messages > .coach:last-child:not(.live)");
    return last?.innerText && document.getElementById("working").hidden && document.querySelector("#messages > .person:nth-last-child(-n+3)")?.innerText.includes("What is next?");
  });
  const answer = (await page.locator("#messages > .coach .prose").last().innerText()).replace(/\s+/g, " ");
  assert.equal((await page.locator("#announce").innerText()).replace(/[\s*]+/g, " ").trim(), answer.trim(), "the whole answer is read out");
  assert.equal(await page.evaluate(() => document.activeElement.id), "ask-text", "the focus is where one goes on");
  figure(`a conversation with a confirmed plan by keyboard: ${stops} tab stops`);
}));

for (const size of Object.keys(SIZES)) {
  for (const scripts of [true, false]) {
    test(`Decline offers the reason where it was tapped, ${size}, ${scripts ? "with" : "without"} JavaScript`, () => visit("/coach?fresh=true", { size }, async (first) => {
      await say(first, "make me a plan for 3 days with 90 minutes");
      await pending(first).waitFor();
      await first.waitForFunction(() => document.getElementById("working").hidden);
      const id = await pending(first).getAttribute("data-proposal");
      await visit("/coach", { size, scripts }, async (page) => {
        const card = page.locator(`#proposal-${id}`), tapped = card.locator(".decline > summary"), why = card.getByLabel("Why not"), sure = card.getByRole("button", { name: /^Decline/ });
        await tapped.scrollIntoViewIfNeeded();
        assert.ok(await why.isHidden());
        const at = await tapped.boundingBox();
        await tapped.click();
        const [field, button] = [await why.boundingBox(), await sure.boundingBox()];
        for (const part of [why, sure, tapped]) assert.ok(await inView(page, part), "out of view");
        assert.ok(at.y - (field.y + field.height) < 40 && at.y > field.y, "the reason stands above the bar");
        assert.ok(button.y + button.height <= at.y, "a second tap at the same place would decline");
        if (scripts) {
          assert.deepEqual(await filledInView(page), [(await card.locator("[data-confirm] button").textContent()).trim().replace(/\s+/g, " ")]);
          await page.screenshot({ path: join(shots, `declining-${size}-seen.png`) });
          await looksRight(page, `declining-${size}`);
        }
        await tapped.click();
        assert.ok(await why.isHidden(), "and it can be taken back");
        await tapped.click();
        await why.fill("Too many days");
        await sure.click();
        await page.locator(`#proposal-${id}.declined`).waitFor();
        assert.equal((await asked(first, `proposals/${id}`)).reason, "Too many days");
      });
    }));
  }
}

test("Decline needs no reason: two taps in all", () => visit("/coach?fresh=true", {}, async (page) => {
  await say(page, "make me a plan for 3 days with 90 minutes");
  await pending(page).waitFor();
  await page.waitForFunction(() => document.getElementById("working").hidden);
  const id = await pending(page).getAttribute("data-proposal");
  await decline(pending(page));
  await page.locator(`#proposal-${id}.declined`).waitFor();
  assert.equal((await asked(page, `proposals/${id}`)).reason, null);
}));

// The decision and the run's stream both draw the decided card; a slow line puts either of them last.
for (const late of [1, 2]) {
  test(`a card decided by keyboard keeps the focus when drawing ${late} of 2 comes last`, () => visit("/coach?fresh=true", { size: "desk" }, async (page) => {
    await say(page, "make me a plan for 3 days with 90 minutes");
    await pending(page).waitFor();
    await page.waitForFunction(() => document.getElementById("working").hidden);
    const card = await pending(page).getAttribute("id");
    await page.evaluate((late) => {
      const plain = window.fetch;
      let asked = 0;
      window.drawings = 0;
      window.fetch = async (url, ...rest) => {
        if (!String(url).includes("/proposals/") || String(url).includes("/api/")) return plain(url, ...rest);
        const mine = ++asked, answer = await plain(url, ...rest);
        if (mine === late) await new Promise((resolve) => setTimeout(resolve, 600));
        window.drawings++;
        return answer;
      };
    }, late);
    await tabTo(page, `#${card} .decline > summary`);
    await page.keyboard.press("Enter");
    await tabTo(page, `#${card} [data-decline] button`);
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => window.drawings >= 2);
    await page.waitForTimeout(200);
    assert.equal(await page.locator(`#${card}`).getAttribute("data-status"), "declined");
    assert.equal(await page.evaluate(() => document.activeElement.closest(".proposal")?.id), card);
  }));
}

test("a note is kept and deleted on the settings page", () => visit("/settings", {}, async (page) => {
  const notes = page.locator("[data-note]"), before = await notes.count();
  await page.locator("#n-text").fill("No early mornings");
  await page.getByRole("button", { name: "Keep it" }).click();
  await page.waitForURL(/done=note/);
  assert.equal(await notes.count(), before + 1);
  await notes.filter({ hasText: "No early mornings" }).getByRole("button").click();
  await page.waitForURL(/done=unnoted/);
  assert.equal(await notes.count(), before);
}));

for (const scripts of [true, false]) {
  test(`an exercise is swapped ${scripts ? "with" : "without"} JavaScript, and the suggestion follows`, () => visit("/", { scripts }, async (page) => {
    const start = page.locator("#start");
    if (await start.count()) await start.click();
    else await page.goto("/workout");
    await page.waitForURL(/\/workout$/);
    const title = page.locator("#suggestion-title"), before = await title.innerText();
    await page.locator("#suggestion details.swap summary").click();
    const select = page.locator("#suggestion details.swap select");
    const name = await select.locator("option").first().innerText();
    if (scripts) await looksRight(page, "swap-phone");
    await page.locator("#suggestion details.swap button").click();
    await page.waitForFunction((old) => document.querySelector("#suggestion-title")?.innerText !== old, before).catch(() => {});
    assert.match(await title.innerText(), new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`, "i"));
  }));
}
