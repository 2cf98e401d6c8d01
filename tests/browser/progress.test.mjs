// Progress in a real browser: the body map by arrow keys, the list that says the same, the lifts.
import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import { asked, demoStage, looksRight, NOBODY, sent, shots, SIZES } from "./stage.mjs";
import { ours, startFresh } from "./support.mjs";

const { visit } = demoStage(() => visit("/", {}, train));

/** A workout this week that leaves muscles on every step of the map. */
async function train(page) {
  const { body: { id } } = await sent(page, "POST", "sessions", { split_day: null });
  for (const [exercise_id, sets] of [["barbell-bench-press", 11], ["barbell-back-squat", 18], ["barbell-calf-raise", 1], ["dumbbell-row", 6]]) {
    for (let set_index = 1; set_index <= sets; set_index++) {
      await sent(page, "POST", `sessions/${id}/sets`, { exercise_id, set_index, reps: 8, weight_kg: 40, kind: "working" });
    }
  }
  assert.equal((await sent(page, "PATCH", `sessions/${id}`, { status: "completed" })).body.status, "completed");
}

const summary = (page) => asked(page, "progress/summary");
const standing = (page) => page.evaluate(() => document.activeElement.dataset.muscle);

for (const size of Object.keys(SIZES)) {
  describe(`progress, ${size}`, () => {
    test("looks right, with a muscle chosen too", () => visit("/progress", { size }, async (page) => {
      await page.locator("#body-map[data-ready]").waitFor();
      await looksRight(page, `progress-${size}`);
      await page.locator("#region-chest").focus();
      await page.keyboard.press("Enter");
      assert.match(await page.locator(".about.chosen").innerText(), /^Chest/);
      assert.equal(await page.locator(".about:visible").count(), 1);
      await looksRight(page, `progress-chosen-${size}`);
    }));

    test("a lift has its charts, and their tables say the same", () => visit("/progress", { size }, async (page) => {
      await page.locator(".lifts h3 a").first().click();
      await page.waitForURL(/\/progress\/.+/);
      await ours(page);
      assert.equal(await page.locator(".graph").count(), 3);
      const id = page.url().split("/").at(-1);
      const { trend } = await asked(page, `progress/exercises/${id}`);
      const graph = page.locator("#graph-e1rm");
      await graph.locator("summary").click();
      assert.equal(await graph.locator("tbody tr").count(), trend.length);
      assert.equal((await graph.locator("polyline").getAttribute("points")).split(" ").length, trend.length);
      const newest = Math.round(trend.at(-1).e1rm_kg * 10) / 10;
      assert.match(await graph.locator("tbody td").first().innerText(), new RegExp(`^${newest} kg$`));
      assert.ok(await graph.locator("svg title").count() === 1 && (await graph.locator("desc").textContent()).includes(String(newest)));
      await looksRight(page, `progress-lift-${size}`);
    }));
  });
}

test("every muscle is a region with a name, reached by arrow keys, with a ring where the focus is", () => visit("/progress", { size: "desk" }, async (page) => {
  const { muscles } = await summary(page);
  await page.locator("#body-map[data-ready]").waitFor();
  assert.equal(await page.locator('#body-map [tabindex="0"]').count(), 1, "one stop for Tab");
  await page.locator('#body-map [tabindex="0"]').focus();
  const seen = new Set([await standing(page)]), paths = [[]];
  const first = await standing(page);
  // From the first region outwards, every way, until nothing new turns up.
  for (let path; (path = paths.shift()); ) {
    for (const key of ["ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"]) {
      await page.locator("#region-" + first).focus();
      for (const step of [...path, key]) await page.keyboard.press(step);
      const now = await standing(page);
      if (!seen.has(now)) { seen.add(now); paths.push([...path, key]); }
    }
  }
  assert.deepEqual([...seen].sort(), muscles.map((one) => one.muscle).sort());
  await page.keyboard.press("ArrowUp");
  const [ring, other] = await page.evaluate(() => {
    const width = (node) => Number.parseFloat(getComputedStyle(node.querySelector("path")).strokeWidth);
    return [width(document.activeElement), width([...document.querySelectorAll(".region")].find((node) => node !== document.activeElement))];
  });
  assert.ok(ring > other + 1, `the ring shows: ${ring} against ${other}`);
  await page.screenshot({ path: join(shots, "progress-focus.png") });
}));

