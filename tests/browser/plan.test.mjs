// The plan by hand, in a real browser: edited by keyboard, checked as it changes, saved, in conflict
// with another tab, brought back, and on paper.
import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import { balance, clock, freeKey, moved, place, planned, resized, rests } from "../../static/js/plan-model.js";
import { card, checked, elsewhere, HOSTILE, save, sound, stored, unfold } from "./editor.mjs";
import { demoStage, shots, SIZES } from "./stage.mjs";
import { ours } from "./support.mjs";

const { visit } = demoStage();
const names = (page, day = 0) => page.locator(".edit-day").nth(day).locator("h3").allInnerTexts();

for (const size of Object.keys(SIZES)) {
  describe(`the editor, ${size}`, () => {
    test("looks right, and so do versions and the plan", async () => {
      await visit("/plan/edit", { size }, async (page) => {
        await page.locator(".edit-exercise").first().waitFor();
        await sound(page, `plan-edit-${size}`);
      });
      await visit("/plan", { size }, (page) => sound(page, `plan-${size}`));
    });

    test("by keyboard alone: move, change, be warned, save", () => visit("/plan/edit", { size }, async (page) => {
      const [first, second] = await names(page);
      await card(page).locator('[data-does="down"]').focus();
      await page.keyboard.press("Enter");
      assert.deepEqual((await names(page)).slice(0, 2), [second, first]);
      const held = await page.evaluate(() => document.activeElement.closest(".edit-exercise")?.querySelector("h3").textContent);
      assert.equal(held, first, "the focus goes with what was moved");
      const moved = page.locator(".edit-day").first().locator(".edit-exercise", { hasText: first }), sets = moved.locator('[data-field="sets"]');
      await unfold(page, moved);
      await sets.focus();
      await page.keyboard.press("Control+A");
      await checked(page, () => page.keyboard.type("20"));
      await page.locator(".faults li").first().waitFor();
      assert.match(await page.locator("#edit-sets .moved-sets").first().innerText(), /→/);
      await page.keyboard.press("Control+A");
      await checked(page, () => page.keyboard.type("3"));
      const low = moved.locator('[data-field="reps_min"]');
      await low.focus();
      await page.keyboard.press("Control+A");
      await checked(page, () => page.keyboard.type("0"));
      const fault = moved.locator(".faults .stop");
      await fault.first().waitFor();
      assert.match(await fault.first().innerText(), /Has to change/);
      await sound(page, `plan-edit-error-${size}`);
      await page.locator("#save").focus();
      await page.keyboard.press("Enter");
      assert.match(page.url(), /\/plan\/edit$/, "an error stops the save");
      await low.focus();
      await page.keyboard.press("Control+A");
      await checked(page, () => page.keyboard.type("5"));
      await page.waitForFunction(() => !document.querySelector(".faults .stop"));
      await page.locator("#save").focus();
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/plan\?told=saved$/);
      const { days, meta } = await stored(page);
      assert.deepEqual(days[0].exercises.slice(0, 2).map((one) => one.name), [second, first]);
      assert.equal(days[0].exercises[1].sets[0].reps_min, 5);
      assert.equal(meta.source, "user");
    }));

    test("add, swap, superset, take out and undo", () => visit("/plan/edit", { size }, async (page) => {
      const before = await names(page);
      await page.locator(".edit-day").first().locator('[data-does="add"]').click();
      // Each size adds another: the plan stays saved between them.
      const added = size === "phone" ? "Plank" : "Dead bug", pick = page.locator(".pick", { hasText: added }).first();
      await page.locator("#finder-text").fill(added);
      await pick.waitFor();
      if (size === "phone") await sound(page, `plan-find-${size}`);
      await pick.click();
      assert.equal((await names(page)).length, before.length + 1);
      await unfold(page, card(page, 1));
      await card(page, 1).locator('[data-does="swap"]').click();
      await page.locator(".pick").first().waitFor();
      assert.match(await page.locator("#finder-said").innerText(), /take its place/);
      await page.keyboard.press("Escape");
      for (const at of [0, 2]) await unfold(page, card(page, at));
      const letter = size === "phone" ? "A" : "B";
      await checked(page, () => card(page, 0).locator('[data-field="group"]').selectOption(letter));
      const broken = page.locator('#editor [data-rule="broken_superset"]', { hasText: "Superset " + letter });
      await broken.waitFor();
      await checked(page, () => card(page, 1).locator('[data-field="group"]').selectOption(letter));
      await broken.waitFor({ state: "detached" });
      await card(page, 2).locator('[data-does="remove"]').click();
      assert.equal((await names(page)).length, before.length);
      await page.locator("#undo").click();
      assert.equal((await names(page)).length, before.length + 1);
      // What is typed after a removal is a step of its own, and not thrown away with it.
      const focus = page.locator('.edit-day [data-field="focus"]').first(), was = await focus.inputValue();
      await focus.fill("In the cellar");
      await page.locator("#undo").click();
      assert.deepEqual([await focus.inputValue(), (await names(page)).length], [was, before.length + 1]);
      await save(page);
      const { days } = await stored(page);
      assert.deepEqual(days[0].exercises.slice(0, 2).map((one) => one.group), [letter, letter]);
    }));
  });
}

