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
