// Exercises that the server has not drawn yet: one in the place of another, one more, one set less. They
// are drawn from what the page knows of each, so that none of it waits for signal.
import { label } from "./suggestion.js";
import { uuid7 } from "./http.js";
import { shown } from "./units.js";
import { say } from "./say.js";

const units = document.body?.dataset.units;
const at = (id) => document.getElementById(id);
const sectionOf = (id) => at("exercise-" + id);
const cardsOf = (section) => [...section.querySelectorAll(".set.open:not(.extra)")].filter((card) => card.dataset.kind !== "warmup");
/** What stood in the place of each exercise that came, by its id: {old, lists, planned}. */
const gone = new Map();

/** What the page knows of the exercise that is chosen in a form. */
export const offerOf = ({ options, selectedIndex }) => {
  const { value: id, text: name, dataset } = options[selectedIndex];
  return { id, name, ...dataset };
};

/** Puts values in the place of their names in braces. What is put in is never read again. */
function fill(part, words) {
  const said = (text) => text.replace(/\{(\w+)\}/g, (all, name) => words[name] ?? all);
  for (const each of [part, ...part.querySelectorAll("*")]) {
    for (const attribute of each.attributes) if (attribute.value.includes("{")) attribute.value = said(attribute.value);
  }
  const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) texts.currentNode.data = said(texts.currentNode.data);
}

function cardOf(blank, offer, n) {
  const card = blank.cloneNode(true), timed = offer.timed === "true";
  fill(card, { ...offer, n, counted: say(timed ? "another-seconds" : "another-reps"), turn: timed ? "5" : "1" });
  card.dataset.index = n;
  const form = card.querySelector("form.log"), { elements } = form;
  Object.assign(form.dataset, { rest: offer.rest, fresh: "true" });
  [elements.key.value, elements.id.value, elements.set_index.value, elements.timed.value] = [uuid7(), uuid7(), n, offer.timed];
  label(form);
  return card;
}

const minutes = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

/** An exercise with so many cards. */
function draw(offer, sets) {
  const section = at("blank").content.querySelector(".exercise").cloneNode(true), list = section.querySelector(".sets");
  const blank = list.querySelector(".set");
  blank.remove();
  fill(section, { ...offer, time: minutes(Number(offer.rest)) });
  section.dataset.drawn = JSON.stringify(offer);
  for (let n = 1; n <= sets; n++) list.append(cardOf(blank, offer, n));
  return section;
}

/** The forms that would put another in the place of this exercise, or this one in the place of another. */
function setForms(from, to, hidden) {
  for (const form of document.querySelectorAll("form[data-swap]")) {
    if (form.elements.exercise_id.value === from) form.hidden = hidden;
    for (const option of form.elements.replacement_id.options) if (option.value === to) option.disabled = hidden;
  }
}

/** Puts an exercise in the place of what is left of another. Answers whether it could. */
export function putInPlace(offer, from) {
  const old = sectionOf(from), left = old ? cardsOf(old) : [];
  if (!left.length || sectionOf(offer.id)) return false;
  const section = draw(offer, left.length), planned = Number(old.dataset.planned), chip = old.querySelector("h2 .chip"), same = left[0].querySelector("form.log").elements.timed.value === offer.timed;
  if (chip) section.querySelector("h2").prepend(chip.cloneNode(true), " ");
  section.querySelectorAll(".set").forEach((card, n) => {
    card.dataset.group = left[n].dataset.group;
    if (same) card.querySelector(".target").textContent = left[n].querySelector(".target").textContent;
  });
  const back = Object.assign(document.createElement("button"), { type: "button", className: "link", textContent: say("another-back", { name: old.dataset.name }) });
  back.dataset.swapBack = from;
  section.querySelector(".hint").append(" · ", back);
  const lists = [...old.querySelectorAll(".sets")].map((list) => [list, [...list.children]]);
  section.dataset.planned = left.length;
  old.dataset.planned = planned - left.length;
  old.before(section);
  old.querySelectorAll(".set.open").forEach((card) => card.remove());
  old.hidden = !old.querySelector(".set");
  gone.set(offer.id, { old, lists, planned });
  setForms(from, offer.id, true);
  return true;
}