test("what fits no number stays in its field, is said, and is not saved", () => visit("/plan/edit", {}, async (page) => {
  await unfold(page, card(page, 0));
  const before = await stored(page), field = (name) => card(page, 0).locator(`[data-field="${name}"]`);
  for (const [name, texts] of Object.entries({ sets: ["four", "99", "0"], reps_max: ["10 reps", "6,5"], rpe: ["8ish"], weight_kg: ["60 kg"] })) {
    const was = await field(name).inputValue();
    for (const text of texts) {
      await field(name).fill(text);
      assert.equal(await field(name).evaluate((node) => node.validity.valid), false, `${name}: ${text}`);
    }
    await field("note").fill("About " + name);
    await page.locator("#save").click();
    assert.equal(await page.evaluate(() => document.activeElement.dataset.field), name);
    assert.match(page.url(), /\/plan\/edit$/);
    await field(name).fill(was);
    assert.ok(await field(name).evaluate((node) => node.validity.valid));
  }
  await save(page);
  const { days } = await stored(page);
  assert.deepEqual(days[0].exercises[0].sets, before.days[0].exercises[0].sets);
  assert.equal(days[0].exercises[0].note, "About weight_kg");
}));

test("a plan's plain data: order, sets, keys, and where a rule points", () => {
  assert.deepEqual(moved(["a", "b", "c"], 2, -1), ["a", "c", "b"]);
  assert.deepEqual(moved(["a", "b"], 0, -1), ["a", "b"]);
  const set = { reps_min: 5, reps_max: 8, weight_kg: null, rpe: 8 };
  assert.deepEqual(resized([set], 3), [set, set, set]);
  assert.equal(resized([set, set], 1).length, 1);
  assert.equal(freeKey([{ day: "Day1" }, { day: "Day3" }]), "Day2");
  assert.deepEqual(place("/days/1/exercises/2/sets/0/reps_min"), { day: 1, exercise: 2 });
  assert.deepEqual(place("/days/3/exercises"), { day: 3 });
  assert.deepEqual(place("/days"), {});
  const swapped = planned({ id: "row", reps_min: 8, reps_max: 12 }, { group: "A", note: null, sets: [set, set] });
  assert.deepEqual([swapped.exercise_id, swapped.group, swapped.sets.length, swapped.sets[0].reps_min, swapped.sets[0].rpe], ["row", "A", 2, 8, 8]);
  assert.deepEqual([0, 45, 90, 600].map(clock), ["0:00", "0:45", "1:30", "10:00"]);
  assert.deepEqual(rests(null), rests(90), "one of the list stands there once");
  assert.deepEqual(rests(77).slice(5, 8), [75, 77, 90]);
  assert.ok(rests(null).every((seconds) => seconds <= 900), "each is allowed");
  assert.deepEqual(balance({ lats: 3 }, { chest: 1 }), [{ name: "lats", before: 3, after: 0 }, { name: "chest", before: 0, after: 1 }]);
});

