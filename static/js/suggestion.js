// The suggestion's card and the bar's ✓: kept the same as the card of that set, and aimed at the next one
// until the server has its own suggestion again.
import { slotOf, words } from "./cards.js";
import { drawPlates } from "./loads.js";
import { say } from "./say.js";
import { decimal } from "./stepper.js";
import { asGiven } from "./swap.js";

const FIELDS = ["weight", "count", "rpe", "kind", "note"];
const at = (selector) => document.querySelector(selector);

/** Shows a form's numbers where they are said large. */
export function label(form) {
  const own = form.querySelector("[data-set-label]");
  if (own) own.textContent = words(form);
  drawPlates(form);
  if (!form.hasAttribute("data-suggested")) return;
  const loaded = decimal(form.elements.weight.value) > 0, timed = form.elements.timed.value === "true";
  at("[data-log-label]").textContent = words(form);
  at("[data-hero-load]").hidden = !loaded;
  at("[data-hero-unit]").textContent = timed ? "s" : loaded ? "" : say("aim-reps");
  at("[data-hero-weight]").textContent = form.elements.weight.value;
  at("[data-hero-count]").textContent = form.elements.count.value;
}

function copy(from, to) {
  for (const name of FIELDS) {
    const field = to.elements[name], value = from.elements[name]?.value ?? "";
    if (!field) continue;
    // A warm-up is no choice among the kinds of hard sets.
    if (name === "kind" && field.options && ![...field.options].some((one) => one.value === value)) field.add(new Option(say("aim-warm-up"), value));
    field.value = value;
  }
  if (to.elements.pain) to.elements.pain.checked = from.elements.pain?.checked ?? false;
  to.elements.exact.value = from.elements.exact.value;
  to.elements.shown.value = from.elements.shown.value;
}

/** The other form of the same set: the suggestion's of its card's, and the other way round. */
function twin(form) {
  if (form.hasAttribute("data-suggested")) return document.getElementById(slotOf(form))?.querySelector("form.log");
  const next = document.getElementById("log-form");
  return next && slotOf(next) === slotOf(form) ? next : null;
}

/** What is changed on one is changed on the other, so that either ✓ logs the numbers that are shown. */
export function keepAlike(form) {
  label(form);
  const other = twin(form);
  if (!other || form.hidden || other.hidden) return;
  copy(form, other);
  label(other);
}

const minutes = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

const ACTIONS = ["log", "finish"];

/** Whether the focus is on the bar's action, whichever it is. */
export const standsOnBar = () => ACTIONS.includes(document.activeElement?.id);

/** Puts the focus on the bar's action that is there now. */
export const standOnBar = () => ACTIONS.map((id) => document.getElementById(id)).find((action) => action && !action.hidden)?.focus({ preventScroll: true });

/** Aims the suggestion at a card's set, or says that everything planned is done. */
export function aimAt(form) {
  const next = document.getElementById("log-form"), button = document.getElementById("log");
  if (!next || !button) return;
  const card = document.getElementById("suggestion"), stood = standsOnBar();
  // With all done the one action is another.
  for (const [part, over] of [[button, true], [card, true], [document.getElementById("finish"), false], [document.getElementById("all-done"), false]]) part.hidden = over === !form;
  if (stood) standOnBar();
  card.classList.toggle("local", true);
  at("[data-s-last]").textContent = "";
  at("[data-s-because]").textContent = say("aim-from-plan");
  document.getElementById("why").hidden = true;
  const swap = document.getElementById("swap-next");
  if (swap) swap.hidden = swap.querySelector("form").elements.exercise_id.value !== form?.elements.exercise_id.value;
  if (!form) return;
  const item = form.closest(".set"), section = form.closest(".exercise"), said = item.querySelector(".before")?.textContent ?? "";
  for (const name of ["exercise_id", "set_index", "timed"]) next.elements[name].value = form.elements[name].value;
  // It gets its id when it is ticked: see `fresh`.
  next.dataset.fresh = "true";
  if (next.elements.proposal_id) next.elements.proposal_id.value = form.elements.proposal_id?.value ?? "";
  for (const name of ["rest", "least", "by", "plates"]) next.dataset[name] = form.dataset[name];
  copy(form, next);
  // The server's suggestion takes the place of these numbers, but not of what a person then types.
  asGiven(next);
  at("#suggestion-title").textContent = `${section.dataset.name} · ${item.querySelector(".set-name b").textContent}`;
  const tag = at("[data-s-tag]"), own = section.querySelector("h2 .chip");
  tag.hidden = !own;
  tag.textContent = own?.textContent ?? "";
  at("[data-s-facts]").textContent = [say("aim-rest", { time: minutes(Number(form.dataset.rest)) }), item.querySelector(".target").textContent].filter(Boolean).join(" · ");
  at("[data-s-last]").textContent = said;
  at("[data-skip-warmups]").hidden = item.dataset.kind !== "warmup";
  label(next);
}
