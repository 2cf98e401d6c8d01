// Beginning a workout. Where there is no signal the next one begins from the copy of it on this device,
// under the id that is on the copy; its start is kept in the queue and sent before its sets.
import { forgetNext, nextWorkout, standAs, standingWorkout } from "./page-cache.js";
import { loggedOut, notice, request } from "./http.js";
import { finishing, post, waiting, whenChanged, whenSettled } from "./outbox.js";
import { isBegin, lineOf } from "./queue.js";
import { say } from "./say.js";

const FORM = 'form[action="/workout/start"]';
/** How long the server may take before there is no signal, in milliseconds. */
const PATIENCE = 6000;
const here = "/workout";
const made = Number(document.querySelector('meta[name="as-of"]')?.content) || performance.timeOrigin;
/** The workout that began here and is not sent; one that was ended here too is none. */
const begun = () => waiting().find((entry) => isBegin(entry) && !finishing(entry.body.id));
let leaving = false;

function go() {
  leaving = true;
  location.assign(here);
}

/**
 * Asks the server. Answers whether it took it, nothing without signal: under the copy's id, so that an answer
 * that is lost leaves one workout all the same.
 */
async function taken(form, next) {
  if (!navigator.onLine) return undefined;
  const late = new AbortController(), timer = setTimeout(() => late.abort(), PATIENCE);
  try {
    const body = new URLSearchParams(new FormData(form));
    // Another body is another request: its key is its own.
    if (next?.day === body.get("split_day")) { body.set("id", next.id); body.set("key", next.id); }
    const answer = await request(form.getAttribute("action"), {
      method: "POST", form: body, accept: "text/html", redirect: "manual", signal: late.signal,
    });
    // Another's login: it does not begin this person's workout, and a form of its own would begin theirs.
    if (answer.status === 401) {
      notice(loggedOut().message, "wait");
      return false;
    }
    if (answer.type === "opaqueredirect") {
      if (body.has("id")) await forgetNext();
      return true;
    }
    // Neither a yes of ours nor a no: some page in between, or a server that is away behind a proxy.
    if (answer.ok || !/<body[^>]* data-page=/.test(await answer.text())) return undefined;
    // What was refused is said by the server's own page.
    form.submit();
    return false;
  } catch { return undefined; } finally { clearTimeout(timer); }
}

async function beginHere(day, next) {
  const standing = await standingWorkout();
  if (standing && standing.at > made && !finishing(standing.id)) return go();
  const copy = waiting().some((entry) => isBegin(entry) && entry.body.id === next?.id) ? undefined : next;
  if (!copy) return notice(say("start-no-copy"), "wait");
  if (copy.day !== day) return notice(say("start-only-next", { focus: copy.focus }), "wait");
  const at = Date.now();
  const body = { id: copy.id, split_day: copy.day || null, started_at: new Date(at + copy.skew).toISOString() };
  await post({ method: "POST", url: "/api/v1/sessions", body, shown: say("start-of", { focus: copy.focus }) });
  await standAs(copy, at);
  go();
}

/** The workout that began here is gone on with, also where a page from before its start took its place. */
async function goOn({ body }) {
  const [standing, next] = await Promise.all([standingWorkout(), nextWorkout()]);
  if (standing?.id !== body.id && next?.id === body.id) await standAs(next, Date.parse(body.started_at) - next.skew);
  go();
}

async function start(form) {
  if (leaving || form.dataset.busy) return;
  if (begun()) return goOn(begun());
  form.dataset.busy = "true";
  notice("");
  const slow = setTimeout(() => notice(say("start-starting"), "wait"), 500);
  try {
    const next = await nextWorkout(), told = await taken(form, next);
    clearTimeout(slow);
    if (told === undefined) await beginHere(form.elements.split_day.value, next); else if (told) go();
  } finally {
    clearTimeout(slow);
    delete form.dataset.busy;
  }
}

/** A workout that was begun here and not yet sent is gone on with. */
function show() {
  const button = document.getElementById("start");
  if (!button) return;
  button.dataset.words ??= button.textContent;
  button.textContent = begun() ? say("start-go-on") : button.dataset.words;
}

let arrived;
document.addEventListener("submit", (event) => {
  if (!event.target.matches(FORM)) return;
  event.preventDefault();
  start(event.target);
});
addEventListener("pageshow", () => { leaving = false; });
whenChanged(show);
// Once the server has all of it, this page says the wrong thing.
whenSettled(({ item, error }) => {
  if (isBegin(item) && !error) arrived = lineOf(item);
  if (arrived && !leaving && !waiting().some((entry) => lineOf(entry) === arrived)) location.reload();
});
show();
