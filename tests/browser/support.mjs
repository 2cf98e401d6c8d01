// What every browser test needs: a running `spotter demo`, Debian's Chromium, and a page that is
// watched for everything a person would never see: console errors, CSP violations, failed answers,
// requests to anyone else.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const FLAGS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

/** The folder screenshots go to: SPOTTER_SHOTS, or a new one under the system's temp folder. */
export function screenshotFolder() {
  const folder = process.env.SPOTTER_SHOTS ?? mkdtempSync(join(tmpdir(), "spotter-shots-"));
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** The spotter that is tried. */
export function binary() {
  const found = [process.env.SPOTTER_BIN, join(ROOT, "target/release/spotter"), join(ROOT, "target/debug/spotter")]
    .find((path) => path && existsSync(path));
  if (!found) throw new Error("no spotter binary: build it, or name it in SPOTTER_BIN");
  return found;
}

/** The environment without anything that configures Spotter, so that a test sees defaults. */
export function plainEnvironment() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("SPOTTER_")));
}

/** Starts the binary and waits for a line that begins with `word` and a link. */
async function start(args, word, environment, seconds) {
  const child = spawn(binary(), args, {
    env: { ...plainEnvironment(), SPOTTER_BIND: "127.0.0.1:0", SPOTTER_RATE_LIMIT_PER_MINUTE: "0", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let log = "";
  const ended = new Promise((done) => child.once("close", done));
  const stop = async () => {
    child.kill("SIGTERM");
    const hard = setTimeout(() => child.kill("SIGKILL"), 5_000);
    await ended;
    clearTimeout(hard);
  };
  const opened = new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new Error(`no "${word}" line in ${seconds} s\n${log}`)), seconds * 1_000);
    const read = (chunk) => {
      log += chunk;
      const line = new RegExp(`^${word} (http\\S+)\\s*$`, "m").exec(log);
      if (line) {
        clearTimeout(timer);
        done(line[1]);
      }
    };
    child.stdout.setEncoding("utf8").on("data", read);
    child.stderr.setEncoding("utf8").on("data", read);
    child.once("error", fail);
    child.once("close", (code) => {
      clearTimeout(timer);
      fail(new Error(`spotter ${args.join(" ")} ended with ${code} before it printed its link\n${log}`));
    });
  });
  try {
    const url = await opened;
    return { url, origin: new URL(url).origin, log: () => log, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Starts `spotter demo` on a free port and waits for its `open:` line.
 * Answers `{url, origin, log(), stop()}`; `stop` ends the process and waits until it is gone.
 */
export function startDemo(environment = {}, seconds = 90) {
  return start(["demo"], "open:", environment, seconds);
}

/** Starts `spotter serve` with a new database in a folder of its own, and waits for its `setup:` line. */
export async function startFresh(seconds = 60) {
  const folder = mkdtempSync(join(tmpdir(), "spotter-fresh-"));
  const server = await start(["serve"], "setup:", { SPOTTER_DATABASE_URL: `sqlite://${join(folder, "spotter.db")}` }, seconds);
  return { ...server, stop: async () => { await server.stop(); rmSync(folder, { recursive: true, force: true }); } };
}

/** Debian's Chromium (or the one named in CHROMIUM). */
export function startBrowser() {
  const executablePath = process.env.CHROMIUM
    ?? ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
  return chromium.launch({ executablePath, args: FLAGS });
}

/**
 * Opens a page in `context` and collects its faults, as sentences.
 * `page.faults` is empty when nothing went wrong.
 */
export async function watchedPage(context, origin) {
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.faults = [];
  const fault = (text) => page.faults.push(text);
  await page.exposeFunction("__violation", (what) => fault(`content security policy: ${what}`));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      window.__violation(`${event.violatedDirective} refused ${event.blockedURI || "inline code"} at ${event.sourceFile}:${event.lineNumber}`);
    });
  });
  page.on("pageerror", (error) => fault(`uncaught: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") fault(`console: ${message.text()} (${message.location().url})`);
  });
  page.on("response", (response) => {
    if (response.status() >= 500) fault(`${response.status()} from ${response.url()}`);
  });
  page.on("request", (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (protocol.startsWith("http") && asked !== origin) fault(`request to someone else: ${request.url()}`);
  });
  return page;
}

/**
 * Runs axe over the page and answers its violations as lines. Goes through the debugger, because a
 * strict Content-Security-Policy rightly refuses an injected script.
 */
export async function accessibilityFaults(page) {
  const debug = await page.context().newCDPSession(page);
  const run = async (expression) => {
    const answer = await debug.send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
    if (answer.exceptionDetails) throw new Error(`axe: ${JSON.stringify(answer.exceptionDetails)}`);
    return answer.result.value;
  };
  await run(`${AXE}; undefined`);
  const violations = await run(`axe.run(document, { resultTypes: ["violations"] }).then((result) =>
    result.violations.flatMap((rule) => rule.nodes.map((node) => rule.id + " (" + rule.impact + "): " + node.target.join(" ")
      + " – " + (node.any.concat(node.all, node.none)[0]?.message ?? rule.help))))`);
  await debug.detach();
  return violations;
}

/** How many CSS pixels the page is wider than its window; 0 when nothing is cut off at the side. */
export function overflow(page) {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));
}

/**
 * Controls that are too small for a thumb, as sentences. Links within a sentence are text, and the body
 * map's regions have their equals in the list beside it.
 */
export function smallTargets(page) {
  return page.evaluate(() => {
    const within = (node) => node.matches("p a:not(.onward):not(.button)") && node.closest("p").innerText.length > node.innerText.length + 8;
    const controls = [...document.querySelectorAll("main a, main button, main input:not([type=hidden]), main select, main summary, main textarea, nav a, header a")];
    return controls.filter((node) => node.checkVisibility() && !node.closest(".away, .skip, .region") && !within(node)).map((node) => {
      const { width, height } = (node.matches("[type=checkbox], [type=radio]") && node.closest("label") || node).getBoundingClientRect();
      return { width, height, text: `${node.tagName} ${node.id} “${node.innerText.trim().slice(0, 40)}” is ${Math.round(width)} × ${Math.round(height)}` };
    }).filter(({ width, height }) => width > 1 && (width < 43.5 || height < 43.5)).map(({ text }) => text);
  });
}

/** The first answers on an address get lost after the server did its part; the keys of every try are gathered. */
export async function loseAnswers(page, url, many) {
  const keys = [];
  await page.route(url, async (route) => {
    keys.push(route.request().headers()["idempotency-key"]);
    if (keys.length > many) return route.continue();
    await route.fetch();
    await route.abort();
  });
  return keys;
}

/** True when the whole of the element is inside the window without scrolling. */
export async function inView(page, locator) {
  const box = await locator.boundingBox();
  const { width, height } = page.viewportSize();
  return box !== null && box.y >= 0 && box.x >= 0 && box.y + box.height <= height + 1 && box.x + box.width <= width + 1;
}

/** The filled controls that are in the window now, by their words. */
export function filledInView(page) {
  return page.evaluate(() => {
    const accent = getComputedStyle(document.querySelector(".primary") ?? document.body).borderTopColor;
    return [...document.querySelectorAll("button, a.button")]
      .filter((node) => getComputedStyle(node).backgroundColor === accent && accent !== "rgba(0, 0, 0, 0)")
      .filter((node) => {
        const box = node.getBoundingClientRect();
        return box.width > 0 && box.top >= 0 && box.bottom <= innerHeight + 1;
      })
      .map((node) => node.textContent.trim().replace(/\s+/g, " "));
  });
}

/** Waits until the page's own script has taken over its forms, which work without it as well. */
export async function ours(page) {
  try {
    await page.locator("body[data-ready]").waitFor({ state: "attached" });
  } catch (error) {
    const stands = await Promise.race([page.evaluate(howFar), new Promise((done) => setTimeout(() => done("the page does not answer"), 5000))]);
    error.message += `\nhow far the page came: ${JSON.stringify(stands)}`;
    throw error;
  }
}

/** In the page: what it has of its files, and whether its database and its worker answer. */
async function howFar() {
  const soon = (work) => Promise.race([new Promise(work), new Promise((done) => setTimeout(() => done("silent"), 2000))]);
  const database = await soon((done) => {
    const asked = indexedDB.open("spotter");
    asked.onerror = () => done("refused");
    asked.onsuccess = () => {
      const tx = asked.result.transaction(["entries", "meta"], "readwrite");
      tx.objectStore("meta").get("lease");
      tx.oncomplete = () => { asked.result.close(); done("answers"); };
      tx.onabort = () => done("aborts");
    };
  });
  const files = performance.getEntriesByType("resource").map(({ name, responseEnd }) => `${name.split("/").pop()} ${Math.round(responseEnd)}`);
  return { at: location.pathname, state: document.readyState, now: Math.round(performance.now()), worker: navigator.serviceWorker?.controller?.state, database, files };
}

/** Opens the demo's printed link: a stored login, once the link has led inside without a fault. */
export async function signIn(browser, demo) {
  const context = await browser.newContext();
  const page = await watchedPage(context, demo.origin);
  await page.goto(demo.url);
  assert.ok(!/\/(login|setup)/.test(page.url()), `the printed link did not sign in: it led to ${page.url()}`);
  assert.deepEqual(page.faults, []);
  const state = await context.storageState();
  await context.close();
  return state;
}
