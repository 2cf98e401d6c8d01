// Random workouts in a basement: sets are ticked while the signal goes, the tab is killed and the
// server dies. In the end everything that was shown as ticked is stored once, in the order of the taps.
// Sixteen in an ordinary run, two hundred with SPOTTER_TORTURE=1, in lanes side by side: each has a server
// and a phone of its own. STORM_SEED=n runs that one alone.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { api, copiesOf, figure, killTab, logIn, nothingActive, phone, queued, realFaults, startGym, tab, until } from "./gym.mjs";
import { ours, startBrowser } from "./support.mjs";

const ONE = process.env.STORM_SEED;
const RUNS = process.env.SPOTTER_TORTURE === "1" ? 200 : 16, LANES = ONE ? 1 : 2;
let browser, ended = 0, ticks = 0, killed = 0, crashed = 0, dark = 0;

before(async () => { browser = await startBrowser(); });

after(async () => {
  figure(`storm: ${ended} random workouts, ${ticks} sets ticked, ${dark} times without signal, ${killed} tabs killed, ${crashed} servers killed: nothing lost, nothing doubled, order kept`);
  await browser?.close();
});

/** A server and a phone that is logged in and has its copies. */
async function lane() {
  const gym = await startGym(["Ada"]), ask = await api(gym), context = await phone(browser, gym), page = await tab(context, gym);
  await logIn(page);
  await copiesOf(page, ["/workout"]);
  await page.close();
  return { gym, ask, context };
}

function dice(seed) {
  let state = seed * 2654435761 % 4294967296;
  return (most) => {
    state = (state + 0x6d2b79f5) % 4294967296;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % most;
  };
}

class Storm {
  constructor(lane, seed) { Object.assign(this, lane, { roll: dice(seed), ticked: [], arrived: [], said: [], online: true, up: true, pages: [] }); }

  /** Where the set's id stands once it is on the way: the queue, or the server's own answer. */
  listen(page) {
    page.on("response", (answer) => {
      if (answer.request().method() !== "POST" || !answer.url().endsWith("/sets") || !answer.ok()) return;
      const { id } = answer.request().postDataJSON();
      if (!this.arrived.includes(id)) this.arrived.push(id);
    });
  }

  async open() {
    this.page = await tab(this.context, this.gym);
    this.pages.push(this.page);
    this.listen(this.page);
    await this.page.goto("/workout");
    await ours(this.page);
    await this.page.locator("#live").waitFor();
  }

  async tick() {
    const { page } = this;
    if (!await page.locator("#log").count() || await page.locator("#log").isDisabled()) return;
    const before = await page.evaluate(() => [...document.querySelectorAll(".set.done")].map((card) => card.id));
    await page.waitForTimeout(610);
    await page.locator("#log").tap();
    const handle = await page.waitForFunction((there) => [...document.querySelectorAll(".set.done")].map((card) => card.id).find((id) => !there.includes(id)), before);
    this.ticked.push(await handle.jsonValue());
    ticks++;
  }

  async signal(on) {
    if (!on) dark++;
    this.online = on;
    await this.context.setOffline(!on);
  }

  async kill() {
    killed++;
    await killTab(this.page);
    await this.open();
  }

  async crash() {
    if (!this.up) return;
    crashed++;
    this.up = false;
    await this.gym.kill();
    if (this.roll(2)) await this.tick();
    await this.gym.up();
    this.up = true;
  }

  async step() {
    const what = ["tick", "tick", "tick", "signal", "kill", "crash", "reload"][this.roll(7)];
    this.said.push(what);
    if (what === "signal") await this.signal(!this.online);
    else if (what === "reload") { await this.page.reload(); await ours(this.page); }
    else await this[what]();
  }

  async run() {
    const { ask } = this;
    const { value: { id: session } } = await ask("POST", "/sessions", { split_day: "Day1" });
    await this.open();
    // The last workout was ended as from another device, and where an answer is slow its copy still stands.
    await until(async () => await this.page.locator("#live").getAttribute("data-session") === session || void await this.page.reload(), "this workout");
    await ours(this.page);
    await this.tick();
    for (let steps = 6 + this.roll(5); steps > 0; steps--) await this.step();
    await this.signal(true);
    await until(async () => (await queued(this.page)).length === 0, "an empty queue", 60);
    const { value } = await ask("GET", `/sessions/${session}`);
    await ask("PATCH", `/sessions/${session}`, { status: "abandoned" });
    const stored = [...value.sets].sort((a, b) => Date.parse(a.logged_at) - Date.parse(b.logged_at));
    const slots = stored.map((set) => `set-${set.exercise_id}-${set.kind === "warmup" ? "warmup" : "working"}-${set.set_index}`);
    assert.deepEqual(slots, this.ticked, "what was ticked, in the order of the taps");
    assert.deepEqual(this.arrived, stored.map((set) => set.id).filter((id) => this.arrived.includes(id)), "sent in the order of the taps");
    assert.deepEqual(this.pages.flatMap(realFaults), []);
  }

  async close() {
    if (!this.up) await this.gym.up();
    await this.context.setOffline(false);
    await Promise.all(this.context.pages().map((page) => page.close()));
    // One that failed takes none of those after it along.
    await nothingActive(this.ask);
  }
}

describe("storms", { concurrency: LANES }, () => {
  for (let at = 0; at < LANES; at++) {
    test(`lane ${at + 1}`, async (t) => {
      const here = await lane();
      const seeds = ONE ? [Number(ONE)] : Array.from({ length: RUNS / LANES }, (_, round) => 1 + at + LANES * round);
      try {
        for (const seed of seeds) await t.test(`storm ${seed}`, () => weather(here, seed));
      } finally {
        await here.context.close();
        await here.gym.stop();
      }
    });
  }
});

async function weather(here, seed) {
  const storm = new Storm(here, seed);
  try {
    await storm.run();
    ended++;
  } catch (error) {
    error.message += `\nsteps: ${storm.said.join(", ")}\nticked: ${storm.ticked.join(", ")}`;
    throw error;
  } finally {
    await storm.close();
  }
}