test("unsaved edits survive a reload, leaving asks, and they can be discarded", () => visit("/plan/edit", {}, async (page) => {
  const dialogs = [];
  page.on("dialog", (dialog) => { dialogs.push(dialog.type()); dialog.accept(); });
  const focus = page.locator('[data-field="focus"]').first(), was = await focus.inputValue();
  await focus.click();
  await focus.fill("Not saved");
  await page.reload();
  await ours(page);
  assert.deepEqual(dialogs, ["beforeunload"]);
  assert.equal(await page.locator('[data-field="focus"]').first().inputValue(), "Not saved");
  await page.locator("#discard").click();
  assert.equal(await page.locator('[data-field="focus"]').first().inputValue(), was);
  await page.reload();
  await ours(page);
  assert.equal(await page.locator("#discard").count(), 0);
}));

for (const take of ["merged", "theirs"]) {
  test(`a change from another tab is shown, and ${take} is taken`, () => visit("/plan/edit", { size: take === "merged" ? "phone" : "desk", expected: ["412"] }, async (page, context) => {
    await page.locator('[data-field="focus"]').first().fill("Mine " + take);
    await elsewhere(context, 1, "Theirs " + take);
    await page.locator("#save").click();
    await page.locator("#moved").waitFor();
    const said = await page.locator("#moved").innerText();
    assert.match(said, new RegExp(`Mine ${take}[^]*Theirs ${take}`));
    await sound(page, `plan-moved-${take}`);
    await page.locator(`[data-take="${take}"]`).click();
    if (take === "theirs") {
      assert.notEqual(await page.locator('[data-field="focus"]').first().inputValue(), "Mine theirs");
      assert.equal(await page.locator('[data-field="focus"]').nth(1).inputValue(), "Theirs theirs");
      await page.locator("#bring-back").click();
      assert.equal(await page.locator('[data-field="focus"]').first().inputValue(), "Mine theirs");
      await page.locator("#save").click();
      await page.locator('[data-take="merged"]').click();
    }
    await save(page);
    const { days } = await stored(page);
    assert.deepEqual(days.slice(0, 2).map((day) => day.focus), ["Mine " + take, "Theirs " + take]);
  }));
}

test("a save goes through where only something besides the plan has moved", () => visit("/plan/edit", { expected: ["412"] }, async (page) => {
  await page.locator('[data-field="focus"]').first().fill("Still mine");
  const status = await page.evaluate(async () => {
    const got = await fetch("/api/v1/profile"), profile = await got.json();
    return (await fetch("/api/v1/profile", { method: "PUT", headers: { "content-type": "application/json", "if-match": got.headers.get("etag") }, body: JSON.stringify(profile) })).status;
  });
  assert.equal(status, 200);
  await save(page);
  assert.equal((await stored(page)).days[0].focus, "Still mine");
}));

test("without a signal the edits wait on this device", () => visit("/plan/edit", { expected: ["ERR_INTERNET_DISCONNECTED", "fetching the script"] }, async (page, context) => {
  await page.locator('[data-field="focus"]').first().fill("In the basement");
  await context.setOffline(true);
  await page.locator("#save").click();
  assert.match(await page.locator("#notice").innerText(), /kept on this device/);
  await context.setOffline(false);
  await save(page);
}));

