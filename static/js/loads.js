// Weights of a set's form: steps that can be loaded, and what goes on the bar for them.
import { above, below, perSide, rackOf, words } from "./plates.js";
import { kilograms } from "./stepper.js";
import { shown } from "./units.js";

const units = document.body?.dataset.units;

/** A weight that is set keeps its exact kilograms beside the number that is shown. */
function put(form, kg) {
  const text = shown(kg, units);
  form.elements.exact.value = String(kg);
  form.elements.shown.value = text;
  form.elements.weight.value = text;
}

function mark(kg) {
  const disc = document.createElement("i");
  disc.className = kg >= 20 ? "p5" : kg >= 15 ? "p4" : kg >= 10 ? "p3" : kg >= 5 ? "p2" : "p1";
  return disc;
}

/** Discs for one side, and the sentence. */
function drawInto(place, kg, rack) {
  place.hidden = false;
  const discs = document.createElement("span");
  discs.className = "discs";
  discs.setAttribute("aria-hidden", "true");
  discs.append(...perSide(kg, rack).plates.map(mark));
  const said = document.createElement("span");
  said.textContent = words(kg, rack, units);
  place.replaceChildren(discs, said);
}

/** Shows what goes on the bar for a form's weight; nothing for what is no bar. */
export function drawPlates(form) {
  const rack = rackOf(form.dataset), kg = kilograms(form, units);
  const places = [form.querySelector("[data-plates-of]")];
  if (form.hasAttribute("data-suggested")) places.push(document.querySelector("[data-plates-next]"));
  for (const place of places.filter(Boolean)) {
    if (rack.plates.length && Number.isFinite(kg)) drawInto(place, kg, rack); else place.hidden = true;
  }
}

export const drawAllPlates = () => document.querySelectorAll("form.log").forEach(drawPlates);

export function loads() {
  document.addEventListener("spotter:turn", (event) => {
    const form = event.target.form;
    if (event.target.name !== "weight" || !form?.dataset.by) return;
    const rack = rackOf(form.dataset), kg = kilograms(form, units) || 0;
    // What nothing can be added to is stepped freely: a vest, a band.
    if (!rack.plates.length && !rack.step) return;
    event.preventDefault();
    put(form, event.detail.way > 0 ? above(kg, rack) : below(kg, rack));
  });
}
