// The active workout: a tick is kept at once and sent until it is acknowledged.
import { aimAt, keepAlike, standOnBar, standsOnBar } from "./suggestion.js";
import { drawMore, offerOf, oneMore, openAgain, putBack, putInPlace, takeOut } from "./draw-exercises.js";
import { faultIn, markSending, markUndone, nextForm, reopen, setOf, slotOf, tally, words } from "./cards.js";
import { endedElsewhere } from "./finish.js";
import { announce, notice, readPage, uuid7 } from "./http.js";
import { drawAllPlates, loads } from "./loads.js";
import { flush, post, takeBack, unshown, waiting, whenChanged, whenSettled } from "./outbox.js";
import { isFinish } from "./queue.js";
import { ringing } from "./ring.js";
import { say } from "./say.js";
import { changedFields, swap } from "./swap.js";
import { now, rest, startClocks, stopRest, stopRestAfter, tick } from "./timer.js";
import { keepAwake, letSleep } from "./wake.js";

const live = document.getElementById("live");
const PARTS = ["session-head", "work", "log-bar"];
const session = live?.dataset.session, here = `/api/v1/sessions/${session}`;
let withoutWarmups = false, settled = 0, drawRinging = () => {};

/** A second tap that follows at once is a slip: it neither logs the next set nor undoes this one. */
const SLIP = 600, tapped = new Map();
/** What a tap is on: its set, and the ✓ in the bar, which is at the next one by then. */
const placesOf = (form) => [form.closest(".set")?.getAttribute("id") ?? slotOf(form), form.hasAttribute("data-suggested") ? "bar" : ""].filter(Boolean);
const slipped = (form) => placesOf(form).some((place) => performance.now() - (tapped.get(place) ?? -SLIP) < SLIP);
const tap = (form) => { for (const place of placesOf(form)) tapped.set(place, performance.now()); };

const aim = () => aimAt(nextForm(withoutWarmups));
/** What waits of this workout. */
const own = () => waiting().filter((item) => item.url.startsWith(here) || item.body?.id === session);

