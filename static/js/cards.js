// The cards of sets: read into what is sent, shown as done before the server has said so, opened again.
import { uuid7 } from "./http.js";
import { nextOf } from "./order.js";
import { say } from "./say.js";
import { decimal, kilograms } from "./stepper.js";

const units = document.body?.dataset.units;
const ICON = () => document.querySelector(".tick .icon")?.cloneNode(true) ?? "✓";

/** What a form says, as it is sent; null where a number is none. */
export function setOf(form) {
  const { id, exercise_id, set_index, kind, timed, count, rpe, pain, note, proposal_id } = form.elements;
  const much = Math.round(decimal(count.value));
  const set = {
    id: id.value, exercise_id: exercise_id.value, set_index: Number(set_index.value), kind: kind.value,
    weight_kg: kilograms(form, units), pain: pain?.checked ?? false, logged_at: new Date().toISOString(),
  };
  set[timed.value === "true" ? "duration_seconds" : "reps"] = much;
  if (rpe.value) set.rpe = Number(rpe.value);
  if (note?.value.trim()) set.note = note.value.trim();
  if (proposal_id?.value) set.proposal_id = proposal_id.value;
  return Number.isFinite(set.weight_kg) && Number.isFinite(much) ? set : null;
}

export const slotOf = (form) => {
  const { exercise_id, set_index, kind } = form.elements;
  return `set-${exercise_id.value}-${kind.value === "warmup" ? "warmup" : "working"}-${set_index.value}`;
};

export function words(form) {
  const { weight, count, timed } = form.elements;
  const seconds = timed.value === "true" ? " s" : "";
  if (!(decimal(weight.value) > 0)) return seconds ? count.value + seconds : say("cards-reps", { n: count.value });
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

/** The form of the set that comes next by the session's own prescription. */
export function nextForm(withoutWarmups) {
  const cards = [...document.querySelectorAll("#work .set")].map((item) => ({
    exercise: item.dataset.exercise, group: item.dataset.group, index: Number(item.dataset.index), item,
    warmup: item.dataset.kind === "warmup", open: item.classList.contains("open"), extra: item.classList.contains("extra"),
  }));
  return nextOf(cards, withoutWarmups)?.item.querySelector("form.log");
}
