// Rest and note of an exercise in the editor: by keyboard, in a draft, in a conflict.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { clock, moved } from "../../static/js/plan-model.js";
import { card, checked, elsewhere, HOSTILE, save, sound, stored, unfold } from "./editor.mjs";
import { asked, demoStage, finishAny, sent, SIZES, tabTo } from "./stage.mjs";
import { ours, smallTargets } from "./support.mjs";

const { visit } = demoStage();

for (const size of Object.keys(SIZES)) {
  describe(`rest and note, ${size}`, () => {
    const rest = (page) => card(page).locator('[data-field="rest_seconds"]'), note = (page) => card(page).locator('[data-field="note"]');
    const minutes = async (page) => Number((await page.locator(".edit-day > .facts").first().innerText()).match(/\d+/)?.[0]);
    const become = (page, which, than) => page.waitForFunction(([which, than]) => {
      const now = Number(document.querySelector(".edit-day > .facts").textContent.match(/\d+/)?.[0]);
      return which === "more" ? now > than : now < than;
    }, [which, than]);
    const told = `${size}: elbows in`, seconds = size === "phone" ? 45 : 75, shown = size === "phone" ? "0:45" : "1:15";

    test("by keyboard: chosen, checked, folded away, saved, trained by", () => visit("/plan/edit", { size }, async (page) => {
      await page.locator(".faults li, .edit-day > .facts:not(:empty)").first().waitFor();
      const was = (await stored(page)).days[0], before = await minutes(page);
      assert.equal(before, was.estimated_minutes);
      await unfold(page, card(page));
      await tabTo(page, '[data-field="rest_seconds"]');
      assert.equal(await rest(page).inputValue(), String(was.exercises[0].rest_seconds));
      await checked(page, () => rest(page).selectOption("900"));
      await become(page, "more", before);
      const late = page.locator('.edit-day').first().locator('[data-rule="day_too_long"], [data-rule="day_over_minutes"]'), much = await minutes(page);
      assert.match(await late.innerText(), new RegExp(`takes about ${much} minutes`));
      await checked(page, () => rest(page).selectOption({ label: shown }));
      await become(page, "less", much);
      await tabTo(page, '[data-field="note"]');
      await page.keyboard.press("Control+A");
      await checked(page, () => page.keyboard.type(told));
      await sound(page, `plan-edit-rest-${size}`);
      assert.deepEqual(await smallTargets(page), []);
      await card(page).locator("summary").focus();
      await page.keyboard.press("Enter");
      assert.match(await card(page).locator("summary").innerText(), new RegExp(`rest ${shown}[^]*${told}`), "folded, both are read");
      await save(page);
      const { days: [day] } = await stored(page);
      assert.deepEqual([day.exercises[0].rest_seconds, day.exercises[0].note], [seconds, told]);
      const line = await page.locator(`#day-${day.day} .exercises li`).first().innerText();
      assert.match(line, new RegExp(`rest ${shown}[^]*${told}`));
      await page.goto("/plan/edit");
      await ours(page);
      assert.deepEqual([await rest(page).inputValue(), await note(page).inputValue()], [String(seconds), told]);
      await finishAny(page);
      assert.equal((await sent(page, "POST", "sessions", { split_day: day.day })).status, 201);
      await page.goto("/workout");
      await ours(page);
      const first = page.locator(".exercise").first();
      assert.match(await first.locator(".hint").first().innerText(), new RegExp(`Rest ${shown} · ${told}`));
      assert.equal(await first.locator("form.log").last().getAttribute("data-rest"), String(seconds));
      await finishAny(page);
    }));

    test("a draft keeps both through a reload, and the exercise's own rest is a choice", () => visit("/plan/edit", { size }, async (page) => {
      page.on("dialog", (dialog) => dialog.accept());
      const own = (await asked(page, `exercises/${(await stored(page)).days[0].exercises[0].exercise_id}`)).rest_seconds;
      await unfold(page, card(page));
      await rest(page).selectOption("");
      assert.equal(await rest(page).locator("option:checked").innerText(), `${clock(own)} · its own`);
      await note(page).fill("Not saved");
      await page.reload();
      await ours(page);
      assert.deepEqual([await rest(page).inputValue(), await note(page).inputValue()], ["", "Not saved"]);
      await unfold(page, card(page));
      await note(page).fill("  ");
      await save(page);
      const { days: [day] } = await stored(page);
      assert.deepEqual([day.exercises[0].rest_seconds, day.exercises[0].note], [own, null]);
    }));

    test("a note that means harm is text wherever it is shown, and both sides are told in a conflict", () => visit("/plan/edit", { size, expected: ["412"] }, async (page, context) => {
      const theirs = size === "phone" ? 77 : 83;
      await unfold(page, card(page));
      await note(page).fill(HOSTILE);
      await rest(page).selectOption("600");
      await elsewhere(context, 1, "Elsewhere " + size, { rest_seconds: theirs, note: "<b>Theirs</b> " + size });
      await page.locator("#save").click();
      await page.locator("#moved").waitFor();
      const [mine, meanwhile] = await page.locator("#moved .two > section").allInnerTexts();
      assert.match(mine, /→ rest 10:00; no note → note “<img src=x/);
      assert.match(meanwhile, new RegExp(`→ rest ${clock(theirs)}; .* → note “<b>Theirs</b> ${size}”`));
      await sound(page, `plan-moved-note-${size}`);
      await page.locator('[data-take="merged"]').click();
      assert.equal(await page.locator(".edit-day").nth(1).locator('[data-field="rest_seconds"] option:checked').first().textContent(), clock(theirs), "a rest that is in no list is kept");
      assert.equal(await note(page).inputValue(), HOSTILE);
      await sound(page, `plan-edit-note-${size}`);
      await save(page);
      assert.match(await page.locator(".exercises").first().innerText(), /<img src=x/);
      await page.goto("/plan/versions");
      await page.locator("#versions a", { hasText: "Compare" }).first().click();
      assert.match(await page.locator("#version-diff").innerText(), /rest 10:00 → rest [^]*note “<img src=x[^]*” → no note/);
      await page.goto("/plan/edit");
      await ours(page);
      assert.match(await card(page).locator("summary").innerText(), /<img src=x/);
      assert.equal(await page.locator("main img").count(), 0);
      // What comes next begins without it, and with room in the day.
      await unfold(page, card(page));
      await note(page).fill("");
      await rest(page).selectOption("90");
      await save(page);
    }));
  });
}

