// Keeps the pages for when there is no signal, where the browser lets us; says as of when a copy is;
// takes a person's copies along when they leave.
import { forgetOthers } from "./client.js";
import { forgetPages } from "./page-cache.js";
import { request } from "./http.js";
import { lang, say } from "./say.js";
import { inDatabase } from "./store.js";

const WARM = ["/", "/plan", "/workout"];
const user = document.body.dataset.user ?? "";

function tell(id, text) {
  if (document.getElementById(id)) return;
  const line = document.createElement("p");
  line.id = id;
  line.className = "notice wait";
  line.setAttribute("role", "status");
  line.textContent = text;
  document.getElementById("main").prepend(line);
}

/** Registers the worker. Answers what to say where it cannot, or nothing. */
async function register() {
  const workers = navigator.serviceWorker;
  if (!workers) return isSecureContext ? say("copies-refused") : say("copies-need-https");
  try {
    await workers.register(`/sw.js?lang=${lang}`, { scope: "/", updateViaCache: "none" });
    const { active } = await workers.ready;
    // This page came past the worker: its copy, if there is one, is older than what is shown.
    const [way] = performance.getEntriesByType("navigation"), past = !way?.workerStart || way.redirectCount > 0;
    const again = past ? [location.pathname] : [], start = document.querySelector('form[action="/workout/start"]');
    // Where a workout could begin none goes on: that, and the one that would begin, are to be had without signal.
    // One that is over is gone on with by no copy.
    if (document.getElementById("summary")) again.push("/workout", "/", "/workout/ahead");
    if (start) again.push("/workout/ahead", ...(location.pathname === "/workout" ? [] : ["/workout"]));
    active?.postMessage({ type: "warm", paths: WARM, again: document.getElementById("as-of") ? [] : again });
    return undefined;
  } catch (error) {
    // Without signal it cannot be asked for yet; that is no refusal.
    if (!(error instanceof TypeError)) return say("copies-refused");
    addEventListener("online", register, { once: true });
    return undefined;
  }
}

/** What is half typed, in the plan's editor or a form, goes unless it is this person's. */
function forgetDrafts(owner) {
  try {
    for (const name of Object.keys(localStorage)) if (/^spotter\.(plan|form)-draft\./.test(name) && !name.endsWith("-draft." + owner)) localStorage.removeItem(name);
  } catch { /* nothing is kept there */ }
}

/** Every copy that is not this person's goes. */
const forgetCopies = (owner) => Promise.all([forgetOthers(owner), forgetPages(owner)]);
async function forget(owner) {
  forgetDrafts(owner);
  await forgetCopies(owner);
}

const setsOf = (entries) => entries.filter((entry) => entry.state === "waiting" && entry.method === "POST" && entry.url.endsWith("/sets")).length;

const FOR_GOOD = "spotter.gone-for-good";

/** What waits of somebody whose account was deleted here goes with it. */
async function forgetGone() {
  const owner = localStorage.getItem(FOR_GOOD);
  if (!owner || !new URLSearchParams(location.search).has("gone")) return;
  const { transact } = await import("./store.js");
  await transact((state) => ({ ...state, entries: state.entries.filter((entry) => entry.owner !== owner) }));
  localStorage.removeItem(FOR_GOOD);
}

/** On the login page: how many sets wait on this device, of whomever. */
async function tellKept() {
  const n = setsOf(await inDatabase(["entries"], "readonly", (tx) => tx.objectStore("entries").getAll()));
  if (n) tell("kept-sets", say("leave-kept", { n }));
}

/** Asks before who ticked sets that wait here leaves: nothing goes, but nothing is sent either. */
function warn(form, n) {
  if (document.getElementById("leave-waiting")) return;
  const box = document.createElement("section"), words = document.createElement("p"), row = document.createElement("p");
  box.id = "leave-waiting";
  box.className = "card wait stack";
  box.setAttribute("role", "group");
  words.id = "leave-words";
  words.setAttribute("role", "alert");
  row.className = "row";
  const button = (text, does) => Object.assign(document.createElement("button"), { type: "button", className: "quiet", textContent: text, onclick: does });
  const stay = button(say("leave-stay"), () => { box.remove(); form.querySelector("button")?.focus(); });
  box.setAttribute("aria-labelledby", words.id);
  row.append(stay, button(say("leave-anyway"), () => leave(form, true)));
  box.append(words, row);
  form.before(box);
  words.textContent = n ? say("leave-sets", { n }) : say("leave-changes");
  stay.focus();
}

function asOf() {
  const at = Number(document.querySelector('meta[name="as-of"]')?.content);
  if (!at) return;
  const then = new Date(at), today = then.toDateString() === new Date().toDateString();
  const time = then.toLocaleTimeString(lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const day = today ? "" : then.toLocaleDateString(lang, { day: "numeric", month: "long" });
  const why = navigator.onLine ? say("copies-no-answer") : say("copies-no-signal");
  tell("as-of", `${why} ${day ? say("copies-as-of-day", { time, day }) : say("copies-as-of", { time })}`);
  const offer = async () => {
    // It may have been slow, and there is one now.
    const answer = await request(location.href, { accept: "text/html" }).catch(() => undefined);
    const line = document.getElementById("as-of");
    if (!answer?.ok || !line || line.querySelector("a")) return;
    const link = Object.assign(document.createElement("a"), { href: location.href, textContent: say("copies-show-now") });
    line.append(" ", link);
  };
  addEventListener("online", offer);
  // A workout's page brings itself up to date.
  if (navigator.onLine && !document.getElementById("live")) offer();
}

async function leave(form, anyway) {
  if (!navigator.onLine) return tell("no-logout", say("copies-no-logout"));
  const { waiting } = (await import("./outbox.js")).standing();
  if (waiting.length && !anyway) return warn(form, setsOf(waiting));
  try { localStorage.removeItem("spotter.rest"); } catch { /* nothing is kept there */ }
  await Promise.race([forget("").catch(() => {}), new Promise((done) => setTimeout(done, 1500))]);
  form.submit();
}

document.addEventListener("submit", (event) => {
  const action = event.target.getAttribute("action");
  if (action === "/settings/delete") {
    forgetDrafts("");
    try { localStorage.setItem(FOR_GOOD, user); } catch { /* nothing is kept there */ }
  }
  if (action !== "/logout") return;
  event.preventDefault();
  leave(event.target);
});
asOf();
if (user) {
  forget(user).catch(() => {});
  // Who is here was not deleted.
  try { localStorage.removeItem(FOR_GOOD); } catch { /* nothing is kept there */ }
} else if (["/login", "/setup"].includes(location.pathname)) {
  // Whose login ran out finds what was half typed again; it goes when they log out, or another comes.
  forgetCopies("").catch(() => {});
  forgetGone().catch(() => {}).then(tellKept).catch(() => {});
}
if (user) setTimeout(async () => {
  const why = await register();
  if (why && document.body.dataset.page === "workout") tell("no-copies", why);
}, 300);
