// The active workout: a tick is kept at once and sent until it is acknowledged.
import { announce, notice, readPage, swap } from "./http.js";
import { endedElsewhere } from "./finish.js";
import { flush, post, unshown, waiting, whenChanged, whenSettled } from "./outbox.js";
import { decimal, kilograms } from "./stepper.js";
import { rest, startClocks, stopRest, tick } from "./timer.js";

const live = document.getElementById("live");
const PARTS = ["session-head", "work", "log-bar"];
const units = document.body.dataset.units;

function setOf(form) {
  const { id, exercise_id, set_index, kind, timed, count, rpe, pain, note, proposal_id } = form.elements;
  const much = Math.round(decimal(count.value));
  const set = {
    id: id.value, exercise_id: exercise_id.value, set_index: Number(set_index.value), kind: kind.value,
    weight_kg: kilograms(form, units), pain: pain?.checked ?? false, logged_at: new Date().toISOString(),
  };
  set[timed.value === "true" ? "duration_seconds" : "reps"] = much;
  if (rpe.value) set.rpe = Number(rpe.value);
  if (note?.value.trim()) set.note = note.value.trim();
  if (proposal_id) set.proposal_id = proposal_id.value;
  return Number.isFinite(set.weight_kg) && Number.isFinite(much) ? set : null;
}

const slotOf = (form) => {
  const { exercise_id, set_index, kind } = form.elements;
  return `set-${exercise_id.value}-${kind.value === "warmup" ? "warmup" : "working"}-${set_index.value}`;
};

function words(form) {
  const { weight, count, timed } = form.elements;
  const seconds = timed.value === "true" ? " s" : "";
  if (!(decimal(weight.value) > 0)) return count.value + (seconds || " reps");
  return `${weight.value} ${units} × ${count.value}${seconds}`;
}

/** A form's own id: `form.id` is its field of that name. */
function named(form) {
  if (!form.getAttribute("id")) form.setAttribute("id", "f-" + form.closest(".set").getAttribute("id"));
  return form.getAttribute("id");
}

/** Shows the set as done before the server has said so. */
function markSending(slot, result) {
  const card = document.getElementById(slot);
  if (!card || card.classList.contains("done")) return;
  card.classList.add("done", "sending");
  card.classList.remove("open", "current");
  const line = document.createElement("p"), hint = document.createElement("p");
  line.className = "result num";
  line.textContent = result;
  hint.className = "hint";
  hint.textContent = "Kept here, on its way.";
  card.querySelector("form").replaceWith(line, hint);
}

/** The bar's button logs the next open card until the server has its own suggestion again. */
function aimAtNext() {
  const button = document.getElementById("log"), card = live.querySelector(".set.open:not(.extra)");
  document.getElementById("suggestion")?.classList.add("sending");
  if (!button) return;
  const form = card?.querySelector("form.log");
  button.disabled = !form;
  if (!form) return;
  button.setAttribute("form", named(form));
  label(form);
}

function label(form) {
  const own = form.querySelector("[data-set-label]");
  if (own) own.textContent = words(form);
  const button = document.getElementById("log");
  if (button?.getAttribute("form") !== named(form)) return;
  button.querySelector("[data-log-label]").textContent = words(form);
  if (!form.hasAttribute("data-suggested")) return;
  const hero = document.querySelector(".hero"), reps = hero.querySelector("[data-hero-reps]"), loaded = decimal(form.elements.weight.value) > 0;
  hero.querySelector("[data-hero-load]").hidden = !loaded;
  if (reps) reps.hidden = loaded;
  document.querySelector("[data-hero-weight]").textContent = form.elements.weight.value;
  document.querySelector("[data-hero-count]").textContent = form.elements.count.value;
}

/** A second tap that follows at once is a slip: it neither logs the next set nor undoes this one. */
const SLIP = 600;
let tapped = -SLIP;
const slipped = () => performance.now() - tapped < SLIP;

async function log(form) {
  if (slipped() || document.getElementById(slotOf(form))?.classList.contains("done")) return;
  const set = setOf(form);
  if (!set) return notice("Weight and reps must be numbers.");
  notice("");
  tapped = performance.now();
  const slot = slotOf(form), shown = words(form);
  const url = `/api/v1/sessions/${live.dataset.session}/sets`;
  // Kept before anything else is done with it; what another tab has ticked here already stands.
  const kept = await post({ method: "POST", url, body: set, slot, shown });
  rest(live.dataset.session, Number(form.dataset.rest));
  markSending(slot, kept.shown);
  announce(`Logged ${kept.shown}`);
  if (here().length) aimAtNext();
}

function undo(form) {
  if (slipped()) return;
  const url = `/api/v1/sessions/${live.dataset.session}/sets/${form.dataset.undo}`;
  form.querySelector("button").disabled = true;
  post({ method: "DELETE", url, gone: true });
  stopRest();
}

const here = () => waiting().filter((item) => item.url.startsWith(`/api/v1/sessions/${live.dataset.session}`));

/** What waits of this workout stands on its cards, whichever tab ticked it. */
function drawWaiting() {
  const items = unshown().filter((item) => item.slot && item.url.includes(live.dataset.session));
  for (const item of items) markSending(item.slot, item.shown);
  if (items.length) aimAtNext();
}

async function refresh() {
  if (here().length) return;
  try {
    const page = await readPage("/workout" + location.search);
    if (page.getElementById("live")?.dataset.session !== live.dataset.session) return endedElsewhere(live.dataset.session);
    if (here().length) return;
    swap(page, PARTS);
    tick();
  } catch { /* no signal: what is shown stays */ }
}

whenSettled(({ item, error }) => {
  if (error && !(item.gone && error.status === 404)) {
    const there = error.problem?.type === "set-index-taken" ? "That set is logged already." : error.message;
    notice(item.shown ? `${item.shown}: ${there}` : there);
  }
  refresh();
});

async function begin() {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.matches("[data-log]")) { event.preventDefault(); log(form); }
    if (form.matches("[data-undo]")) { event.preventDefault(); undo(form); }
    if (form.id === "finish-form") stopRest();
  });
  document.addEventListener("input", (event) => {
    const form = event.target.closest?.("form.log");
    if (form) label(form);
  });
  document.addEventListener("visibilitychange", () => { if (!document.hidden) refresh(); });
  // A copilot's proposal that was decided changes what is shown here.
  document.addEventListener("spotter:decided", refresh);
  whenChanged(drawWaiting);
  drawWaiting();
  startClocks();
  flush();
  const copilot = document.getElementById("copilot");
  if (copilot && matchMedia("(min-width: 900px)").matches) copilot.open = true;
  const chat = document.getElementById("chat");
  if (chat) (await import("./chat.js")).openChat(chat);
}

if (live) await begin(); else flush();
