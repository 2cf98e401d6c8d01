// Kilograms as the person of this page reads them; whatever the server sends is kilograms.
export const KG_PER_LB = 0.45359237;

/** `kg` or `lb`. */
export const unit = () => (globalThis.document?.body?.dataset.units === "lb" ? "lb" : "kg");

/** A load as a number in these units. */
export const shown = (kg, units = unit()) => String(units === "lb" ? Math.round((kg / KG_PER_LB) * 10) / 10 : Math.round(kg * 100) / 100);
