// Keeps the pages for when there is no signal, where the browser lets us; says as of when a copy is;
// takes a person's copies along when they leave.
import { forgetOthers } from "./client.js";
import { forgetPages } from "./copies.js";
import { say } from "./say.js";

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
    await workers.register("/sw.js", { scope: "/", updateViaCache: "none" });
    const { active } = await workers.ready;
    // This page came past the worker: its copy, if there is one, is older than what is shown.
    const [way] = performance.getEntriesByType("navigation"), past = !way?.workerStart || way.redirectCount > 0;
    const again = past ? [location.pathname] : [], start = document.querySelector('form[action="/workout/start"]');
    // Where a workout could begin none goes on: that, and the one that would begin, are to be had without signal.
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

/** Edits of a plan that are not this person's go. */
function forgetDrafts(owner) {
  try {
    for (const name of Object.keys(localStorage)) if (name.startsWith("spotter.plan-draft.") && name !== "spotter.plan-draft." + owner) localStorage.removeItem(name);
  } catch { /* nothing is kept there */ }
}

/** Every copy that is not this person's goes. */
async function forget(owner) {
  forgetDrafts(owner);
  await Promise.all([forgetOthers(owner), forgetPages(owner)]);
}

function asOf() {
  const at = Number(document.querySelector('meta[name="as-of"]')?.content);
  if (!at) return;
  const then = new Date(at), today = then.toDateString() === new Date().toDateString();
  const time = then.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  const day = today ? "" : then.toLocaleDateString("en-GB", { day: "numeric", month: "long" });
  const why = navigator.onLine ? say("copies-no-answer") : say("copies-no-signal");
  tell("as-of", `${why} ${day ? say("copies-as-of-day", { time, day }) : say("copies-as-of", { time })}`);
  const offer = async () => {
    // It may have been slow, and there is one now.
    const answer = await fetch(location.href, { headers: { accept: "text/html" }, credentials: "same-origin" }).catch(() => undefined);
    const line = document.getElementById("as-of");
    if (!answer?.ok || !line || line.querySelector("a")) return;
    const link = Object.assign(document.createElement("a"), { href: location.href, textContent: say("copies-show-now") });
    line.append(" ", link);
  };
  addEventListener("online", offer);
  // A workout's page brings itself up to date.
  if (navigator.onLine && !document.getElementById("live")) offer();
}

async function leave(form) {
  if (!navigator.onLine) return tell("no-logout", say("copies-no-logout"));
  try { localStorage.removeItem("spotter.rest"); } catch { /* nothing is kept there */ }
  await Promise.race([forget("").catch(() => {}), new Promise((done) => setTimeout(done, 1500))]);
  form.submit();
}

document.addEventListener("submit", (event) => {
  if (event.target.getAttribute("action") !== "/logout") return;
  event.preventDefault();
  leave(event.target);
});
asOf();
if (user) forget(user).catch(() => {});
else if (["/login", "/setup"].includes(location.pathname)) forget("").catch(() => {});
if (user) setTimeout(async () => {
  const why = await register();
  if (why && document.body.dataset.page === "workout") tell("no-copies", why);
}, 300);
