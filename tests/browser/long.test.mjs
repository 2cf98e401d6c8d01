// Names as long as they may be, without a space and full of markup: they push nothing out of the window
// and stay text on every page.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { gymStage, logIn, nothingActive, phone, tab, until } from "./gym.mjs";
import { looksRight } from "./stage.mjs";
import { ours, overflow } from "./support.mjs";

const stage = gymStage();
const LONG = ["Brustpressenmaschinensitzneigungsverstellung".repeat(2).slice(0, 78), "Oberkörperunterkörper".repeat(3).slice(0, 56)];
const HOSTILE = ["<img/src=x/onerror=hurt=1>\"'`${hurt=1}{{hurt}}{%hurt%}&lt;</script>", "<b/id=hurt>{{hurt}}"];

async function oddPlan(NAME, FOCUS) {
  const { ask } = stage;
  const made = await ask("POST", "/exercises", {
    name: NAME, primary_muscles: ["chest"], secondary_muscles: [], equipment: ["barbell"], pattern: "horizontal_push", mechanic: "compound",
    unilateral: false, measure: "reps", level: "beginner", rest_seconds: 90, cues: [NAME, "Breathe."],
  });
  assert.equal(made.status, 201, JSON.stringify(made.value));
  const { value: plan } = await ask("GET", "/weekly-plan");
  const days = plan.days.map(({ day, weekday, exercises }) => ({
    day, weekday, focus: FOCUS + day,
    exercises: [{ exercise_id: made.value.id, rest_seconds: 90, note: NAME, sets: [{ reps_min: 8, reps_max: 10, weight_kg: null, rpe: 7 }, { reps_min: 8, reps_max: 10, weight_kg: null, rpe: 7 }] },
      ...exercises.slice(1).map(({ exercise_id, group, rest_seconds, note, sets }) => ({ exercise_id, group, rest_seconds, note, sets: sets.map((set) => ({ ...set, weight_kg: null })) }))],
  }));
  return { id: made.value.id, plan: { split: plan.split, days } };
}

describe("odd names", () => {
  for (const [width, [NAME, FOCUS], kind] of [[320, LONG, "long"], [390, LONG, "long"], [390, HOSTILE, "hostile"]]) {
    test(`no page is wider than a window of ${width}, and none holds markup that a name wrote: ${kind}`, async () => {
      await nothingActive(stage.ask);
      const context = await phone(stage.browser, stage.gym, { viewport: { width, height: 844 } }), page = await tab(context, stage.gym);
      const faults = [], look = async (name) => {
        await ours(page);
        const over = await overflow(page);
        const live = await page.evaluate(() => [...document.querySelectorAll('img, #hurt, main script:not([type="application/json"])')].map((node) => node.outerHTML.slice(0, 80)).concat(typeof hurt === "number" ? ["it ran"] : []));
        if (live.length > 0) faults.push(`${name}: a name became markup: ${live}`);
        if (over > 0) faults.push(`${name} at ${width}: ${over} px too wide`);
        await looksRight(page, `${kind}-${name}-${width}`, 0).catch((error) => faults.push(`${name}: ${error.message}`));
      };
      try {
        await logIn(page);
        const { id, plan } = await oddPlan(NAME, FOCUS);
        const saved = await page.evaluate(async (plan) => {
          const seen = await fetch("/api/v1/weekly-plan"), tag = seen.headers.get("etag");
          const answer = await fetch("/api/v1/weekly-plan", { method: "PUT", headers: { "content-type": "application/json", "if-match": tag }, body: JSON.stringify(plan) });
          return [answer.status, await answer.text()];
        }, plan);
        assert.equal(saved[0], 200, saved[1]);
        for (const path of ["/", "/plan", "/plan/edit", "/workout", `/progress/${id}`, "/settings"]) {
          await page.goto(path);
          await look(path.replaceAll("/", "-").slice(0, 20));
        }
        const { value: session } = await stage.ask("POST", "/sessions", { split_day: plan.days[0].day });
        await page.goto("/workout");
        await look("active");
        await page.locator("#log").click();
        await until(async () => (await stage.setsOf(session.id)).length === 1, "a set");
        await look("logged");
        const logged = await stage.ask("POST", `/sessions/${session.id}/sets`, { exercise_id: id, set_index: 2, reps: 10, weight_kg: 40, note: NAME });
        assert.equal(logged.status, 201, JSON.stringify(logged.value));
        await page.goto("/workout");
        await look("ticked");
        await page.locator("#around > summary").click();
        await look("around");
        await stage.ask("PATCH", `/sessions/${session.id}`, { status: "completed", notes: NAME });
        await page.goto(`/workout/${session.id}`);
        await look("finish");
        for (const path of ["/", "/progress", `/progress/${id}`]) {
          await page.goto(path);
          await look(`after${path.replaceAll("/", "-").slice(0, 12)}`);
        }
        const { value: talk } = await stage.ask("POST", "/conversations", {});
        await stage.ask("POST", `/conversations/${talk.id}/messages`, { text: "Make me a plan for 4 days" });
        await page.goto(`/coach?conversation=${talk.id}`);
        await page.locator(".proposal").waitFor();
        await look("coach");
        assert.deepEqual(faults, []);
      } finally { await context.close(); }
    });
  }
});