/** The other way round, while nothing of what came is done. */
export function putBack(id, from) {
  const { old, lists, planned } = gone.get(id) ?? {};
  if (!old?.isConnected) return;
  sectionOf(id)?.remove();
  for (const [list, cards] of lists) list.replaceChildren(...cards);
  old.hidden = false;
  old.dataset.planned = planned;
  gone.delete(id);
  setForms(from, id, false);
}

/** What was asked for has its fields open. */
const open = (part) => part.querySelectorAll(".change").forEach((fold) => { fold.open = true; });

/** One exercise more, at the end. */
export function drawMore(offer) {
  const there = sectionOf(offer.id);
  if (there) return;
  const section = draw(offer, 1);
  section.classList.add("now");
  at("blank").before(section);
  open(section);
}

/** What the page knows of an exercise that is in the workout; nothing of one for which the equipment is gone. */
function known(section) {
  if (section.dataset.drawn) return JSON.parse(section.dataset.drawn);
  const add = at("add"), mine = section.dataset.exercise, here = [...add?.options ?? []].find((option) => option.value === mine);
  return here && { id: mine, name: section.dataset.name, ...here.dataset };
}

/** A card of an exercise with these numbers: {weight, exact, count}. */
function cardWith(section, numbers, n) {
  const offer = known(section);
  return offer && cardOf(at("blank").content.querySelector(".set"), { ...offer, ...numbers }, n);
}

/** Where the sets stand that go beyond what is prescribed. */
function foldOf(section) {
  const there = section.querySelector(".more .sets");
  if (there) return there;
  const fold = document.createElement("details"), summary = document.createElement("summary"), list = document.createElement("ul");
  [fold.className, list.className, summary.textContent] = ["more", "sets", say("another-set")];
  fold.append(summary, list);
  section.append(fold);
  return list;
}

/** Where all is ticked there is one more to tick, like the one that was. */
export function oneMore({ body }) {
  const section = sectionOf(body.exercise_id);
  if (!section || body.kind === "warmup" || section.querySelector('.set.open:not([data-kind="warmup"])')) return;
  const places = [...section.querySelectorAll('.set:not([data-kind="warmup"])')].map((card) => Number(card.dataset.index));
  const numbers = { weight: shown(body.weight_kg, units), exact: String(body.weight_kg), count: String(body.reps ?? body.duration_seconds) };
  const card = cardWith(section, numbers, Math.max(...places) + 1);
  if (!card) return;
  card.classList.toggle("extra", section.dataset.planned !== "0");
  if (section.classList.contains("now")) open(card);
  (section.dataset.planned === "0" ? section.querySelector(".sets") : foldOf(section)).append(card);
}

/** What was said of a set besides its numbers. */
function said({ kind, rpe, note, pain }, was, data) {
  if (kind) kind.value = was;
  if (rpe) rpe.value = data.rpe;
  if (note) note.value = data.note;
  if (pain) pain.checked = data.pain !== undefined;
}

/** A set that the server has and that was taken back here is open again, with its numbers. Answers whether it could be. */
export function openAgain(form) {
  const card = form.closest(".set"), held = form.contains(document.activeElement);
  const fresh = card.dataset.kind === "warmup" ? undefined : cardWith(card.closest(".exercise"), { ...form.dataset }, Number(card.dataset.index));
  if (!fresh) return false;
  fresh.dataset.group = card.dataset.group;
  fresh.classList.toggle("extra", card.classList.contains("extra"));
  said(fresh.querySelector("form.log").elements, card.dataset.kind, form.dataset);
  fresh.querySelector(".set-name").replaceWith(card.querySelector(".set-name"));
  card.replaceWith(fresh);
  if (held) fresh.querySelector(".tick").focus({ preventScroll: true });
  return true;
}

/** Takes the last card of an exercise away; the one before it can go next. */
export function takeOut(id, index) {
  const card = at(`set-${id}-working-${index}`), before = at(`set-${id}-working-${index - 1}`);
  if (!card?.classList.contains("open")) return;
  const held = card.contains(document.activeElement), button = card.querySelector(`[form="remove-${CSS.escape(id)}"]`);
  const fold = before?.querySelector("form.log .change");
  if (button && fold && index > 2 && before.classList.contains("open")) {
    const named = (one) => one.querySelector(".set-name b").textContent;
    button.textContent = button.textContent.replace(named(card), named(before));
    fold.append(button);
  }
  card.closest(".exercise").dataset.planned -= 1;
  card.remove();
  if (held) (fold?.querySelector("summary") ?? at("log"))?.focus({ preventScroll: true });
}
