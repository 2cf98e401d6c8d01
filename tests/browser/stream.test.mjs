// What a model streams, as the page shows it: the same wherever the stream is cut, markdown that stays
// text, a stop that is one. The model says what it is told to; everything else is the real thing.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { figure, until } from "./gym.mjs";
import { startModel } from "./model.mjs";
import { demoStage, said, say } from "./stage.mjs";
import { ours } from "./support.mjs";

const HOSTILE = ["<img src=x onerror=alert(1)> [a link](java", "script:alert(1)) **bo", "ld**\n\n- <scr", "ipt>alert(1)</script>\n- `code", "` & more\n\n", "| a | b |\nend 💪", "🏋️ of it."];
const ANSWERS = {
  "Look and tell": (last) => (last.role === "user" ? { calls: [["getProfile", {}]] } : { pieces: HOSTILE, pause: 30 }),
  "Talk for ever": () => ({ pieces: Array(600).fill("and on "), pause: 100 }),
};
let model;
const stage = demoStage(undefined, async () => {
  model = await startModel((messages) => {
    const asked = messages.findLast((one) => one.role === "user")?.content ?? "";
    return (ANSWERS[asked] ?? (() => ({ pieces: ["Fine."] })))(messages.at(-1));
  });
  return model.environment;
});
after(() => model?.stop());

/** Lets so many whole events through, and half of the next one if asked, then breaks the connection, once. */
const scissors = () => {
  const real = window.fetch;
  window.cuts = 0;
  window.fetch = async (...asked) => {
    const answer = await real(...asked), cut = window.cut;
    if (!/\/events$/.test(new URL(asked[0], location.href).pathname) || !answer.body) return answer;
    window.cut = undefined;
    window.events = 0;
    let text = "", sent = 0;
    const decode = new TextDecoder(), encode = new TextEncoder();
    const blade = new TransformStream({ transform(piece, out) {
      text += decode.decode(piece, { stream: true });
      const ends = [...text.matchAll(/\n\n/g)].map((found) => found.index + 2);
      window.events = ends.length;
      if (!cut || ends.length < cut.whole + (cut.half ? 1 : 0)) {
        const whole = ends.at(-1) ?? 0, upTo = cut?.half ? Math.max(sent, ends[cut.whole - 1] ?? 0) : whole;
        if (!cut || upTo > sent) { out.enqueue(encode.encode(text.slice(sent, cut ? upTo : text.length))); sent = cut ? upTo : text.length; }
        return;
      }
      const start = cut.whole ? ends[cut.whole - 1] : 0, end = cut.half ? start + Math.ceil((ends[cut.whole] - start) / 2) : start;
      if (end > sent) out.enqueue(encode.encode(text.slice(sent, end)));
      window.cuts++;
      // What was let through is taken in before the connection breaks.
      return new Promise((done) => setTimeout(done, 30)).then(() => out.error(new TypeError("cut")));
    } });
    return new Response(answer.body.pipeThrough(blade), { status: answer.status, headers: answer.headers });
  };
};

async function told(page, cut) {
  await page.goto("/coach?fresh=true");
  await ours(page);
  await page.evaluate((at) => { window.cut = at; }, cut);
  await say(page, "Look and tell");
  await page.waitForFunction(() => document.getElementById("working").hidden && document.querySelector("#messages .drawn") && !document.querySelector("#messages .live"));
  await page.waitForFunction(() => document.querySelector("#messages").innerText.includes("of it."), undefined, { timeout: 5000 }).catch(() => {});
  return page.locator("#messages").innerHTML().then((html) => html.replace(/ id="[^"]*"/g, ""));
}

test("a stream cut at any event, or in the middle of one, shows the same in the end", () => stage.visit("/coach?fresh=true", { init: scissors }, async (page) => {
  const whole = await told(page), events = await page.evaluate(() => window.events);
  assert.match(await said(page), /end 💪🏋️ of it\.$/);
  assert.ok(events >= HOSTILE.length + 3, `${events} events`);
  const tried = Array.from({ length: events - 1 }, (_, at) => [{ whole: at + 1 }, { whole: at, half: true }]).flat();
  for (const cut of tried) {
    assert.equal(await told(page, cut), whole, `cut after ${cut.whole}${cut.half ? " and a half" : ""}`);
    assert.equal(await page.evaluate(() => window.cuts), 1, "it was cut");
  }
  figure(`streams cut in the browser: ${tried.length} places in ${events} events, the same page after each`);
}));

test("what a model writes is text: no picture, no link, no script, no frame", () => stage.visit("/coach?fresh=true", { init: scissors }, async (page) => {
  await told(page);
  const prose = page.locator("#messages .coach .prose").last();
  assert.equal(await prose.locator("img, a, script, iframe, table").count(), 0);
  assert.match(await prose.innerText(), /<img src=x onerror=alert\(1\)> \[a link\]\(javascript:alert\(1\)\) bold/);
  assert.deepEqual(await prose.locator("b").allInnerTexts(), ["bold"]);
  assert.deepEqual(await prose.locator("li").allInnerTexts(), ["<script>alert(1)</script>", "code & more"]);
  assert.deepEqual(await prose.locator("code").allInnerTexts(), ["code"]);
  // As it is read anew, and without scripts, it is the same words.
  await page.goto("/coach");
  assert.match(await said(page), /<img src=x onerror=alert\(1\)>.*end 💪🏋️ of it\.$/);
}));

test("Stop stops the model too, says so, and the next message is answered", () => stage.visit("/coach?fresh=true", {}, async (page) => {
  const before = model.hungUp();
  await say(page, "Talk for ever");
  await page.getByText("and on and on").waitFor();
  await page.getByRole("button", { name: "Stop" }).click();
  await page.getByText("Stopped. What it was just saying is not kept.").waitFor();
  assert.ok(await page.locator("#working").isHidden());
  await until(async () => model.hungUp() > before, "the model's connection is closed");
  await say(page, "And now?");
  await page.locator("#messages").getByText("Fine.").waitFor();
  await page.goto("/coach");
  assert.ok(!(await said(page)).includes("and on and on"), "what was cut short is not kept");
  await page.goto("/coach/runs");
  assert.match(await page.locator(".runs > *").nth(1).innerText(), /Stopped/);
}));
