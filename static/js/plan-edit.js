// Editing the plan by hand: every change is kept on this device at once, checked by the server's
// rules as it is made, and saved under the version it was made on.
import { PLANNED_SETS } from "./bounds.js";
import { ask } from "./client.js";
import { announce, loggedOut, notice, Refused, send } from "./http.js";
import { alike, balance, freeKey, moved, place, planned, resized, same } from "./plan-model.js";
import { dayCard, dose, exerciseCard, make, showFaults, typedLoad, typedNumber } from "./plan-draw.js";
import { find, named } from "./plan-find.js";
import { conflict } from "./plan-moved.js";
import { say } from "./say.js";
import { localValue } from "./local-value.js";

const root = document.getElementById("editor"), days = document.getElementById("edit-days"), saves = document.getElementById("save");
const undo = document.getElementById("undo"), state = document.getElementById("edit-state"), user = document.body.dataset.user;
const kept = localValue("spotter.plan-draft." + user, null);
const read = (node) => ({ etag: node.dataset.etag, base: JSON.parse(node.dataset.doc), plan: JSON.parse(node.dataset.doc), known: JSON.parse(node.dataset.known), muscles: JSON.parse(node.dataset.muscles) });
let draft = read(root), faults = [], steps = [], uids = new WeakMap(), minutes = new WeakMap(), nextUid = 1, waiting, turn = 0, leaving = false;
const opened = new Set();

const dirty = () => !same(draft.plan, draft.base);
const uid = (thing) => { if (!uids.has(thing)) uids.set(thing, nextUid++); return uids.get(thing); };
const knownOf = (id) => draft.known[id] ?? { name: id, loads: {} };
/** The plan as it is written: no helper fields. */
const written = () => ({ ...draft.plan, days: draft.plan.days.map((day) => ({ ...day, exercises: day.exercises.map(({ apart, ...exercise }) => exercise) })) });

function tell() {
  const errors = faults.filter((fault) => fault.severity === "error").length, looks = faults.length - errors;
  const parts = [dirty() ? say("plan-edit-unsaved") : say("plan-edit-no-changes"), errors ? say("plan-edit-to-change", { n: errors }) : "", looks ? say("plan-edit-worth-a-look", { n: looks }) : ""];
  state.textContent = parts.filter(Boolean).join(" · ");
  saves.disabled = !dirty();
  undo.hidden = steps.length === 0;
}

function draw(focus) {
  const letters = (day) => [...new Set(["A", "B", "C", "D", ...day.exercises.map((one) => one.group).filter(Boolean)])].sort();
  days.replaceChildren(...draft.plan.days.map((day) => {
    const card = dayCard(day, uid(day));
    card.querySelector("ol").append(...day.exercises.map((exercise, at) => exerciseCard(exercise, {
      uid: uid(exercise), at, count: day.exercises.length, groups: letters(day), known: knownOf(exercise.exercise_id), open: opened.has(uid(exercise)),
    })));
    return card;
  }));
  if (draft.plan.days.length < 7) days.append(make("p", {}, make("button", { type: "button", className: "quiet", id: "add-day", data: { does: "day" } }, say("plan-edit-add-day"))));
  if (focus) document.getElementById(focus)?.focus();
  drawFaults();
  drawMinutes();
}

/** How long each day takes, as the rules counted it last. */
function drawMinutes() {
  for (const day of draft.plan.days) document.getElementById(`d${uid(day)}-minutes`).textContent = minutes.has(day) ? say("plan-edit-minutes", { n: minutes.get(day) }) : "";
}

function drawFaults() {
  const at = { week: [] };
  for (const fault of faults) {
    const where = place(fault.pointer), day = draft.plan.days[where.day], exercise = day?.exercises[where.exercise];
    // Sets that are changed as one are told of as one.
    if (exercise && alike(exercise.sets) && !exercise.apart && /\/sets\/[1-9]/.test(fault.pointer)) continue;
    const id = exercise ? `x${uid(exercise)}` : day ? `d${uid(day)}` : "week";
    (at[id] ??= []).push(fault);
  }
  for (const list of root.querySelectorAll(".faults")) showFaults(list, at[list.id.replace("-faults", "")] ?? []);
  tell();
}

function drawSets(now) {
  const number = (value) => String(Math.round(value * 10) / 10);
  document.getElementById("edit-sets").replaceChildren(...balance(draft.muscles, now).map(({ name, before, after }) =>
    make("li", { data: { muscle: name }, className: before === after ? "" : "moved-sets" }, make("span", {}, named(name)), make("b", { className: "num" }, before === after ? number(after) : `${number(before)} → ${number(after)}`))));
}

async function check() {
  const mine = ++turn;
  try {
    const said = await send("POST", "/api/v1/weekly-plan/check", written());
    if (mine !== turn) return;
    faults = said.violations;
    draft.plan.days.forEach((day, at) => minutes.set(day, said.estimated_minutes[at]));
    drawSets(said.sets_per_muscle);
    drawMinutes();
  } catch (error) {
    if (mine !== turn || !(error instanceof Refused) || error.status === 401) return;
    faults = (error.problem.errors ?? []).map((fault) => ({ pointer: fault.pointer ?? "", severity: "error", message: fault.message }));
  }
  drawFaults();
}

