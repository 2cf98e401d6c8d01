// First light, in a real browser: a week of training by clicking alone, with scripts and without, and
// from nothing.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { figure } from "./gym.mjs";
import {
  asked, declineAll, demoStage, finishAny, looksRight, NOBODY, pending, said, say, SIZES, sound, startWorkout, tapLog,
} from "./stage.mjs";
import { inView, startFresh } from "./support.mjs";

const { visit } = demoStage();

// Each loop asks for a day more than the last, so that one is left whatever weekday it is.
for (const [size, days] of [["phone", 4], ["desk", 5]]) {
  describe(`the loop by clicking, ${size}`, () => {
    test("profile: what is changed there is kept", () => visit("/settings", { size }, async (page) => {
      await page.locator("#p-session_minutes").fill(size === "phone" ? "65" : "70");
      await page.locator("#save-profile").click();
      await page.waitForLoadState();
      assert.equal((await asked(page, "profile")).session_minutes, size === "phone" ? 65 : 70);
    }));

    test("the coach streams an answer, proposes, and writes only on Confirm", () => visit("/coach?fresh=true", { size }, async (page) => {
      const before = (await asked(page, "weekly-plan")).plan_version;
      await say(page, `Make me a plan for ${days} days`);
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
      await looksRight(page, `proposal-${size}`);
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
      await looksRight(page, `suggestion-${size}`);
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
      await looksRight(page, `summary-${size}`);
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

test("without JavaScript the same loop goes by forms", async () => {
  await visit("/", {}, finishAny);
  await visit("/", {}, declineAll);
  await visit("/coach?fresh=true", { scripts: false }, async (page, context) => {
    await say(page, "Make me a plan for 6 days");
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
    assert.equal(await page.locator(".day").count(), 6);
    assert.equal((await context.pages()).length, 1);
  });
});

for (const size of Object.keys(SIZES)) describe(`from nothing: the setup link to a plan on the screen, ${size}`, () => {
  let fresh;
  const here = { size, state: NOBODY };
  before(async () => {
    fresh = await startFresh();
    here.origin = fresh.origin;
  });
  after(() => fresh?.stop());

  test("without the link's key setup says where the link is", () => visit("/setup", here, async (page) => {
    assert.equal(await page.locator("form").count(), 0, "there is something to fill in without the key");
    await looksRight(page, `setup-closed-${size}`, 0);
    await page.goto("/setup?token=another");
    assert.match(await page.locator("#problem").innerText(), /not the one that was printed last/);
    await looksRight(page, `setup-other-${size}`, 0);
  }));

  test("a name or a password that will not do is told beside what was typed", () => visit(fresh.url, { ...here, faults: false }, async (page) => {
    await page.locator("#setup-form").evaluate((form) => { form.noValidate = true; });
    await page.getByLabel("Name").fill("Ada");
    await page.getByLabel("Password").fill("short");
    await page.getByRole("button", { name: "Create account" }).click();
    await page.locator("#problem").waitFor();
    assert.equal(await page.getByLabel("Name").inputValue(), "Ada");
    await looksRight(page, `setup-wrong-${size}`);
  }));

  test("set up, see the week, ask the coach, confirm", () => visit(fresh.url, { ...here, expected: ["422 (Unprocessable Entity)"] }, async (page) => {
    await looksRight(page, `setup-${size}`);
    await page.getByLabel("Name").fill("Ada");
    await page.getByLabel("Password").fill("squat rack on mondays");
    const began = Date.now();
    await page.getByRole("button", { name: "Create account" }).click();
    await page.waitForURL(`${fresh.origin}/welcome`);
    await looksRight(page, `welcome-${size}`);
    await page.getByRole("textbox", { name: "Bodyweight" }).fill("a lot");
    await page.getByRole("button", { name: "Make my plan" }).click();
    await page.locator("#errors").waitFor();
    assert.match(await page.locator("#errors").innerText(), /“a lot” is not a number/);
    await looksRight(page, `welcome-wrong-${size}`);
    await page.getByRole("textbox", { name: "Bodyweight" }).fill("");
    await page.getByLabel("Hypertrophy").check();
    await page.getByRole("group", { name: "How many days a week?" }).getByLabel("3").check();
    await page.getByRole("button", { name: "Make my plan" }).click();
    await page.waitForURL(`${fresh.origin}/plan`);
    assert.equal(await page.locator(".day").count(), 3);
    figure(`from the account to a plan on the screen: ${Date.now() - began} ms with every answer tapped by a machine`);
    for (const path of ["/", "/plan", "/progress", "/workout", "/coach", "/settings"]) {
      await page.goto(path);
      await looksRight(page, `fresh-${path.slice(1) || "today"}-${size}`);
    }
    await page.goto("/coach");
    await page.locator("[data-idea]").first().click();
    const card = pending(page);
    await card.waitFor();
    assert.ok(await card.locator(".diff").count() > 0, "the card says nothing of the days");
    await sound(page, `fresh-proposal-${size}`);
    await card.getByRole("button", { name: /^Confirm/ }).click();
    await page.locator(".proposal.executed").waitFor();
    await page.goto("/plan");
    assert.equal(await page.locator(".day").count(), 4);
    assert.equal((await asked(page, "weekly-plan")).plan_version, 1);
    await startWorkout(page);
    await looksRight(page, `fresh-workout-${size}`);
    await tapLog(page, 1);
  }));

  test("the link works once", () => visit(fresh.url, here, async (page) => {
    assert.match(new URL(page.url()).pathname, /^\/login/);
  }));
});
