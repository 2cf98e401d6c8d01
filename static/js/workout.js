// The active workout: a tick is kept at once and sent until it is acknowledged.
import { aimAt, keepAlike } from "./aim.js";
import { markSending, markUndone, nextForm, reopen, setOf, slotOf, words } from "./cards.js";
import { endedElsewhere } from "./finish.js";
import { announce, notice, pageIn, readPage, Refused, uuid7 } from "./http.js";
import { drawAllPlates, loads } from "./loads.js";
import { flush, post, takeBack, unshown, waiting, whenChanged, whenSettled } from "./outbox.js";
import { isFinish } from "./queue.js";
import { ringing } from "./ring.js";
import { say } from "./say.js";
import { changedFields, swap } from "./swap.js";
import { rest, startClocks, stopRest, tick } from "./timer.js";
import { keepAwake, letSleep } from "./wake.js";

const live = document.getElementById("live");
const PARTS = ["session-head", "work", "log-bar"];
const session = live?.dataset.session, here = `/api/v1/sessions/${session}`;
let withoutWarmups = false, settled = 0, drawRinging = () => {};

/** A second tap that follows at once is a slip: it neither logs the next set nor undoes this one. */
const SLIP = 600;
let tapped = -SLIP;
const slipped = () => performance.now() - tapped < SLIP;

const aim = () => aimAt(nextForm(withoutWarmups));
/** What waits of this workout. */
const own = () => waiting().filter((item) => item.url.startsWith(here) || item.body?.id === session);

async function log(form) {
  if (slipped() || document.getElementById(slotOf(form))?.classList.contains("done")) return;
  const set = setOf(form);
  if (!set) return notice(say("workout-not-numbers"));
  notice("");
  tapped = performance.now();
  if (form.dataset.fresh === "true") set.id = uuid7();
  const slot = slotOf(form), seconds = restAfter(form);
  // Kept before anything else is done with it; what another tab has ticked here already stands.
  const kept = await post({ method: "POST", url: `${here}/sets`, body: set, slot, shown: words(form), name: document.getElementById("exercise-" + set.exercise_id)?.dataset.name });
  markSending(slot, kept.shown, kept.body.id);
  rest(session, seconds);
  announce(say("workout-logged", { shown: kept.shown }));
  if (own().length) aim();
}

/** Between warm-ups a minute is enough. */
function restAfter(form) {
  const seconds = Number(form.dataset.rest), next = nextForm(withoutWarmups);
  return next?.elements.kind.value === "warmup" ? Math.min(seconds, 60) : seconds;
}

async function undo(form) {
  if (slipped() || form.querySelector("[aria-disabled=true]")) return;
  tapped = performance.now();
  const card = form.closest(".set"), sent = form.classList.contains("sent");
  const gone = { method: "DELETE", url: `${here}/sets/${form.dataset.undo}`, gone: true };
  const unsent = own().find((item) => item.slot && item.body?.id === form.dataset.undo);
  await (unsent ? takeBack(unsent, gone) : post(gone));
  stopRest();
  if (!sent) markUndone(form); else if (card.classList.contains("done")) reopen(card);
  announce(say("workout-taken-back"));
  if (own().length && document.getElementById("log-form")) aim();
}

/** What the person is in the middle of besides what they typed: parts opened, the reason that was streamed. */
function keepOpen() {
  const open = [...document.querySelectorAll("#work details[open][id]")].map((part) => part.getAttribute("id"));
  const before = document.getElementById("log-form"), slot = before && slotOf(before);
  const proposal = document.getElementById("suggestion")?.dataset.proposal, why = document.getElementById("why");
  const focused = document.activeElement?.id ?? "";
  return () => {
    const next = document.getElementById("log-form"), same = next && slotOf(next) === slot;
    for (const id of open) if (id !== "change-next" || same) document.getElementById(id)?.setAttribute("open", "");
    const place = document.getElementById("why");
    if (place && why && !why.hidden && proposal && document.getElementById("suggestion").dataset.proposal === proposal) place.replaceWith(why);
    const twin = focused.replace(/^(tick|undo)-/, (word) => (word === "tick-" ? "undo-" : "tick-"));
    if (focused && !document.getElementById(focused)) document.getElementById(twin)?.focus({ preventScroll: true });
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
    if (page.getElementById("live")?.dataset.session !== session) return endedElsewhere(session);
    // A page that was asked for before the last set arrived does not know of it: another is on its way.
    if (!own().length && since === settled) show(page);
  } catch { /* no signal: what is shown stays */ }
}

/** Swap, take out, add: small forms that need the server and leave the page where it is. */
async function act(form) {
  const body = new URLSearchParams(new FormData(form)), get = form.method === "get";
  const button = form.querySelector("button") ?? document.querySelector(`[form="${form.getAttribute("id")}"]`);
  if (button) button.disabled = true;
  notice("");
  try {
    const url = get ? `${form.getAttribute("action")}?${body}` : form.getAttribute("action");
    const answer = await fetch(url, { method: form.method, body: get ? undefined : body, credentials: "same-origin" });
    const page = await pageIn(answer);
    if (get) history.replaceState(null, "", url);
    if (page.getElementById("live")?.dataset.session !== session) return endedElsewhere(session);
    if (own().length) return;
    // An added exercise stays in sight through the answer of another form.
    if (!get && location.search) await refresh(); else show(page);
    if (get) document.getElementById("exercise-" + body.get("add"))?.scrollIntoView({ block: "start" });
  } catch (error) {
    if (button) button.disabled = false;
    notice(error instanceof Refused ? say("workout-as-it-was") : say("workout-no-signal"));
  }
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
    if (item.slot && !gone.has(item.body?.id)) markSending(item.slot, item.shown, item.body?.id);
    if (!item.gone) continue;
    const form = live.querySelector(`[data-undo="${CSS.escape(item.url.split("/").pop())}"]`);
    if (form?.classList.contains("sent")) reopen(form.closest(".set")); else if (form) markUndone(form);
  }
  if (items.length && document.getElementById("log-form")) aim();
}

function listen() {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.id === "finish-form") { stopRest(); letSleep(); }
    const ways = [["[data-log]", log], ["[data-undo]", undo], ["[data-act], #add-form", act]];
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
