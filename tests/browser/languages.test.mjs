// A first week in German and in Spanish, by clicking on a phone: from the setup link to a finished workout, a
// proposal declined and one confirmed through the chips, and every page, with no word of English on any of them.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { asked, demoStage, NOBODY, pending, say, sent, sound, tapLog } from "./stage.mjs";
import { ours, startFresh } from "./support.mjs";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const { visit } = demoStage();

/** Words of three letters and more. */
const wordsOf = (text) => text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];

/** Everything that is said in a language: its catalogues, without keys and names of arguments, and its exercises. */
function spoken(language) {
  const folder = join(ROOT, "texts", language);
  const files = readdirSync(folder).filter((name) => name.endsWith(".ftl"));
  const lines = files.flatMap((name) => readFileSync(join(folder, name), "utf8").split("\n"));
  const texts = lines.filter((line) => !line.startsWith("#")).map((line) => line.replace(/^[a-z0-9-]+ =/, ""));
  const exercises = language === "en" ? "src/domain/catalogue/exercises.json" : `texts/${language}/exercises.json`;
  const named = Object.values(JSON.parse(readFileSync(join(ROOT, exercises), "utf8")));
  const calls = named.flatMap(({ name, aliases, cues }) => [name, ...aliases, ...cues]);
  return new Set(wordsOf([...texts.map((text) => text.replace(/\{ ?\$\w+( ->)? ?\}?|\[\w+\]|\*\[other\]/g, " ")), ...calls].join(" ")));
}

/** What belongs to no language: the name of the person and of the program, what is typed as it stands, units. */
const NAMES = ["ada", "english", "spotter", "kg", "chest", "pain", "csv", "json", "hevy", "strong", "fitnotes", "url", "utc"];

/** Words that English has and this language has not. */
function foreignTo(language) {
  const own = spoken(language);
  return new Set([...spoken("en")].filter((word) => !own.has(word) && !NAMES.includes(word)));
}

/** All that a page says: to the eye, to a screen reader, in a field, and what it would show when asked. */
const saidBy = (page) => page.evaluate(() => {
  const skipped = (node) => node.closest("script, style, noscript, code, [data-own-words], datalist, #p-time_zone");
  const walk = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT), found = [];
  while (walk.nextNode()) if (!skipped(walk.currentNode.parentElement)) found.push(walk.currentNode.data);
  for (const node of document.querySelectorAll("[aria-label], [title], [placeholder], [alt]"))
    for (const name of ["aria-label", "title", "placeholder", "alt"]) found.push(node.getAttribute(name) ?? "");
  return found;
});

async function speaks(page, language, foreign, name) {
  assert.equal(await page.locator("html").getAttribute("lang"), language, name);
  const found = (await saidBy(page)).filter((text) => wordsOf(text).some((word) => foreign.has(word)));
  const words = (text) => wordsOf(text).filter((word) => foreign.has(word)).join(", ");
  assert.deepEqual(found.map((text) => `${words(text)}: ${text.trim()}`), [], `${name}: words of another language`);
  await sound(page, `${language}-${name}`);
}