/** What cannot be sent is said, and its field is where the person is. */
function stopAt({ field, text }) {
  for (let fold = field.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  field.focus();
  notice(text);
}

async function log(form) {
  if (slipped(form) || document.getElementById(slotOf(form))?.classList.contains("done")) return;
  const fault = faultIn(form);
  if (fault) return stopAt(fault);
  notice("");
  tap(form);
  const set = setOf(form, now());
  if (form.dataset.fresh === "true") set.id = uuid7();
  const slot = slotOf(form), seconds = restAfter(form);
  // Kept before anything else is done with it; what another tab has ticked here already stands.
  const kept = await post({ method: "POST", url: `${here}/sets`, body: set, slot, shown: words(form), name: document.getElementById("exercise-" + set.exercise_id)?.dataset.name, more: moreOf(form) });
  markSending(slot, kept.shown, kept.body.id);
  rest(session, seconds, kept.body.id);
  announce(say("workout-logged", { shown: kept.shown }));
  if (own().length) aim();
}

/** An exercise that was added here is drawn again from what is kept with its sets. */
function moreOf(form) {
  const { drawn } = document.getElementById(slotOf(form))?.closest(".exercise.now")?.dataset ?? {};
  return drawn && JSON.parse(drawn);
}

/** Between warm-ups a minute is enough. */
function restAfter(form) {
  const seconds = Number(form.dataset.rest), next = nextForm(withoutWarmups);
  return next?.elements.kind.value === "warmup" ? Math.min(seconds, 60) : seconds;
}

async function undo(form) {
  if (slipped(form) || form.querySelector("[aria-disabled=true]")) return;
  tap(form);
  const card = form.closest(".set"), sent = form.classList.contains("sent");
  const gone = { method: "DELETE", url: `${here}/sets/${form.dataset.undo}`, gone: true };
  const unsent = own().find((item) => item.slot && item.body?.id === form.dataset.undo);
  await (unsent ? takeBack(unsent, gone) : post(gone));
  stopRestAfter(form.dataset.undo);
  // What waits was drawn already, as in every tab.
  if (!sent && form.isConnected) takenBack(form);
  if (sent && card.classList.contains("done")) reopen(card);
  tally();
  announce(say("workout-taken-back"));
  if (own().length && document.getElementById("log-form")) aim();
}

/** The server has it still: its card is open again, or says so where it cannot be. */
const takenBack = (form) => openAgain(form) || markUndone(form);

/** What the person is in the middle of besides what they typed: parts opened, the reason that was streamed. */
function keepOpen() {
  const open = [...document.querySelectorAll("#work details[open][id]")].map((part) => part.getAttribute("id"));
  const before = document.getElementById("log-form"), slot = before && slotOf(before);
  const proposal = document.getElementById("suggestion")?.dataset.proposal, why = document.getElementById("why");
  const focused = document.activeElement?.id ?? "", stood = standsOnBar();
  return () => {
    const next = document.getElementById("log-form"), same = next && slotOf(next) === slot;
    for (const id of open) if (id !== "change-next" || same) document.getElementById(id)?.setAttribute("open", "");
    const place = document.getElementById("why");
    if (place && why && !why.hidden && proposal && document.getElementById("suggestion").dataset.proposal === proposal) place.replaceWith(why);
    const twin = focused.replace(/^(tick|undo)-/, (word) => (word === "tick-" ? "undo-" : "tick-"));
    if (focused && !document.getElementById(focused)) document.getElementById(twin)?.focus({ preventScroll: true });
    if (stood && !standsOnBar()) standOnBar();
  };
}

function show(page) {
  const restore = keepOpen();
  swap(page, PARTS);
  restore();
  dress();
}

/** A set whose turn has not come is one stop of the keyboard; its ✓ is one too once its fields are open. */
function tickWithFields(change) {
  const tick = change.closest("form.log")?.querySelector(".tick");
  if (tick) tick.tabIndex = change.open || change.closest(".now") ? 0 : -1;
}

/** What a page has only with scripts. */
function dress() {
  // What is wrong with a number is said here, also where its field is folded away.
  for (const form of document.querySelectorAll("form.log")) form.noValidate = true;
  for (const part of document.querySelectorAll("[data-scripted]")) part.hidden = false;
  drawAllPlates();
  drawRinging();
  document.querySelectorAll(".exercise:not(.now) .change").forEach(tickWithFields);
  tick();
}

async function refresh() {
  if (own().length) return;
  const since = settled;
  try {
    const page = await readPage("/workout" + location.search);
    // The numbers of this page are of other units.
    if (page.body.dataset.units !== document.body.dataset.units) return location.reload();
    if (page.getElementById("live")?.dataset.session !== session) return endedElsewhere(session);
    // A page that was asked for before the last set arrived does not know of it: another is on its way.
    if (!own().length && since === settled) show(page);
  } catch { /* no signal: what is shown stays */ }
}

/** Another exercise in the place of one: kept like a set, and drawn at once. */
async function swapIn(form) {
  const offer = offerOf(form.elements.replacement_id), from = form.elements.exercise_id.value, name = document.getElementById("exercise-" + from)?.dataset.name;
  notice("");
  await post({ method: "POST", url: `${here}/swap`, body: { exercise_id: from, replacement_id: offer.id }, shown: say("workout-swapped", { to: offer.name, from: name }), drawn: { offer, from } });
  announce(say("workout-swapped", { to: offer.name, from: name }));
}

/** The exercise that was there before comes back. */
async function swapBack(button) {
  const id = button.closest(".exercise").querySelector(".set").dataset.exercise, from = button.dataset.swapBack;
  const there = own().find((item) => item.drawn?.offer?.id === id && item.drawn.from === from);
  const back = { method: "POST", url: `${here}/swap`, body: { exercise_id: id, replacement_id: from }, shown: button.textContent, drawn: { back: id, from } };
  putBack(id, from);
  await (there ? takeBack(there, back) : post(back));
  tally();
  aim();
  document.querySelector(`#exercise-${CSS.escape(from)} summary`)?.focus({ preventScroll: true });
}

/** The last set of an exercise is not done today. */
async function cut(form) {
  const exercise_id = form.elements.exercise_id.value, cards = document.querySelectorAll(`#exercise-${CSS.escape(exercise_id)} .set:not(.extra)`);
  const index = Math.max(...[...cards].map((card) => Number(card.dataset.index)));
  await post({ method: "POST", url: `${here}/cut`, body: { exercise_id, set_index: index }, shown: say("workout-taken-out"), drawn: { cut: index } });
  announce(say("workout-taken-out"));
}

/** One exercise more: nothing is stored before a set of it is ticked. */
async function addMore(form) {
  const offer = offerOf(form.elements.add), show = () => document.getElementById("exercise-" + offer.id)?.scrollIntoView({ block: "start" });
  history.replaceState(null, "", "/workout?add=" + encodeURIComponent(offer.id));
  drawMore(offer);
  dress();
  show();
  await refresh();
  show();
}

/** The one in the page's address, where no server put it in. */
function drawAsked() {
  const add = document.getElementById("add"), asked = new URLSearchParams(location.search).get("add");
  if (!add || !asked) return;
  add.value = asked;
  if (add.value === asked) drawMore(offerOf(add));
}

whenSettled(({ item, error }) => {
  settled++;
  if (isFinish(item)) return;
  if (error && !(item.gone && error.status === 404)) {
    const there = error.problem?.type === "set-index-taken" ? say("workout-logged-already") : error.message;
    notice(item.shown ? `${item.shown}: ${there}` : there);
  }
  refresh();
});

/** What waits of this workout stands on its cards, whichever tab ticked it. */
function drawWaiting() {
  const items = unshown().filter(({ url }) => url.startsWith(here + "/"));
  const gone = new Set(items.filter((item) => item.gone).map((item) => item.url.split("/").pop()));
  for (const item of items) {
    drawChange(item, items);
    if (item.more) drawMore(item.more);
    if (item.slot && !gone.has(item.body?.id)) markSending(item.slot, item.shown, item.body?.id);
    if (item.slot) oneMore(item);
    if (!item.gone) continue;
    const form = live.querySelector(`[data-undo="${CSS.escape(item.url.split("/").pop())}"]`);
    if (form?.classList.contains("sent")) reopen(form.closest(".set")); else if (form) takenBack(form);
  }
  if (items.some((item) => item.drawn || item.slot || item.gone)) dress();
  if (items.length) tally();
  if (items.length && document.getElementById("log-form")) aim();
}

/** What was changed in the workout itself and the server has not drawn. */
function drawChange({ body, drawn }, items) {
  if (!drawn) return;
  if (drawn.back) putBack(drawn.back, drawn.from);
  else if (drawn.cut) takeOut(body.exercise_id, drawn.cut);
  else if (!items.some((other) => other.drawn?.back === drawn.offer.id && other.drawn.from === drawn.from)) putInPlace(drawn.offer, drawn.from);
}

function listen() {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.id === "finish-form") { stopRest(); letSleep(); }
    const ways = [["[data-log]", log], ["[data-undo]", undo], ["[data-swap]", swapIn], ["[data-cut]", cut], ["#add-form", addMore]];
    const way = ways.find(([selector]) => form.matches(selector));
    if (!way) return;
    event.preventDefault();
    way[1](form);
  });
  for (const kind of ["input", "change"]) {
    document.addEventListener(kind, (event) => {
      const form = event.target.form;
      if (form?.matches("form.log")) keepAlike(form);
    });
  }
  document.addEventListener("click", (event) => {
    const back = event.target.closest?.("[data-swap-back]");
    if (back) swapBack(back);
    if (!event.target.closest?.("[data-skip-warmups]")) return;
    withoutWarmups = true;
    aim();
    document.getElementById("log")?.focus({ preventScroll: true });
  });
  document.addEventListener("toggle", ({ target }) => { if (target.matches?.(".set .change")) tickWithFields(target); }, true);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) refresh(); });
  addEventListener("online", refresh);
  // A copilot's proposal that was decided changes what is shown here.
  document.addEventListener("spotter:decided", refresh);
}

/** Numbers that were typed before this script was here, or came back with the browser's own history. */
function takeUp() {
  for (const { form } of changedFields(document)) if (form?.matches("form.log")) keepAlike(form);
}

async function begin() {
  loads();
  listen();
  takeUp();
  drawAsked();
  drawRinging = ringing();
  dress();
  whenChanged(drawWaiting);
  drawWaiting();
  startClocks();
  keepAwake();
  flush();
  // The server may know more than this page: a copy is shown where it was slow, too, and a set that it
  // took while the page was on its way is drawn as if it waited.
  if (document.querySelector('meta[name="as-of"]') || unshown().some((item) => item.state === "sent")) refresh();
  const copilot = document.getElementById("copilot");
  if (copilot && matchMedia("(min-width: 900px)").matches) copilot.open = true;
  if (copilot) (await import("./copilot.js")).openCopilot(session);
}

if (live) await begin(); else flush();
