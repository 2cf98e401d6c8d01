// Beginning a workout. Where there is no signal the next one begins from the copy of it on this device,
// under the id that is on the copy; its start is kept in the queue and sent before its sets.
import { forgetNext, nextWorkout, standAs, standingWorkout } from "./copies.js";
import { notice } from "./http.js";
import { post, waiting, whenChanged, whenSettled } from "./outbox.js";
import { isBegin } from "./queue.js";

const FORM = 'form[action="/workout/start"]';
/** How long the server may take before there is no signal, in milliseconds. */
const PATIENCE = 6000;
const here = "/workout";
const made = Number(document.querySelector('meta[name="as-of"]')?.content) || performance.timeOrigin;
const begun = () => waiting().find(isBegin);
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
    if (next?.day === body.get("split_day")) body.set("id", next.id);
    const answer = await fetch(form.getAttribute("action"), { method: "POST", body, credentials: "same-origin", redirect: "manual", signal: late.signal });
    if (answer.type === "opaqueredirect") {
      if (body.has("id")) await forgetNext();
      return true;
    }
    // Neither a yes of ours nor a no: some page in between, or a server that is away behind a proxy.
    if (answer.ok || [502, 503, 504].includes(answer.status)) return undefined;
    // What was refused is said by the server's own page: the form's key makes the second try the same one.
    form.submit();
    return false;
  } catch { return undefined; } finally { clearTimeout(timer); }
}

async function beginHere(day, copy) {
  const standing = await standingWorkout();
  if (standing && standing.at > made) return go();
  if (!copy) return notice("No signal, and this device has no copy of the next workout. It can begin when the signal is back.", "wait");
  if (copy.day !== day) return notice(`No signal. Without it, what is next can begin: ${copy.focus}.`, "wait");
  const at = Date.now();
  const body = { id: copy.id, split_day: copy.day || null, started_at: new Date(at).toISOString() };
  await post({ method: "POST", url: "/api/v1/sessions", body, shown: `The start of ${copy.focus}` });
  await standAs(copy, at);
  go();
}

async function start(form) {
  if (begun()) return go();
  if (form.dataset.busy) return;
  form.dataset.busy = "true";
  notice("");
  try {
    const next = await nextWorkout(), told = await taken(form, next);
    if (told === undefined) await beginHere(form.elements.split_day.value, next); else if (told) go();
  } finally { delete form.dataset.busy; }
}

/** A workout that was begun here and not yet sent is gone on with. */
function show() {
  const button = document.getElementById("start");
  if (!button) return;
  button.dataset.words ??= button.textContent;
  button.textContent = begun() ? "Go on with the workout" : button.dataset.words;
}

document.addEventListener("submit", (event) => {
  if (!event.target.matches(FORM)) return;
  event.preventDefault();
  start(event.target);
});
whenChanged(show);
// The server has it now, and this page says that nothing goes on.
whenSettled(({ item, error }) => { if (isBegin(item) && !error && !leaving) location.reload(); });
show();
