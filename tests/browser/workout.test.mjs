// The active workout in a real browser: cards, warm-ups, supersets, plates, the suggestion, the end.
import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { BENCH, fresh, pause, plan, ROW, settled, tap, title } from "./short.mjs";
import { asked, demoStage, looksRight, sent, SIZES, storedSets, untilStored } from "./stage.mjs";
import { filledInView, inView, ours } from "./support.mjs";

const { visit } = demoStage();

for (const size of Object.keys(SIZES)) {
  describe(`a workout, ${size}`, () => {
    beforeEach(() => visit("/", {}, (page) => fresh(page)));

    test("the common set is one tap, in view; the next stands there at once", () => visit("/workout", { size }, async (page) => {
      const button = page.locator("#log"), before = await title(page);
      assert.ok(await inView(page, button), "the ✓ is out of view");
      assert.deepEqual((await filledInView(page)).length, 1);
      const moved = await page.evaluate(() => {
        document.getElementById("log").click();
        return new Promise((done) => setTimeout(() => done(document.getElementById("suggestion-title").innerText), 60));
      });
      assert.notEqual(moved, before);
      await untilStored(page, 1);
    }));

    test("cards: columns, targets, last time, 44 px steppers, 56 px ticks", () => visit("/workout", { size }, async (page) => {
      const columns = await page.locator(".now .sets").first().evaluate((list) => getComputedStyle(list).gridTemplateColumns.split(" ").length);
      assert.equal(columns, size === "phone" ? 2 : 4);
      const card = page.locator(`#set-${BENCH}-working-1`);
      assert.match(await card.innerText(), /6–10 at RPE 8[\s\S]*Last [\d.]+ kg × \d+/);
      for (const button of await card.locator("[data-turn]").all()) {
        const box = await button.boundingBox();
        assert.ok(box.width >= 44 && box.height >= 44, `a stepper of ${box.width} by ${box.height}`);
      }
      const tick = await card.locator(".tick").boundingBox();
      assert.ok(tick.width >= 56 && tick.height >= 56, `a ✓ of ${tick.width} by ${tick.height}`);
      assert.equal(await card.locator("[name=weight]").getAttribute("inputmode"), "decimal");
    }));

    test("every part opened: nothing that axe finds, nothing cut off, both themes", () => visit("/workout", { size }, async (page) => {
      await tap(page, page.locator("#log"));
      await page.evaluate(() => document.querySelectorAll("#live details").forEach((part) => { part.open = true; }));
      await looksRight(page, `workout-open-${size}`);
    }));

    test("the end: what was decided, why, what would have changed it, what is next", () => visit("/workout", { size }, async (page) => {
      const { id } = await asked(page, "sessions/active");
      await sent(page, "POST", `sessions/${id}/sets`, { exercise_id: BENCH, set_index: 1, reps: 10, weight_kg: size === "phone" ? 200 : 210, rpe: 8 });
      await page.reload();
      await ours(page);
      await page.locator('#finish-form [value="completed"]').click();
      await page.waitForURL(/\/workout\/.+/);
      const { summary } = await asked(page, `sessions/${id}`);
      const shown = await page.locator("main").innerText();
      for (const { because, flips_if } of summary.decisions) {
        assert.ok(shown.includes(because), because);
        assert.ok(shown.includes(flips_if), flips_if);
      }
      assert.ok(summary.decisions.length > 0 && summary.records.length > 0);
      assert.match(await page.locator("#records h2").innerText(), /^(A new best|\d+ new bests)$/);
      assert.match(await page.locator("#up-next").innerText(), /Next workout\s+Bench and row\s+\S+.*min · 4 sets/);
      assert.match(await page.locator("#summary").innerText(), /Volume[\s\S]*Hard sets[\s\S]*Minutes/);
      await looksRight(page, `workout-end-${size}`);
    }));
  });
}