/** After every change: keep it, then have it looked at. */
function changed() {
  kept.write(dirty() ? { ...draft, at: Date.now() } : null);
  tell();
  // What is being checked is no longer what stands.
  turn++;
  clearTimeout(waiting);
  waiting = setTimeout(check, 350);
}

/** A change of what stands where: it can be undone. `focus` is a place, or says one once it is made. */
function change(make_, focus, words) {
  steps.push(structuredClone(draft.plan));
  make_();
  draw(typeof focus === "function" ? focus() : focus);
  changed();
  if (words) announce(words);
}

function whose(node) {
  const by = (selector) => Number(node.closest(selector)?.dataset.uid);
  const day = draft.plan.days.find((one) => uid(one) === by(".edit-day"));
  const at = day ? day.exercises.findIndex((one) => uid(one) === by(".edit-exercise")) : -1;
  return { day, at, exercise: day?.exercises[at] };
}

const acts = {
  up: ({ day, at, exercise }) => step(day, at, exercise, -1, "up"),
  down: ({ day, at, exercise }) => step(day, at, exercise, 1, "down"),
  remove({ day, at, exercise }) {
    const next = day.exercises[at + 1] ?? day.exercises[at - 1], name = knownOf(exercise.exercise_id).name;
    change(() => day.exercises.splice(at, 1), next ? `x${uid(next)}-name` : `d${uid(day)}-add`, say("plan-edit-taken-out", { name }));
  },
  swap: ({ day, at, exercise }) => find(say("plan-edit-swap", { name: knownOf(exercise.exercise_id).name }), exercise.exercise_id, (found) => put(day, at, 1, found, exercise)),
  add: ({ day }) => find(say("plan-draw-add"), "", (found) => put(day, day.exercises.length, 0, found)),
  apart: ({ exercise }) => change(() => { exercise.apart = true; }, `x${uid(exercise)}-0-min`),
  drop: ({ day }) => change(() => draft.plan.days.splice(draft.plan.days.indexOf(day), 1), "add-day", say("plan-edit-day-taken-out")),
  day: () => change(() => draft.plan.days.push({ day: freeKey(draft.plan.days), focus: "", weekday: null, exercises: [] }), () => `d${uid(draft.plan.days.at(-1))}-focus`),
};

function step(day, at, exercise, by, which) {
  const to = at + by, edge = to === 0 || to === day.exercises.length - 1;
  const back = edge ? (which === "up" ? "down" : "up") : which;
  change(() => { day.exercises = moved(day.exercises, at, by); }, `x${uid(exercise)}-${back}`, say("plan-edit-moved", { name: knownOf(exercise.exercise_id).name, at: to + 1, all: day.exercises.length }));
}

function put(day, at, instead, found, old) {
  draft.known[found.id] ??= { name: found.name, timed: found.measure === "seconds", rest_seconds: found.rest_seconds, loads: {} };
  const fresh = planned(found, old);
  opened.add(uid(fresh));
  change(() => day.exercises.splice(at, instead, fresh), () => `x${uid(fresh)}-name`, say("plan-edit-put-in", { name: found.name }));
}

const whole = (text, least, most) => { const value = typedNumber(text); return Number.isInteger(value) && value >= least && value <= most ? value : null; };

/** What fits nothing stays in its field, is said, and cannot be saved. */
function wrong(node, is) {
  node.setCustomValidity(is ? say("plan-edit-wrong") : "");
  return is;
}

function typed(node) {
  const { day, exercise } = whose(node), name = node.dataset.field;
  if (name === "focus") document.getElementById(`d${uid(day)}-title`).textContent = (day.focus = node.value) || day.day;
  else if (name === "weekday") day.weekday = node.value || null;
  else if (name === "group") exercise.group = node.value || null;
  else if (name === "rest_seconds") exercise.rest_seconds = node.value === "" ? null : Number(node.value);
  else if (name === "note") exercise.note = node.value.trim() || null;
  else if (name === "sets") {
    const count = whole(node.value, 1, PLANNED_SETS);
    if (wrong(node, count === null) || count === exercise.sets.length) return;
    exercise.sets = resized(exercise.sets, count);
    if (exercise.sets.length > 1 && root.querySelector(`#x${uid(exercise)} [data-set="0"]`)) draw(node.id);
  } else {
    const value = name === "weight_kg" ? typedLoad(node.value) : name === "rpe" ? typedNumber(node.value) : whole(node.value, 0, 65535);
    if (wrong(node, value === null && (node.value.trim() || name.startsWith("reps")))) return;
    for (const [at, set] of exercise.sets.entries()) if (node.dataset.set === "" || Number(node.dataset.set) === at) set[name] = value;
  }
  if (exercise) {
    const folded = root.querySelector(`#x${uid(exercise)} summary`);
    folded.querySelector("[data-dose]").textContent = dose(exercise, knownOf(exercise.exercise_id));
    folded.querySelector("[data-noted]").textContent = exercise.note ?? "";
  }
  changed();
}

