// The editor's fields. Whatever people named is text; what a person does comes back through `does`.
import { NOTE_CHARS } from "./bounds.js";
import { alike, clock, rests } from "./plan-model.js";
import { say } from "./say.js";
import { KG_PER_LB, shown, unit } from "./units.js";

export const shownLoad = (kg) => (kg == null ? "" : shown(kg));
export const typedNumber = (text) => { const value = Number(text.trim().replace(",", ".")); return text.trim() === "" || !Number.isFinite(value) ? null : value; };
export const typedLoad = (text) => { const value = typedNumber(text); return value === null ? null : unit() === "lb" ? value * KG_PER_LB : value; };

/** An element with properties, data and children; strings become text. */
export function make(name, { data, ...with_ } = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(with_)) key.includes("-") || key === "for" || key === "role" ? node.setAttribute(key, value) : (node[key] = value);
  Object.assign(node.dataset, data);
  node.append(...children.filter((child) => child !== null));
  return node;
}

const button = (words, does, about = "", more = {}) => make("button", { type: "button", className: "quiet small", data: { does }, ...more }, words, make("span", { className: "away" }, about && " " + about));

function field(words, id, name, value, more = {}) {
  return make("label", { className: "field", for: id }, words, make("input", { id, value, autocomplete: "off", inputMode: "decimal", data: { field: name }, ...more }));
}

function choice(words, id, name, value, options) {
  const select = make("select", { id, data: { field: name } });
  for (const [key, text] of options) select.append(make("option", { value: key, selected: key === value }, text));
  return make("label", { className: "field", for: id }, words, select);
}

function setFields(id, exercise, set, at, known, all) {
  const by = (name) => ({ data: { field: name, set: all ? "" : String(at) } });
  const load = known.loads?.[`${set.reps_min}-${set.reps_max}`];
  const of = (what) => (all ? what : say("plan-draw-of-set", { n: at + 1, what }));
  const from = known.timed ? say("plan-draw-seconds-from") : say("plan-draw-reps-from"), to = known.timed ? say("plan-draw-seconds-to") : say("plan-draw-reps-to");
  return make("div", { className: "set-fields" },
    field(of(from), `${id}-${at}-min`, "reps_min", String(set.reps_min), by("reps_min")),
    field(say("plan-draw-to"), `${id}-${at}-max`, "reps_max", String(set.reps_max), { ...by("reps_max"), "aria-label": of(to) }),
    field(say("plan-draw-load", { unit: unit() }), `${id}-${at}-load`, "weight_kg", shownLoad(set.weight_kg), { ...by("weight_kg"), placeholder: load ? shownLoad(load) : say("plan-draw-auto") }),
    field(say("plan-draw-rpe"), `${id}-${at}-rpe`, "rpe", set.rpe == null ? "" : String(set.rpe), { ...by("rpe"), placeholder: say("plan-draw-no-rpe") }));
}

/** The rest after a set: a list, so that no number is typed and every one is allowed. */
function restChoice(id, { rest_seconds: rest }, known) {
  // A draft of an older page does not know what the exercise's own is.
  const own = [known.rest_seconds == null ? "" : clock(known.rest_seconds), say("plan-draw-own-rest")].filter(Boolean).join(" · ");
  return choice(say("plan-draw-rest"), id + "-rest", "rest_seconds", rest == null ? "" : String(rest), [["", own], ...rests(rest).map((seconds) => [String(seconds), clock(seconds)])]);
}

/** As long as the rules allow; lines stay lines, as others may have written them. */
const noteField = (id, { note }) => make("label", { className: "field", for: id + "-note" }, say("plan-draw-note"),
  make("textarea", { id: id + "-note", value: note ?? "", rows: 1, maxLength: NOTE_CHARS, autocomplete: "off", placeholder: say("plan-draw-note-such-as"), data: { field: "note" } }));

/** What an exercise asks for, in one line. */
export function dose(exercise, known) {
  const range = (set) => (set.reps_min === set.reps_max ? `${set.reps_min}` : `${set.reps_min}–${set.reps_max}`);
  const [first] = exercise.sets, rest = exercise.rest_seconds ?? known.rest_seconds, load = first.weight_kg ?? known.loads?.[`${first.reps_min}-${first.reps_max}`];
  const sets = alike(exercise.sets) ? `${exercise.sets.length} × ${range(first)}` : exercise.sets.map(range).join(", ");
  const parts = [sets + (known.timed ? " s" : ""), load && alike(exercise.sets) ? `${shownLoad(load)} ${unit()}` : "", first.rpe ? say("plan-draw-at-rpe", { rpe: first.rpe }) : "", exercise.group ? say("plan-draw-in-superset", { group: exercise.group }) : "", rest == null ? "" : say("plan-draw-at-rest", { time: clock(rest) })];
  return parts.filter(Boolean).join(" · ");
}