test("a name that means harm is text in the editor, the finder and the conflict", () => visit("/plan", { expected: ["412"] }, async (page, context) => {
  const id = await page.evaluate(async (name) => {
    const made = await fetch("/api/v1/exercises", { method: "POST", headers: { "content-type": "application/json", "idempotency-key": crypto.randomUUID() }, body: JSON.stringify({
      name, aliases: [], primary_muscles: ["lats"], secondary_muscles: [], equipment: ["bodyweight"], pattern: "horizontal_pull", mechanic: "compound", unilateral: false, bodyweight: "none", measure: "reps", level: "beginner", rest_seconds: 90, reps_min: 8, reps_max: 12, contraindications: [], cues: [] }) });
    return made.ok ? (await made.json()).id : made.text();
  }, HOSTILE);
  assert.match(id, /^my-/);
  await page.goto("/plan/edit");
  await ours(page);
  await page.locator('[data-does="add"]').first().click();
  await page.locator("#finder-text").fill("onerror");
  await page.locator(".pick", { hasText: "<img" }).click();
  assert.ok((await names(page)).includes(HOSTILE));
  await elsewhere(context, 1, "<b>Theirs</b>");
  await page.locator("#save").click();
  await page.locator("#moved").waitFor();
  assert.match(await page.locator("#moved").innerText(), /<img src=x[^]*<b>Theirs<\/b>/);
  assert.equal(await page.locator("main img, #moved h3 b").count(), 0);
  await page.locator('[data-take="merged"]').click();
  await save(page);
  assert.ok((await page.locator(".exercises .name").allInnerTexts()).some((name) => name.includes("<img src=x")));
}));

for (const size of Object.keys(SIZES)) {
  test(`a version is compared and brought back, ${size}`, () => visit("/plan/versions", { size }, async (page) => {
    await sound(page, `plan-versions-${size}`);
    const before = await page.locator("#versions li").count();
    assert.ok(before >= 2);
    await page.locator("#versions a", { hasText: "Compare" }).first().click();
    await page.locator("#version-diff .diff").first().waitFor();
    await sound(page, `plan-version-${size}`);
    await page.locator("#restore").click();
    await page.waitForURL(/\/plan\?told=restored$/);
    assert.match(await page.locator("#flash").innerText(), /is your plan again/);
    assert.equal((await stored(page)).meta.source, "restored");
  }));
}

test("the plan shows its main lifts in three futures, and the table says the same", () => visit("/plan", { size: "desk" }, async (page) => {
  const figures = page.locator("#plan-futures .future");
  assert.ok(await figures.count() >= 1);
  for (const figure of await figures.all()) {
    await figure.locator("summary").click();
    const rows = await figure.locator(".weekly tbody tr").all();
    assert.equal(rows.length, 8);
    const [first, last] = await Promise.all([rows[0], rows.at(-1)].map((row) => row.locator("td").allInnerTexts()));
    const ends = await figure.locator("> table td").allInnerTexts();
    ends.forEach((text, at) => assert.match(text, new RegExp(`^${first[at]} → ${last[at]} `)));
    assert.equal(await figure.locator("polyline").count(), 3);
  }
}));

test("on paper: days, sets and room to write, nothing to press", () => visit("/plan", { size: "desk" }, async (page) => {
  await page.emulateMedia({ media: "print" });
  await page.screenshot({ path: join(shots, "plan-print.png"), fullPage: true });
  // Paper is read on other days, too.
  assert.doesNotMatch(await page.locator(".days").innerText(), /Today/);
  assert.equal(await page.locator("button:visible, nav:visible, .bar:visible").count(), 0);
  const { days } = await stored(page);
  const sets = days.flatMap((day) => day.exercises).reduce((sum, one) => sum + one.sets.length, 0);
  assert.equal(await page.locator(".blanks span:visible").count(), sets);
  assert.equal(await page.locator(".day h2:visible").count(), days.length);
  await page.emulateMedia({ media: "screen" });
  assert.equal(await page.locator(".blanks span:visible").count(), 0);
}));

test("on a wide screen the week has seven columns", () => visit("/plan", { size: "desk" }, async (page) => {
  const tops = await page.locator(".days > *").evaluateAll((nodes) => nodes.map((node) => Math.round(node.getBoundingClientRect().top)));
  assert.equal(tops.length, 7);
  assert.equal(new Set(tops).size, 1, "all in one row");
}));

test("without scripts the page says what works", () => visit("/plan/edit", { scripts: false }, async (page) => {
  assert.match(await page.locator("#no-scripts").innerText(), /earlier version/);
  await page.goto("/plan/versions");
  await page.locator("#versions a", { hasText: "Compare" }).first().click();
  assert.ok(await page.locator("#restore, .bar a").first().isVisible());
}));
