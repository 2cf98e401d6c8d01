// Finding an exercise: what may take another's place first, then whatever is searched for.
import { send } from "./http.js";
import { make } from "./plan-draw.js";
import { say } from "./say.js";

const dialog = document.getElementById("finder"), text = document.getElementById("finder-text");
const said = document.getElementById("finder-said"), list = document.getElementById("finder-found");
const names = JSON.parse(dialog.dataset.words);
let chosen, turn = 0, waiting, around = "";

/** A muscle or a piece of equipment, as the catalogue says it. */
export const named = (word) => names[word] ?? word;

function words(exercise) {
  return [exercise.primary_muscles, exercise.equipment].map((all) => all.map(named).join(", ")).filter(Boolean).join(" · ");
}

/** `titled` says what was found, with how many. */
async function look(url, titled) {
  const mine = ++turn;
  said.textContent = say("plan-find-looking");
  let items = [], trouble = "";
  try { items = (await send("GET", url)).items; } catch (error) { trouble = error instanceof TypeError ? say("plan-find-no-signal") : error.message; }
  if (mine !== turn) return;
  said.textContent = trouble || (items.length ? titled(items.length) : say("plan-find-nothing"));
  list.replaceChildren(...items.map((exercise) => {
    const pick = make("button", { type: "button", className: "pick" }, make("b", {}, exercise.name), make("small", {}, words(exercise)));
    pick.addEventListener("click", () => { chosen(exercise); dialog.close(); });
    return make("li", {}, pick);
  }));
}

function search() {
  const asked = text.value.trim();
  if (asked) return look("/api/v1/exercises?limit=20&q=" + encodeURIComponent(asked), (n) => say("plan-find-found", { n }));
  return around ? look(`/api/v1/exercises/${encodeURIComponent(around)}/alternatives`, (n) => say("plan-find-instead", { n })) : look("/api/v1/exercises?limit=20", (n) => say("plan-find-first", { n }));
}

/** Opens the finder; `use` gets the exercise that is chosen. */
export function find(title, swapped, use) {
  document.getElementById("finder-title").textContent = title;
  chosen = use;
  around = swapped;
  text.value = "";
  list.replaceChildren();
  dialog.showModal();
  text.focus();
  search();
}

text.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(search, 200); });
document.getElementById("finder-close").addEventListener("click", () => dialog.close());