/** One exercise; `uid` stays with it wherever it moves. */
export function exerciseCard(exercise, { uid, at, count, groups, known, open }) {
  const id = "x" + uid, all = alike(exercise.sets) && !exercise.apart;
  const sets = make("div", { className: "stepper", data: { step: "1" } },
    make("label", { for: id + "-sets" }, say("plan-draw-sets")),
    make("div", { className: "turn" },
      make("button", { type: "button", className: "quiet", data: { turn: "-1" }, "aria-label": say("plan-draw-fewer", { name: known.name }) }, "−"),
      make("input", { id: id + "-sets", value: String(exercise.sets.length), inputMode: "numeric", autocomplete: "off", data: { field: "sets" } }),
      make("button", { type: "button", className: "quiet", data: { turn: "1" }, "aria-label": say("plan-draw-more", { name: known.name }) }, "+")));
  const order = make("p", { className: "order" },
    button("↑", "up", say("plan-draw-move-up", { name: known.name }), { id: id + "-up", disabled: at === 0 }), button("↓", "down", say("plan-draw-move-down", { name: known.name }), { id: id + "-down", disabled: at === count - 1 }));
  return make("li", { id, className: "edit-exercise", data: { uid: String(uid) } }, make("div", { role: "group", "aria-labelledby": id + "-name", "aria-describedby": id + "-faults" },
    make("div", { className: "over" }, make("h3", { id: id + "-name", tabIndex: -1 }, known.name), order),
    make("ul", { className: "faults", id: id + "-faults" }),
    make("details", { open }, make("summary", {}, make("span", { className: "num", data: { dose: "" } }, dose(exercise, known)), make("span", { className: "away" }, say("plan-draw-change", { name: known.name })), make("span", { className: "noted", data: { noted: "" } }, exercise.note ?? "")),
    make("div", { className: "edit-fields" }, sets, restChoice(id, exercise, known),
      ...(all ? [setFields(id, exercise, exercise.sets[0], 0, known, true)] : exercise.sets.map((set, index) => setFields(id, exercise, set, index, known, false))),
      make("div", { className: "more-fields" }, choice(say("plan-draw-superset"), id + "-group", "group", exercise.group ?? "", [["", say("plan-draw-no-superset")], ...groups.map((name) => [name, name])]), noteField(id, exercise))),
    make("p", { className: "row" }, button(say("plan-draw-swap"), "swap", known.name, { id: id + "-swap" }), button(say("plan-draw-remove"), "remove", known.name),
      all && exercise.sets.length > 1 ? button(say("plan-draw-set-by-set"), "apart", known.name) : null))));
}

/** The days of the week by name: the first of January 2024 was a Monday. */
const weekday = new Intl.DateTimeFormat(document.documentElement.lang, { weekday: "long", timeZone: "UTC" });
const DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"].map((day, at) => [day, weekday.format(Date.UTC(2024, 0, 1 + at))]);

/** The frame of one day; its exercises go into its list. */
export function dayCard(day, uid) {
  const id = "d" + uid;
  return make("section", { id, className: "card edit-day", data: { uid: String(uid) }, "aria-labelledby": id + "-title" },
    make("h2", { id: id + "-title", className: "away" }, day.focus || day.day),
    make("div", { className: "edit-head" },
      field(say("plan-draw-day"), id + "-focus", "focus", day.focus, { inputMode: "text", maxLength: 100 }),
      choice(say("plan-draw-when"), id + "-weekday", "weekday", day.weekday ?? "", [["", say("plan-draw-any-day")], ...DAYS])),
    make("p", { className: "facts num", id: id + "-minutes" }),
    make("ul", { className: "faults", id: id + "-faults" }),
    make("ol", { className: "edit-exercises" }),
    make("p", { className: "row" }, button(say("plan-draw-add"), "add", say("plan-draw-add-to", { day: day.focus || day.day }), { id: id + "-add" }), button(say("plan-draw-remove-day"), "drop", day.focus || day.day)));
}

/** Faults as lines; errors first, and each says by a word what it is. */
export function showFaults(list, faults) {
  const order = (fault) => (fault.severity === "error" ? 0 : 1);
  list.replaceChildren(...[...faults].sort((one, other) => order(one) - order(other)).map((fault) =>
    make("li", { className: fault.severity === "error" ? "stop" : "wait", data: { rule: fault.rule ?? "" } },
      make("b", {}, say(fault.severity === "error" ? "plan-draw-has-to-change" : "plan-draw-worth-a-look") + " "),
      fault.message)));
}
