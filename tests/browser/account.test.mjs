// What is done seldom and must work when it is: tokens, logins, a password, one's data in and out, the end
// of an account, by clicking; and how a page looks when something is wrong, each in both themes.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { gymStage, logIn, PASSWORD, phone, tab } from "./gym.mjs";
import { asked, decline, looksRight, say, sent, SIZES } from "./stage.mjs";
import { inView, ours } from "./support.mjs";

const HEVY = `title,start_time,end_time,description,exercise_title,superset_id,exercise_notes,set_index,set_type,weight_kg,reps,distance_km,duration_seconds,rpe
"Push <b>day</b>","9 Mar 2026, 17:00","9 Mar 2026, 18:00",,Bench Press (Barbell),,,0,normal,80,5,,,8
Push,"9 Mar 2026, 17:00","9 Mar 2026, 18:00",,Bench Press (Barbell),,,1,normal,80,5,,,8.5
Push,"9 Mar 2026, 17:00","9 Mar 2026, 18:00",,<img src=x onerror=alert(1)>,,,0,normal,40,10,,,8
Push,"9 Mar 2026, 17:00","9 Mar 2026, 18:00",,Bench Press (Barbell),,,2,normal,heavy,5,,,8
`;
const stage = gymStage(["Ada", "Ben", "Cy"]);

/** A page of this person's, logged in, with no fault but what the network says of a refusal. */
async function signedIn(size, name, use) {
  const context = await phone(stage.browser, stage.gym, { viewport: SIZES[size], reducedMotion: "reduce" });
  try {
    const page = await tab(context, stage.gym);
    await logIn(page, name);
    await use(page, context);
    assert.deepEqual(page.faults.filter((fault) => !/Failed to load resource/.test(fault)), []);
  } finally {
    await context.close();
  }
}
const settings = async (page) => { await page.goto("/settings"); await ours(page); };

