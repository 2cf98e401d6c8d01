// Kilograms as the person of this page reads them; whatever the server sends is kilograms.
import { say } from "./say.js";

export const KG_PER_LB = 0.45359237;

/** `kg` or `lb`. */
export const unit = () => (globalThis.document?.body?.dataset.units === "lb" ? "lb" : "kg");

/** A number as this page's language writes it. */
export const written = (value) => String(value).replace(".", say("number-decimal"));

/** A load as a number in these units. */
export const shown = (kg, units = unit()) =>
  written(units === "lb" ? Math.round((kg / KG_PER_LB) * 10) / 10 : Math.round(kg * 100) / 100);

/** A sentence of the server's, whose loads are kilograms, in these units. */
export const inUnits = (text, units = unit()) => (units === "lb" ? text.replace(/(\d+(?:\.\d+)?) kg\b/g, (_, kg) => `${shown(Number(kg), units)} lb`) : text);