for (const [language, locale, decimal] of [["de", "de-DE", ","], ["es", "es-ES", ","]]) {
  describe(`a first week in ${language}`, () => {
    const foreign = foreignTo(language);
    const here = { state: NOBODY, locale, expected: ["401", "404", "422", "423"] };
    let fresh;
    before(async () => {
      fresh = await startFresh();
      here.origin = fresh.origin;
    });
    after(() => fresh?.stop());

    test("from the setup link to a finished workout", () => visit("/login", here, async (page) => {
      const right = (name) => speaks(page, language, foreign, name);
      await page.goto("/setup");
      await right("setup-closed");
      await page.goto(fresh.url);
      await right("setup");
      await page.locator("#setup-form [name=name]").fill("Ada");
      await page.locator("#setup-form [name=password]").fill("squat rack on mondays");
      await page.locator("#setup-form button[type=submit]").click();
      await page.waitForURL(`${fresh.origin}/welcome`);
      await right("welcome");
      await page.locator("#w-weight").fill("x");
      await page.locator("#make-plan").click();
      await page.locator("#errors").waitFor();
      await right("welcome-wrong");
      await page.locator("#w-weight").fill("71,5");
      await page.locator("#make-plan").click();
      await page.waitForURL(`${fresh.origin}/plan`);
      await right("plan");
      assert.equal((await asked(page, "profile")).bodyweight_kg, 71.5);
      await page.goto("/coach");
      await ours(page);
      await right("coach");
      const chips = page.locator("[data-idea]");
      const [first, second] = [await chips.nth(0).innerText(), await chips.nth(1).innerText()];
      await chips.nth(0).click();
      await pending(page).waitFor();
      await right("proposal");
      await pending(page).locator(".decline > summary").click();
      await pending(page).locator(".decline button[type=submit]").click();
      await page.locator(".proposal.declined").waitFor();
      await right("declined");
      await page.goto("/coach?fresh=true");
      await ours(page);
      await page.locator("[data-idea]").nth(1).click();
      await pending(page).waitFor();
      await right("proposal-profile");
      await pending(page).locator("button.primary").click();
      await page.locator(".proposal.executed").waitFor();
      await right("confirmed");
      assert.equal((await asked(page, "profile")).session_minutes, 40, `“${second}” was not understood`);
      assert.notEqual(first, second);
      for (const idea of ["2", "3", "4"]) {
        await page.goto("/coach?fresh=true");
        await ours(page);
        await page.locator("[data-idea]").nth(Number(idea)).click();
        await page.locator(".message.coach .prose").first().waitFor();
        await page.waitForTimeout(400);
        await right(`idea-${idea}`);
      }
      await page.goto("/");
      await ours(page);
      await right("today");
      await page.locator("#start").click();
      await page.waitForURL(/\/workout$/);
      await ours(page);
      await right("workout");
      for (let sets = 1; sets <= 3; sets++) await tapLog(page, sets);
      await right("workout-logged");
      await page.locator("#finish-form button[value=completed], #finish button[value=completed]").first().click();
      await page.waitForURL(/\/workout\/.+/);
      await right("done");
    }));

    test("every page, in kilograms and in pounds, and what goes wrong", () => visit("/login", here, async (page) => {
      const right = (name) => speaks(page, language, foreign, name);
      await right("login");
      await page.locator("[name=name]").fill("Ada");
      await page.locator("[name=password]").fill("wrong password");
      await page.locator("form button[type=submit]").first().click();
      await page.locator("#problem").waitFor();
      await right("login-wrong");
      await page.locator("[name=name]").fill("Ada");
      await page.locator("[name=password]").fill("squat rack on mondays");
      await page.locator("form button[type=submit]").first().click();
      await page.waitForURL(`${fresh.origin}/`);
      for (const units of ["kg", "lb"]) {
        await page.goto("/settings");
        await page.locator("#p-units").selectOption(units);
        await page.locator("#save-profile").click();
        await page.waitForLoadState();
        for (const path of [
          "/", "/plan", "/plan/edit", "/plan/versions", "/progress", "/progress/barbell-back-squat", "/workout",
          "/coach", "/coach/history", "/coach/runs", "/settings", "/safety", "/no-such-page", "/workout/none",
        ]) {
          await page.goto(path);
          await right(`${path.slice(1).replaceAll("/", "-") || "today"}-${units}`);
        }
        await page.goto("/coach/runs");
        const runs = await page.locator("main a[href^='/coach/runs/']").evaluateAll((links) => links.map((link) => link.pathname));
        assert.ok(runs.length >= 5);
        for (const path of new Set(runs)) {
          await page.goto(path);
          await right(`run-${units}`);
        }
      }
      await page.goto("/progress");
      const loads = (await page.locator("main").innerText()).match(/\d+[.,]\d+ (?:kg|lb)/g) ?? [];
      assert.deepEqual(loads.filter((load) => !load.includes(decimal)), [], "a load without the language's sign");
      const { status, body } = await sent(page, "POST", "sessions/none/sets", { set_index: 0 });
      assert.ok(status >= 400);
      assert.deepEqual(wordsOf(body.detail).filter((word) => foreign.has(word)), [], body.detail);
      await page.goto("/coach?fresh=true");
      await ours(page);
      await say(page, "I have chest pain");
      await page.locator("#locked:not([hidden])").waitFor();
      await page.goto("/safety");
      await right("safety-locked");
    }));
  });
}
