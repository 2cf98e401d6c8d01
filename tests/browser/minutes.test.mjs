// The first minutes with sample data, what is turned on a proposal before it is confirmed, the
// conversations, and the fuller settings: each looked at in both sizes and both themes.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { asked, decline, demoStage, looksRight, NOBODY, pending, say, SIZES } from "./stage.mjs";
import { ours, startFresh } from "./support.mjs";

const { visit } = demoStage();

async function propose(page, text) {
  await say(page, text);
  await pending(page).waitFor();
  return pending(page);
}

describe("sample data", () => {
  let fresh;
  before(async () => { fresh = await startFresh(); });
  after(() => fresh?.stop());

  test("is tried from the setup link, said to be made up on every page, and gone at one tap", () => visit(fresh.url, { origin: fresh.origin, state: NOBODY }, async (page) => {
    page.setDefaultTimeout(90_000);
    await page.getByRole("button", { name: "Try it with sample data" }).click();
    await page.waitForURL(`${fresh.origin}/`);
    await page.goto("/progress");
    assert.match(await page.locator("#sample").innerText(), /made up/);
    await looksRight(page, "sample-progress");
    await page.getByRole("button", { name: "Remove them and begin" }).click();
    await page.waitForURL(/\/setup\?token=/);
    await page.getByLabel("Name").fill("Sam");
    await page.getByLabel("Password").fill("squat rack on mondays");
    await page.getByRole("button", { name: "Create account" }).click();
    await page.waitForURL(`${fresh.origin}/welcome`);
    await page.getByRole("button", { name: "Make my plan" }).click();
    await page.waitForURL(`${fresh.origin}/plan`);
    assert.equal(await page.locator("#sample").count(), 0);
    assert.deepEqual((await asked(page, "sessions")).items, []);
  }));
});

for (const size of Object.keys(SIZES)) {
  describe(`turning what is proposed, ${size}`, () => {
    test("a plan is confirmed with an exercise left out and a set more", () => visit("/coach?fresh=true", { size }, async (page) => {
      const card = await propose(page, `make me a plan for ${size === "phone" ? 3 : 4} days with 60 minutes`);
      const edit = card.locator("details.edit");
      await edit.locator("summary").click();
      await looksRight(page, `edit-plan-${size}`);
      const knobs = edit.getByRole("textbox");
      const many = Number(await knobs.nth(1).inputValue());
      await knobs.nth(0).fill("0");
      await knobs.nth(1).fill(String(many + 1));
      const before = (await asked(page, "proposals?status=proposed")).items.find((one) => one.tool === "saveWeeklyPlan");
      const [first, second] = before.args.days[0].exercises;
      await edit.getByRole("button").click();
      await page.locator(".proposal.executed").waitFor().catch(async (error) => {
        error.message += "\n" + (await page.locator(".proposal").allInnerTexts()).join("\n---\n").slice(0, 4000);
        throw error;
      });
      const day = (await asked(page, "weekly-plan")).days[0].exercises;
      assert.ok(!day.some((one) => one.exercise_id === first.exercise_id), "what was left out is not in the plan");
      assert.equal(day.find((one) => one.exercise_id === second.exercise_id).sets.length, many + 1);
      assert.equal((await asked(page, "proposals?status=proposed")).items.filter((one) => one.tool === "saveWeeklyPlan").length, 0);
    }));

    test("what breaks a rule is said on the card, and it can still be decided", () => visit("/coach?fresh=true", { size, faults: false }, async (page) => {
      const card = await propose(page, "make me a plan for 4 days");
      await card.locator("details.edit summary").click();
      await card.locator("details.edit").getByRole("textbox").first().fill("90");
      await card.locator("details.edit").getByRole("button").click();
      await card.getByRole("alert").waitFor();
      await decline(card);
      await page.locator(".proposal.declined").waitFor();
    }));

    test("conversations, what the coach sees, settings", () => visit("/coach?fresh=true", { size }, async (page) => {
      await page.locator("#sees summary").click();
      assert.match(await page.locator("#place").innerText(), /nothing leaves it/);
      await looksRight(page, `coach-sees-${size}`);
      await page.goto("/coach/history");
      await looksRight(page, `conversations-${size}`);
      const many = await page.locator("[data-conversation]").count();
      await page.getByRole("button", { name: /^Delete/ }).first().click();
      await page.waitForURL(/\/coach\/history$/);
      assert.equal(await page.locator("[data-conversation]").count(), many - 1);
      await page.goto("/settings");
      await ours(page);
      await page.getByLabel("Pairs of plates, Barbell").fill("20, 10, 5, 2.5");
      await page.getByRole("button", { name: "Save profile" }).click();
      await page.waitForURL(/done=profile/);
      assert.deepEqual((await asked(page, "profile")).loads.barbell.plates_kg, [20, 10, 5, 2.5]);
      await page.locator("#delete summary").click();
      await looksRight(page, `settings-full-${size}`);
    }));
  });
}