function begin(next, words) {
  draft = next;
  steps = [];
  faults = [];
  draw();
  drawSets(draft.muscles);
  changed();
  if (words) notice(words, "good");
}

async function save(again = true) {
  const odd = root.querySelector("input:invalid");
  if (odd) {
    odd.closest("details").open = true;
    return odd.reportValidity();
  }
  const first = root.querySelector(".faults .stop")?.closest(".edit-exercise, .edit-day, .edit-beside");
  if (faults.some((fault) => fault.severity === "error") && first) {
    announce(say("plan-edit-must-change"));
    for (const fold of first.querySelectorAll("details")) fold.open = true;
    first.scrollIntoView({ block: "center" });
    (first.querySelector("h3[tabindex], input") ?? first).focus({ preventScroll: true });
    return;
  }
  saves.disabled = true;
  const answer = await ask("PUT", "/api/v1/weekly-plan", { body: written(), match: `"${draft.etag}"` });
  // Only a yes of ours is one: a login page of the gym's network says it too.
  if (!answer.ours) {
    tell();
    return notice(say("plan-edit-no-signal"), "wait");
  }
  if (answer.status === 200) {
    // Another tab may have kept its own.
    if (same(kept.read()?.plan, draft.plan)) kept.write(null);
    leaving = true;
    location.assign("/plan?told=saved");
    return;
  }
  tell();
  if (answer.status === 412) return stale(again);
  if (answer.status === 401) return gone();
  notice(new Refused(answer.status, answer.value).message);
  check();
}

/** This person's login is over: nothing of theirs goes into whoever's is there now. */
function gone() {
  loggedOut();
  notice(say("plan-edit-logged-out"), "wait");
}

async function stale(again) {
  let found;
  try {
    found = await conflict(draft.base, written());
  } catch (error) {
    return error.status === 401 ? gone() : notice(say("plan-edit-changed-unknown"));
  }
  const theirs = read(found.node);
  // Only a workout, the profile or the day has moved: nothing of the plan is in question.
  if (found.same && again) { draft.etag = theirs.etag; return save(false); }
  root.hidden = true;
  document.querySelector(".edit-bar").hidden = true;
  const yours = structuredClone(draft);
  found.show((take) => {
    root.hidden = false;
    document.querySelector(".edit-bar").hidden = false;
    const known = { ...draft.known, ...theirs.known };
    if (take === "merged") return begin({ ...theirs, known, plan: found.merged }, say("plan-edit-merged"));
    begin({ ...theirs, known }, say("plan-edit-theirs"));
    kept.write({ ...yours, at: Date.now() });
    offer(yours);
  });
}

function offer(old) {
  const back = make("button", { type: "button", className: "quiet small", id: "bring-back" }, say("plan-edit-mine-back"));
  back.addEventListener("click", () => { notice(""); begin(old); });
  document.getElementById("notice").append(" ", back);
}

function reopen() {
  const old = kept.read();
  if (!old || same(old.plan, draft.plan)) return kept.write(null);
  const fresh = draft, at = new Date(old.at).toLocaleString(document.documentElement.lang, { weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  draft = old;
  notice(say("plan-edit-edits-back", { at }), "wait");
  const away = make("button", { type: "button", className: "quiet small", id: "discard" }, say("plan-edit-discard"));
  away.addEventListener("click", () => { notice(""); begin(fresh); });
  document.getElementById("notice").append(" ", away);
}

root.addEventListener("click", (event) => {
  const does = event.target.closest("[data-does]")?.dataset.does;
  if (does) acts[does](whose(event.target));
});
root.addEventListener("toggle", (event) => {
  const id = Number(event.target.closest(".edit-exercise")?.dataset.uid);
  if (event.target.open) opened.add(id); else opened.delete(id);
}, true);
let field;
root.addEventListener("focusin", () => { field = undefined; });
root.addEventListener("input", ({ target }) => {
  if (!target.dataset.field) return;
  const before = structuredClone(draft.plan);
  typed(target);
  if (field === target || JSON.stringify(before) === JSON.stringify(draft.plan)) return;
  // All that is typed into a field in one go is one step back.
  field = target;
  steps.push(before);
  undo.hidden = false;
});
saves.addEventListener("click", () => save());
undo.addEventListener("click", () => {
  const all = () => draft.plan.days.flatMap((day) => day.exercises), open = all().filter((one) => opened.has(uid(one))).map((one) => one.exercise_id);
  draft.plan = steps.pop();
  for (const one of all()) if (open.includes(one.exercise_id)) opened.add(uid(one));
  draw("save");
  changed();
  announce(say("plan-edit-undone"));
});
addEventListener("beforeunload", (event) => { if (dirty() && !leaving) event.preventDefault(); });

reopen();
draw();
drawSets(draft.muscles);
check();
