// The cards of sets: read into what is sent, shown as done before the server has said so, opened again.
import { MOST_KG, MOST_REPS, MOST_SECONDS } from "./bounds.js";
import { uuid7 } from "./http.js";
import { nextOf } from "./order.js";
import { say } from "./say.js";
import { decimal, kilograms } from "./stepper.js";
import { KG_PER_LB } from "./units.js";

const units = document.body?.dataset.units;
const ICON = () => document.querySelector(".tick .icon")?.cloneNode(true) ?? "✓";

/** The field of a form that cannot be sent as it is, and why; nothing where all is well. */
export function faultIn({ elements: { weight, shown, count, timed } }) {
  const seconds = timed.value === "true", most = seconds ? MOST_SECONDS : MOST_REPS;
  const heaviest = units === "lb" ? Math.floor((MOST_KG / KG_PER_LB) * 10) / 10 : MOST_KG;
  const number = /^\d+(?:[.,]\d+)?$/.test(weight.value.trim()) && decimal(weight.value) <= heaviest;
  if (!number && weight.value !== shown.value) return { field: weight, text: say("cards-weight-wrong", { most: heaviest, units }) };
  if (!/^\d+$/.test(count.value.trim()) || Number(count.value) > most) return { field: count, text: say(seconds ? "cards-seconds-wrong" : "cards-reps-wrong", { most }) };
}

/** What a form says, as it is sent, at this moment. */
export function setOf(form, moment) {
  const { id, exercise_id, set_index, kind, timed, count, rpe, pain, note, proposal_id } = form.elements;
  const much = Math.round(decimal(count.value));
  const set = {
    id: id.value, exercise_id: exercise_id.value, set_index: Number(set_index.value), kind: kind.value,
    weight_kg: kilograms(form, units), pain: pain?.checked ?? false, logged_at: new Date(moment).toISOString(),
  };
  set[timed.value === "true" ? "duration_seconds" : "reps"] = much;
  if (rpe.value) set.rpe = Number(rpe.value);
  // Pasted text may hold what no note can.
  const said = note?.value.replace(/[\0-\x08\x0b-\x1f]/g, "").trim();
  if (said) set.note = said;
  if (proposal_id?.value) set.proposal_id = proposal_id.value;
  return set;
}

export const slotOf = (form) => {
  const { exercise_id, set_index, kind } = form.elements;
  return `set-${exercise_id.value}-${kind.value === "warmup" ? "warmup" : "working"}-${set_index.value}`;
};

export function words(form) {
  const { weight, count, timed } = form.elements;
  const seconds = timed.value === "true" ? " s" : "";
  if (decimal(weight.value) === 0) return seconds ? count.value + seconds : say("cards-reps", { n: count.value });
  return `${weight.value} ${units} × ${count.value}${seconds}`;
}

const element = (tag, className, text = "") => Object.assign(document.createElement(tag), { className, textContent: text });

/** Shows the set as done before the server has said so; its ✓ takes it back. */
export function markSending(slot, result, id) {
  const card = document.getElementById(slot);
  if (!card || card.classList.contains("done")) return;
  const form = card.querySelector("form.log"), held = form.contains(document.activeElement);
  const undo = element("form", "sent"), tick = element("button", "tick on");
  card.classList.add("done", "sending");
  card.classList.remove("open", "current");
  form.hidden = true;
  // A set more than was prescribed stands in a fold.
  card.closest("details")?.setAttribute("open", "");
  undo.dataset.undo = id;
  tick.setAttribute("id", slot.replace(/^set-/, "undo-"));
  tick.setAttribute("aria-label", form.querySelector(".tick").dataset.undoLabel);
  tick.append(ICON());
  undo.append(tick);
  card.append(element("p", "result num sent", result), element("p", "hint sent", say("cards-sending")), undo);
  if (held) tick.focus({ preventScroll: true });
}

/** A set that was ticked here and taken back before the server showed it: its card is open again. */
export function reopen(card) {
  const held = card.contains(document.activeElement), form = card.querySelector("form.log");
  card.querySelectorAll(".sent").forEach((part) => part.remove());
  card.classList.remove("done", "sending");
  card.classList.add("open");
  form.hidden = false;
  // What was sent keeps its id; the next tick is another set.
  form.elements.id.value = uuid7();
  form.elements.key.value = uuid7();
  if (form.elements.proposal_id) form.elements.proposal_id.value = "";
  if (held) form.querySelector(".tick").focus({ preventScroll: true });
}

/** A set that the server has, on its way out. */
export function markUndone(form) {
  const card = form.closest(".set");
  card.classList.add("sending");
  // Not disabled: that would take the focus away.
  form.querySelector("button").setAttribute("aria-disabled", "true");
  if (!card.querySelector(".sent")) card.append(element("p", "hint sent", say("cards-taking-back")));
}

/** How far the workout is, by its cards. Warm-ups are not counted; what was added counts once it is done. */
export function tally() {
  let done = 0, total = 0;
  for (const section of document.querySelectorAll("#work .exercise")) {
    const mine = section.querySelectorAll('.set.done:not([data-kind="warmup"]):not(:has([aria-disabled="true"]))').length, all = Math.max(Number(section.dataset.planned), mine);
    section.querySelector("h2 small").textContent = `${mine}/${all}`;
    done += mine;
    total += all;
  }
  document.getElementById("count").textContent = say("cards-count", { done, total });
  Object.assign(document.querySelector(".through"), { value: done, max: total });
}

/** One set more of what nobody prescribed, in a workout that was: there to be ticked, but not what is next. */
function beyond(card) {
  const section = card.closest(".exercise");
  return section.dataset.planned === "0" && Boolean(section.querySelector(".set.done") && document.querySelector('#work .exercise:not([data-planned="0"])'));
}

/** The form of the set that comes next by the session's own prescription. */
export function nextForm(withoutWarmups) {
  const cards = [...document.querySelectorAll("#work .set")].map((item) => ({
    exercise: item.dataset.exercise, group: item.dataset.group, index: Number(item.dataset.index), item,
    warmup: item.dataset.kind === "warmup", open: item.classList.contains("open"), extra: item.classList.contains("extra") || beyond(item),
  }));
  return nextOf(cards, withoutWarmups)?.item.querySelector("form.log");
}