describe("sets", () => {
  beforeEach(() => visit("/", {}, (page) => fresh(page)));

  test("a ✓ is a switch: tapped again the set is open, with and without signal", () => visit("/workout", { faults: false }, async (page, context) => {
    const card = page.locator(`#set-${ROW}-working-1`);
    await tap(page, card.locator(".tick"));
    await untilStored(page, 1);
    assert.ok(await card.evaluate((it) => it.classList.contains("done")));
    await tap(page, card.locator(".tick"));
    await untilStored(page, 0);
    assert.ok(await card.evaluate((it) => it.classList.contains("open")));
    await context.setOffline(true);
    await card.locator(".tick:visible").click();
    await page.locator(`#set-${ROW}-working-1.sending`).waitFor();
    await pause(page);
    await card.locator(".tick:visible").click();
    await page.locator(`#set-${ROW}-working-1.open`).waitFor();
    await pause(page);
    await card.locator(".tick:visible").click();
    await page.locator(`#set-${ROW}-working-1.sending`).waitFor();
    await context.setOffline(false);
    await settled(page);
    const sets = await storedSets(page);
    assert.deepEqual(sets.map((set) => [set.exercise_id, set.set_index]), [[ROW, 1]], "ticked, taken back, ticked: one set");
  }));

  test("warm-ups come first, are kept as such and never count; they can be skipped", () => visit("/workout", {}, async (page) => {
    assert.match(await title(page), /· Warm-up 1$/);
    const rungs = await page.locator(".now .set[data-kind=warmup]").count();
    assert.ok(rungs >= 2, "the steps to the working weight are not shown");
    await tap(page, page.locator("#log"));
    assert.deepEqual((await storedSets(page)).map((set) => [set.kind, set.set_index]), [["warmup", 1]]);
    assert.match(await page.locator("#count").innerText(), /^0 of 4/);
    assert.match(await page.locator("[data-rest-left]").innerText(), /^Rest (1:00|0:5\d)$/);
    await page.getByRole("button", { name: "Skip the warm-up" }).click();
    assert.match(await title(page), /· Set 1$/);
    await tap(page, page.locator("#log"));
    assert.deepEqual((await storedSets(page)).map((set) => set.kind), ["warmup", "working"]);
    assert.match(await page.locator("#count").innerText(), /^1 of 4/);
  }));

  test("a warm-up and a set more can be added, the last open set taken out", () => visit("/workout", {}, async (page) => {
    await page.getByRole("button", { name: "Skip the warm-up" }).click();
    await tap(page, page.locator("#log"));
    await page.locator(`#change-${BENCH}-working-2 summary`).click();
    await page.getByRole("button", { name: "Take Set 2 out today" }).click();
    await page.locator(`#set-${BENCH}-working-2:not(.extra)`).waitFor({ state: "detached" });
    await page.waitForFunction(() => /Barbell row/.test(document.getElementById("suggestion-title").innerText));
    await page.getByText(/^1 of 3 sets/).waitFor();
    await page.locator(`#extra-${BENCH} > summary`).click();
    await tap(page, page.locator(`#set-${BENCH}-working-2 .tick`));
    assert.equal((await storedSets(page)).filter((set) => set.exercise_id === BENCH).length, 2);
  }));

  test("a drop set and one with pain are kept as such, and the load is then held", () => visit("/workout", {}, async (page) => {
    const card = (index) => page.locator(`#set-${BENCH}-working-${index}`);
    await card(1).locator(".change summary").click();
    await page.locator(`#p-${BENCH}-working-1`).check();
    assert.match(await card(1).locator(".more-fields").innerText(), /stays where it is next time, and nothing heavier is offered today/);
    await tap(page, card(1).locator(".tick"));
    assert.match(await card(1).innerText(), /it hurt/);
    await card(2).locator(".change summary").click();
    await page.locator(`#k-${BENCH}-working-2`).selectOption("drop");
    await tap(page, card(2).locator(".tick"));
    const sets = await storedSets(page);
    assert.deepEqual(sets.map((set) => [set.kind, set.pain]), [["working", true], ["drop", false]]);
    assert.match(await card(2).innerText(), /Drop set/);
    const { id } = await asked(page, "sessions/active");
    const { body } = await sent(page, "PATCH", `sessions/${id}`, { status: "completed" });
    assert.deepEqual(body.summary.decisions.map((made) => made.rule), ["hold"]);
    assert.match(body.summary.decisions[0].because, /pain/i);
  }));

  test("what is typed on a card stays there while another set is written", () => visit("/workout", {}, async (page) => {
    await page.locator(`#set-${ROW}-working-2 .change summary`).click();
    await page.locator(`#w-${ROW}-working-2`).fill("61");
    await tap(page, page.locator("#log"));
    await untilStored(page, 1);
    assert.equal(await page.locator(`#w-${ROW}-working-2`).inputValue(), "61");
    assert.ok(await page.locator(`#change-${ROW}-working-2`).evaluate((it) => it.open));
  }));
});

