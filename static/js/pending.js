// What waits and what was refused, in sight on every page: a mark, a list with a choice for each, and
// a sentence where this device cannot keep what it should.
import { forgetNext } from "./page-cache.js";
import { announce, notice } from "./http.js";
import { flush, keepMine, keepTheirs, standing, whenChanged, whenSettled } from "./outbox.js";
import { isBegin, isFinish } from "./queue.js";
import { say } from "./say.js";
import { shown, unit } from "./units.js";

const node = (tag, className, text) => Object.assign(document.createElement(tag), { className, textContent: text ?? "" });

function mark({ waiting, parked, failing }) {
  let place = document.getElementById("waiting");
  if (!place && (parked.length || (failing && waiting.length))) {
    place = node("span", "waiting apart");
    place.id = "waiting";
    document.body.append(place);
  }
  if (!place) return;
  const parts = [failing && waiting.length ? say("pending-waiting", { n: waiting.length }) : "", parked.length ? say("pending-to-settle", { n: parked.length }) : ""].filter(Boolean);
  place.hidden = parts.length === 0;
  if (place.textContent !== parts.join(" · ")) place.textContent = parts.join(" · ");
}

/** A sentence of its own on top of the page; an empty one takes it away. */
function line(id, text, link) {
  const there = document.getElementById(id);
  if (!text) return there?.remove();
  if (there) return;
  const place = node("p", "notice wait", text);
  place.id = id;
  place.setAttribute("role", "status");
  if (link) place.append(" ", Object.assign(node("a", "", link.text), { href: link.href }));
  document.getElementById("main").prepend(place);
}

/** A request of this page was answered that nobody is signed in. */
let loggedOut = false;

function loginLine({ login, waiting }) {
  const href = "/login?next=" + encodeURIComponent(location.pathname), ticked = login && waiting.length;
  const text = ticked ? say("pending-logged-out-kept") : loggedOut ? say("pending-logged-out") : "";
  line("login-needed", text, { text: say("pending-log-in"), href });
}

const FAULTS = {
  memory: say("pending-kept-nowhere"),
  full: say("pending-device-full"),
  database: say("pending-no-database"),
};

function faultLine({ faults }) {
  const fault = Object.keys(FAULTS).find((name) => faults.includes(name)) ?? "";
  const there = document.getElementById("kept-how");
  if (there && there.dataset.fault !== fault) there.remove();
  line("kept-how", FAULTS[fault] ?? "");
  const now = document.getElementById("kept-how");
  if (now) now.dataset.fault = fault;
}

function setWords(set) {
  const timed = set.reps === undefined || set.reps === null, much = timed ? `${set.duration_seconds} s` : set.reps;
  return set.weight_kg > 0 ? `${shown(set.weight_kg)} ${unit()} × ${much}` : timed ? much : say("cards-reps", { n: much });
}

function mineWords(entry) {
  if (isFinish(entry) && entry.problem?.type === "session-final") return say("pending-your-notes", { notes: entry.body.notes });
  if (isFinish(entry)) return entry.body.status === "completed" ? say("pending-finished") : say("pending-stopped");
  if (entry.gone) return say("pending-take-back");
  return entry.body?.weight_kg === undefined ? entry.shown || say("pending-change") : setWords(entry.body);
}

function title(entry) {
  const { exercise_id: exercise, set_index: index } = entry.body ?? {};
  // By its name where the tap knew it: on this page, or when it was made.
  const name = exercise && (entry.name ?? document.getElementById("exercise-" + exercise)?.dataset.name ?? exercise.replaceAll("-", " "));
  return name && index && !entry.drawn ? say("pending-set-of", { index, name }) : say("pending-workout-change");
}

function choice(entry) {
  const { problem = {} } = entry, box = node("li", "parked"), facts = node("dl", "versus num");
  const said = problem.errors?.map((error) => error.message).join(" ") || problem.detail;
  const theirs = problem.set ? setWords(problem.set) : said || say("pending-not-taken");
  box.dataset.key = entry.key;
  for (const [name, value] of [[say("pending-yours"), mineWords(entry)], [say("pending-servers"), theirs]]) {
    const pair = node("div", "");
    pair.append(node("dt", "", name), node("dd", "", value));
    facts.append(pair);
  }
  const buttons = node("p", "row");
  const mine = node("button", "quiet", problem.type === "session-final" ? say("pending-keep-notes") : !problem.set ? say("pending-send-again") : problem.type === "set-id-taken" ? say("pending-keep-instead") : say("pending-keep-more"));
  const other = node("button", "quiet", problem.set ? say("pending-keep-servers") : say("pending-let-go"));
  mine.type = other.type = "button";
  mine.dataset.keep = "mine";
  other.dataset.keep = "theirs";
  buttons.append(mine, other);
  box.append(node("h3", "", title(entry)), facts, buttons);
  return box;
}

function list({ parked }) {
  const there = document.getElementById("parked"), keys = parked.map((entry) => entry.key).join(" ");
  if (there?.dataset.keys === keys) return;
  there?.remove();
  document.getElementById("to-parked")?.remove();
  if (!parked.length) return;
  const box = node("section", "card wait"), items = node("ul", "plain");
  box.id = "parked";
  box.dataset.keys = keys;
  box.setAttribute("aria-labelledby", "parked-title");
  const head = node("h2", "", say("pending-refused", { n: parked.length }));
  head.id = "parked-title";
  items.append(...parked.map(choice));
  box.append(head, node("p", "hint", say("pending-nothing-lost")), items);
  document.getElementById("main").prepend(box);
  watch(box);
}

let watcher;
/** While the list is scrolled away, a mark that leads to it stays in sight. */
function watch(box) {
  watcher?.disconnect();
  watcher = new IntersectionObserver(([seen]) => {
    document.getElementById("to-parked")?.remove();
    if (seen.isIntersecting || !box.isConnected) return;
    const link = Object.assign(node("a", "waiting apart", say("pending-to-settle", { n: box.querySelectorAll(".parked").length })), { id: "to-parked", href: "#parked" });
    document.getElementById("main").append(link);
  });
  watcher.observe(box);
}

async function choose(button) {
  const key = button.closest(".parked").dataset.key;
  button.disabled = true;
  if (button.dataset.keep === "theirs") {
    await keepTheirs(key);
    announce(say("pending-servers-stands"));
  } else if (!await keepMine(key)) {
    button.disabled = false;
    notice(say("pending-choose-again"), "wait");
  }
}

function show() {
  const now = standing();
  mark(now);
  loginLine(now);
  faultLine(now);
  list(now);
}

whenChanged(show);
whenSettled(({ item, error, said }) => {
  if (said) notice(said, "wait");
  if (isBegin(item) && !error) forgetNext().catch(() => {});
});
document.addEventListener("spotter:swapped", show);
document.addEventListener("spotter:login", () => { loggedOut = true; show(); });
document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-keep]");
  if (button) choose(button);
});
show();
flush();
