// Steppers: a tap is one step, a long press repeats, arrow keys step, the number itself can be typed.
import { KG_PER_LB, written } from "./units.js";

const decimal = (text) => Number(String(text).trim().replace(",", "."));
const trimmed = (value) => written(Math.round(value * 100) / 100);

/** One step up (1) or down (-1). Who knows the rack answers `spotter:turn` and sets the number itself. */
function turn(field, way) {
  const asked = new CustomEvent("spotter:turn", { bubbles: true, cancelable: true, detail: { way } });
  if (field.dispatchEvent(asked)) {
    const step = decimal(field.closest(".stepper").dataset.step) || 1;
    field.value = trimmed(Math.max(0, (decimal(field.value) || 0) + way * step));
  }
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

const press = (button) => turn(button.closest(".stepper").querySelector("input"), Number(button.dataset.turn));

/** Listens on the whole page, so that parts that are swapped in work as well. */
export function steppers() {
  let waiting, repeating, held = false;
  const stop = () => { clearTimeout(waiting); clearInterval(repeating); };
  document.addEventListener("pointerdown", (event) => {
    const button = event.target.closest?.("[data-turn]");
    if (!button || event.button > 0) return;
    held = false;
    stop();
    waiting = setTimeout(() => { held = true; repeating = setInterval(() => press(button), 90); }, 450);
  });
  for (const end of ["pointerup", "pointercancel", "blur"]) addEventListener(end, stop);
  document.addEventListener("contextmenu", (event) => { if (event.target.closest?.("[data-turn]")) event.preventDefault(); });
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-turn]");
    if (!button) return;
    if (!held) press(button);
    held = false;
  });
  document.addEventListener("keydown", (event) => {
    const way = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!way || event.altKey || event.ctrlKey || event.metaKey || !event.target.matches?.(".stepper input")) return;
    event.preventDefault();
    turn(event.target, way);
    event.target.select();
  });
  document.addEventListener("focusin", (event) => { if (event.target.matches?.(".stepper input")) event.target.select(); });
}

/** The load of a set's form in kilograms: untouched numbers keep their exact value. */
export function kilograms(form, units) {
  const { weight, exact, shown } = form.elements;
  if (weight.value.trim() === shown.value && exact.value !== "") return Number(exact.value);
  const typed = decimal(weight.value);
  return units === "lb" ? typed * KG_PER_LB : typed;
}

export { decimal };