for (const size of Object.keys(SIZES)) {
  describe(`seldom and sure, ${size}`, () => {
    test("a token is made, shown once, works, and is revoked", () => signedIn(size, "Ada", async (page) => {
      await settings(page);
      await page.locator("#t-name").fill("Watch <b>");
      await page.getByRole("button", { name: "Create token" }).click();
      const secret = await page.locator("#token-secret").innerText();
      await looksRight(page, `new-token-${size}`);
      const ask = () => fetch(`${stage.gym.origin}/api/v1/profile`, { headers: { authorization: `Bearer ${secret}` } });
      assert.equal((await ask()).status, 200);
      await settings(page);
      assert.equal(await page.locator("#token-secret").count(), 0, "it is not shown again");
      await page.getByRole("button", { name: "Revoke Watch <b>" }).click();
      await page.waitForURL(/done=token/);
      assert.equal((await ask()).status, 401);
    }));

    test("a history is looked at before it is taken in, and goes out again", () => signedIn(size, "Ada", async (page) => {
      await settings(page);
      await page.locator("#i-file").setInputFiles({ name: "hevy.csv", mimeType: "text/csv", buffer: Buffer.from(HEVY) });
      await page.locator("#import-form button").click();
      await page.locator("#import-lead").waitFor();
      const first = await page.locator("#take-in").count() > 0;
      assert.match(await page.locator("main").innerText(), /<img src=x onerror=alert\(1\)>/, "names are text");
      await looksRight(page, `import-${size}`);
      if (first) {
        await page.locator("#take-in").click();
        await page.waitForURL(/done=import/);
      }
      assert.equal((await asked(page, "sessions")).items.length, 1, "one workout, however often it is brought");
      await settings(page);
      const download = page.waitForEvent("download");
      await page.locator("#data a[download]").first().click();
      const whole = JSON.parse(readFileSync(await (await download).path(), "utf8"));
      assert.equal(whole.sessions.length, 1);
    }));

    test("another login is ended, and the password changed", () => signedIn(size, "Ben", async (page) => signedIn(size, "Ben", async (other) => {
      await settings(page);
      await page.locator("#logins form button").first().click();
      await page.waitForURL(/done=login/);
      await other.goto("/plan");
      assert.match(other.url(), /\/login/);
      await page.locator("#w-old").fill("not this one");
      await page.locator("#w-new").fill(PASSWORD);
      await page.getByRole("button", { name: "Change password" }).click();
      assert.match(await page.locator("#errors, #problem").first().innerText(), /different one/);
      await looksRight(page, `settings-refused-${size}`);
      await page.locator("#w-old").fill(PASSWORD);
      await page.locator("#w-new").fill(PASSWORD);
      await page.getByRole("button", { name: "Change password" }).click();
      await page.waitForURL(/done=password/);
    })));

    test("what is wrong in a form is said and nothing typed is lost", () => signedIn(size, "Ben", async (page) => {
      await settings(page);
      await page.getByLabel("Minutes a workout").fill("1000");
      await page.getByLabel("Year of birth").fill("long ago");
      await page.getByRole("button", { name: "Save profile" }).click();
      await page.locator("#errors").waitFor();
      assert.match(await page.locator("#errors").innerText(), /“long ago” is not a number/);
      await looksRight(page, `settings-wrong-${size}`);
      await page.goto("/login");
      await page.getByLabel("Name").fill("Ben");
      await page.getByLabel("Password").fill("something else");
      await page.getByRole("button", { name: "Log in" }).click();
      await page.locator("#problem").waitFor();
      await looksRight(page, `login-wrong-${size}`);
    }));

    test("coaching that is stopped says so, on its page and on every other, until it is resolved", () => signedIn(size, "Ben", async (page) => {
      const talk = (await sent(page, "POST", "conversations", {})).body;
      await sent(page, "POST", `conversations/${talk.id}/messages`, { text: "I have chest pain and my left arm is numb" });
      await page.goto("/safety");
      await looksRight(page, `safety-locked-${size}`);
      await page.goto("/");
      assert.ok(await page.locator("#locked").isVisible());
      await looksRight(page, `today-locked-${size}`);
      await page.goto("/safety");
      await page.locator("#resolve-form input[type=checkbox]").check();
      await page.getByRole("button", { name: /^Go on/ }).click();
      await page.locator("#resolve-form").waitFor({ state: "detached" });
      await looksRight(page, `safety-clear-${size}`);
    }));

    test("what stops coaching is seen on the coach's page as it happens, with the way on in place of Send", () => signedIn(size, "Ben", async (page, context) => {
      const stale = await tab(context, stage.gym, "/coach?fresh=true");
      await page.goto("/coach?fresh=true");
      await ours(page);
      await say(page, "I have chest pain");
      await page.locator("#stopped").waitFor();
      assert.match(await page.locator("#locked").innerText(), /^Coaching is stopped\..*how to go on$/);
      assert.ok(await inView(page, page.locator("#stopped-words")), "the sentence is out of view");
      assert.ok(await inView(page, page.locator("#stopped")), "the way on is out of view");
      assert.ok(await page.locator("#ask-text").isDisabled() && await page.locator("#send").isHidden());
      await looksRight(page, `coach-stopped-${size}`);
      await page.reload();
      await ours(page);
      assert.ok(await page.locator("#ask-text").isDisabled() && await page.locator("#stopped").isVisible(), "and so after a reload");
      await looksRight(page, `coach-stopped-again-${size}`);
      // A page from before does not know it yet: it says so in a sentence, with the way on.
      await say(stale, "make me a plan for 3 days");
      const told = stale.locator("#messages .failed");
      await told.waitFor();
      assert.match(await told.innerText(), /Coaching is stopped until you say that it is resolved\. What happened/);
      assert.equal(await stale.locator("#ask-text").inputValue(), "make me a plan for 3 days", "what was typed stays");
      await told.getByRole("link").click();
      await stale.waitForURL(/\/safety$/);
      await stale.locator("#resolve-form input[type=checkbox]").check();
      await stale.getByRole("button", { name: /^Go on/ }).click();
      await stale.locator("#resolve-form").waitFor({ state: "detached" });
      await page.goto("/coach");
      assert.ok(await page.locator("#send").isVisible() && await page.locator("#locked").isHidden());
    }));

    test("a proposal has a page of its own, before and after it is decided", () => signedIn(size, "Ben", async (page) => {
      const talk = (await sent(page, "POST", "conversations", {})).body;
      await sent(page, "POST", `conversations/${talk.id}/messages`, { text: "make me a plan for 3 days" });
      let open;
      for (let tries = 0; !open && tries < 100; tries++) { [open] = (await asked(page, "proposals?status=proposed")).items; await page.waitForTimeout(100); }
      await page.goto(`/proposals/${open.id}`);
      await looksRight(page, `proposal-page-${size}`);
      await decline(page.locator(".proposal"));
      await page.locator(".proposal.declined").waitFor();
      await page.goto(`/proposals/${open.id}`);
      await looksRight(page, `proposal-declined-${size}`, 0);
    }));
  });
}

test("an account is deleted by who knows its password, with all that was in it", () => signedIn("phone", "Cy", async (page) => {
  await settings(page);
  await page.locator("#delete summary").click();
  await page.locator("#d-password").fill("a guess");
  await page.locator("#delete-form button").click();
  await page.getByText("Nothing was deleted").first().waitFor();
  await page.locator("#delete summary").click();
  await page.locator("#d-password").fill(PASSWORD);
  await page.locator("#delete-form button").click();
  await page.waitForURL(/\/login/);
  await page.getByLabel("Name").fill("Cy");
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Log in" }).click();
  await page.locator("#problem").waitFor();
}));