/** Compares the map and the list with what the server says; answers with the steps that were seen. */
async function sameEverywhere(page) {
  const { muscles } = await summary(page), seen = new Set();
  for (const { muscle, sets, status } of muscles) {
    const region = page.locator("#region-" + muscle), row = page.locator(`tr[data-muscle="${muscle}"]`);
    const shown = String(Math.round(sets * 10) / 10);
    assert.ok((await region.getAttribute("aria-label")).includes(`: ${shown} set`), muscle);
    assert.equal((await row.locator("td").first().innerText()).trim(), shown, muscle);
    const step = Number(await region.getAttribute("data-step"));
    assert.ok({ none: [0], under: [1, 2], in_range: [3], over: [4] }[status].includes(step), `${muscle}: ${status} is step ${step}`);
    assert.equal(await region.locator("g").getAttribute("fill"), `url(#step-${step})`);
    seen.add(step);
  }
  return [...seen].sort();
}

test("the map, the list and the server say the same of every muscle, and each step has its own pattern", () => visit("/progress", {}, async (page) => {
  await sameEverywhere(page);
  const patterns = await page.locator("#body-map pattern").evaluateAll((all) => all.map((one) => one.innerHTML.replace(/step-\d/g, "")));
  assert.equal(patterns.length, 5);
  assert.equal(new Set(patterns.slice(1)).size, 4);
}));

test("a muscle chosen in the list is told with its exercises, which lead to the lift", () => visit("/progress", {}, async (page) => {
  const { muscles } = await summary(page);
  const done = muscles.find((one) => one.sets > 0)?.muscle ?? "chest";
  await page.locator(`tr[data-muscle="${done}"] a`).click();
  const about = page.locator("#about-" + done);
  assert.ok(await about.isVisible());
  assert.equal(await page.locator("#region-" + done).getAttribute("aria-current"), "true");
  await about.locator(".lines a").first().click();
  await page.waitForURL(/\/progress\/.+/);
}));

test("without scripts a region leads to the same words", () => visit("/progress", { scripts: false }, async (page) => {
  assert.equal(await page.locator(".about:visible").count(), 0);
  await page.locator('tr[data-muscle="chest"] a').click();
  assert.deepEqual(await page.locator(".about:visible h3").count(), 1);
}));

test("coming back costs a 304", () => visit("/progress", {}, async (page) => {
  const [first, again] = await page.evaluate(async () => {
    const one = await fetch("/progress", { cache: "no-store" }), tag = one.headers.get("etag");
    const two = await fetch("/progress", { cache: "no-store", headers: { "if-none-match": tag } });
    return [[one.status, (await one.text()).length], [two.status, (await two.text()).length]];
  });
  assert.equal(first[0], 200);
  assert.deepEqual(again, [304, 0]);
}));

test("before the first workout the page says what to do, after it the map shows every step", async () => {
  const fresh = await startFresh();
  try {
    await visit(fresh.url, { origin: fresh.origin, state: NOBODY }, async (page) => {
      await page.locator('[name="name"]').fill("Ada");
      await page.locator('[name="password"]').fill("a long sentence");
      await page.locator("button[type=submit]").first().click();
      await page.waitForURL((url) => !url.pathname.startsWith("/setup"));
      await page.goto("/progress");
      await ours(page);
      await looksRight(page, "progress-empty");
      assert.match(await page.locator("#untrained").innerText(), /Start a workout/);
      assert.equal(await page.locator('.region[data-step="0"]').count(), 18);
      await page.goto("/progress/barbell-back-squat");
      assert.match(await page.locator("main").innerText(), /Nothing logged yet/);
      await page.goto("/plan/versions");
      assert.match(await page.locator("main").innerText(), /No version was saved yet/);
      // What a demo trained so far this week hangs on the day of the week; this account's week does not.
      await train(page);
      await page.goto("/progress");
      await ours(page);
      assert.deepEqual(await sameEverywhere(page), [0, 1, 2, 3, 4], "every step is seen");
    });
  } finally {
    await fresh.stop();
  }
});
