// Steppers: a tap is one step, a long press repeats, the number itself can be typed.

const decimal = (text) => Number(String(text).trim().replace(",", "."));
const trimmed = (value) => String(Math.round(value * 100) / 100);

function turn(button) {
  const box = button.closest(".stepper");
  const field = box.querySelector("input");
  const step = decimal(box.dataset.step) || 1;
  const now = decimal(field.value) || 0;
  field.value = trimmed(Math.max(0, now + Number(button.dataset.turn) * step));
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Listens on the whole page, so that parts that are swapped in work as well. */
export function steppers() {
  let waiting, repeating, held = false;
  const stop = () => { clearTimeout(waiting); clearInterval(repeating); };
  document.addEventListener("pointerdown", (event) => {
    const button = event.target.closest?.("[data-turn]");
    if (!button || event.button > 0) return;
    held = false;
    stop();
    waiting = setTimeout(() => { held = true; repeating = setInterval(() => turn(button), 90); }, 450);
  });
  for (const end of ["pointerup", "pointercancel", "blur"]) addEventListener(end, stop);
  document.addEventListener("contextmenu", (event) => { if (event.target.closest?.("[data-turn]")) event.preventDefault(); });
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-turn]");
    if (!button) return;
    if (!held) turn(button);
    held = false;
  });
  document.addEventListener("focusin", (event) => { if (event.target.matches?.(".stepper input")) event.target.select(); });
}

/** The load of a set's form in kilograms: untouched numbers keep their exact value. */
export function kilograms(form, units) {
  const { weight, exact, shown } = form.elements;
  if (weight.value.trim() === shown.value && exact.value !== "") return Number(exact.value);
  const typed = decimal(weight.value);
  return units === "lb" ? typed * 0.45359237 : typed;
}

export { decimal };
