// What every page has; then the page's own module.
import { steppers } from "./stepper.js";

const own = { today: "./today.js", plan: "./plan.js", workout: "./workout.js", coach: "./coach.js", settings: "./settings.js" };
const place = document.body.dataset.page;

for (const field of document.querySelectorAll("[data-time-zone]")) {
  field.value = Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
}
steppers();
if (document.body.dataset.user) await import("./pending.js");
if (own[place]) await import(own[place]);
if (document.querySelector('form[action="/workout/start"]')) await import("./start.js");
// From here on taps are ours; before, the page's forms do the same by themselves.
document.body.dataset.ready = "true";
import("./sw-register.js");