describe("the suggestion", () => {
  beforeEach(() => visit("/", {}, (page) => fresh(page)));

  test("taken as it is, it executes the proposal; edited on the card, the edited numbers are logged and it is superseded", () => visit("/workout", {}, async (page) => {
    const proposal = () => page.locator("#suggestion").getAttribute("data-proposal");
    const first = await proposal();
    await tap(page, page.locator("#log"));
    assert.equal((await asked(page, `proposals/${first}`)).status, "executed");
    // The first hard set ends the warm-ups.
    await tap(page, page.locator(`#tick-${BENCH}-working-1`));
    const second = await proposal(), card = page.locator(".set.current");
    const weight = Number(await card.locator("[name=weight]").inputValue());
    await card.getByRole("button", { name: "More Weight" }).click();
    await card.locator("[name=rpe]").selectOption("9");
    assert.equal(await page.locator("#w-next").inputValue(), String(weight + 2.5), "the card and the suggestion differ");
    assert.match(await page.locator("#log").innerText(), new RegExp(`${weight + 2.5} kg`));
    assert.match(await page.locator(".hero").innerText(), new RegExp(`^${weight + 2.5}`));
    await tap(page, page.locator("#log"));
    const set = (await storedSets(page)).at(-1);
    assert.deepEqual([set.weight_kg, set.rpe], [weight + 2.5, 9]);
    assert.equal((await asked(page, `proposals/${second}`)).status, "superseded");
  }));

  test("what the server suggests after a hard set is shown and logged, not what the plan had said", () => visit("/workout", {}, async (page) => {
    await page.getByRole("button", { name: "Skip the warm-up" }).click();
    const planned = Number(await page.locator(`#w-${BENCH}-working-2`).inputValue());
    await page.locator(`#c-${BENCH}-working-1`).fill("3");
    await tap(page, page.locator("#log"));
    const { args } = (await asked(page, "sessions/active")).suggestion;
    assert.ok(args.weight_kg < planned, `${args.weight_kg} kg after 3 of 6 reps at ${planned} kg`);
    assert.match(await page.locator("#log").innerText(), new RegExp(`${args.weight_kg} kg × ${args.reps}$`));
    assert.equal(await page.locator("#w-next").inputValue(), String(args.weight_kg));
    await tap(page, page.locator("#log"));
    assert.deepEqual((await storedSets(page)).map((set) => [set.weight_kg, set.reps]), [[planned, 3], [args.weight_kg, args.reps]]);
  }));

  test("those in a superset take turns, with signal and without", async () => {
    await visit("/", {}, (page) => fresh(page, "push-pull"));
    await visit("/workout", { faults: false }, async (page, context) => {
      assert.match(await page.locator(`#exercise-${BENCH} h2`).innerText(), /^A1/);
      assert.match(await page.locator(`#exercise-${ROW}`).innerText(), /^A2[\s\S]*Take turns with Barbell bench press \(A1\)/);
      const hard = [];
      for (let taps = 0; taps < 12 && hard.length < 2; taps++) {
        if (/· Set/.test(await title(page))) hard.push(await title(page));
        await tap(page, page.locator("#log"));
      }
      assert.match(hard.join(), /bench press · Set 1.*row · Set 1/);
      await context.setOffline(true);
      for (const next of [/bench press · Set 2/, /row · Set 2/]) {
        assert.match(await title(page), next);
        await page.locator("#log").click();
        await pause(page);
      }
      assert.equal(await page.locator("#suggestion").isVisible(), false);
      assert.match(await page.locator("#all-done").innerText(), /Everything planned is done/);
      assert.deepEqual(await page.locator("#log-bar .primary:visible").evaluateAll((buttons) => buttons.map((button) => button.id)), ["finish"]);
      await context.setOffline(false);
      await page.locator("#log").waitFor({ state: "detached" });
      const lifted = (await storedSets(page)).filter((set) => set.kind === "working").map((set) => `${set.exercise_id} ${set.set_index}`);
      assert.deepEqual(lifted.sort(), [`${BENCH} 1`, `${BENCH} 2`, `${ROW} 1`, `${ROW} 2`]);
    });
    await visit("/workout", {}, (page) => plan(page, null));
  });

  test("plates: what goes on the bar, by the person's own rack, and the nearest where it cannot be", () => visit("/workout", {}, async (page) => {
    const line = page.locator("[data-plates-next]"), card = page.locator(`#set-${BENCH}-working-1`);
    assert.match(await line.innerText(), /on each side|The bar alone/);
    assert.ok(await line.locator(".discs i").count() > 0);
    const field = card.locator("[name=weight]");
    await field.fill("61");
    assert.match(await card.locator(".plates").innerText(), /Not with these plates\. Nearest: 60 kg, 20 on each side/);
    await card.getByRole("button", { name: "More Weight" }).click();
    assert.equal(await field.inputValue(), "62.5");
    await field.press("ArrowDown");
    assert.equal(await field.inputValue(), "60");
    assert.match(await card.locator(".plates").innerText(), /^20 on each side$/);
    const plus = await card.getByRole("button", { name: "More Weight" }).boundingBox();
    await page.mouse.move(plus.x + 10, plus.y + 10);
    await page.mouse.down();
    await page.waitForTimeout(900);
    await page.mouse.up();
    assert.ok(Number(await field.inputValue()) >= 65, "a long press does not repeat");
  }));
});
