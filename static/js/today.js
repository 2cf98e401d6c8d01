// What was ticked on this device and the server does not have yet counts on the first page too.
import { finishing, waiting, whenChanged } from "./outbox.js";
import { say } from "./say.js";

const next = document.querySelector("#next[data-session]");
const part = (selector) => next.querySelector(selector);

function show() {
  const { session, sets } = next.dataset, mine = waiting().filter((entry) => entry.url.includes(session));
  const more = mine.filter((entry) => entry.slot).length - mine.filter((entry) => entry.gone).length;
  part(".facts").textContent = say("first-logged", { n: Math.max(0, Number(sets) + more) });
  if (!finishing(session)) return;
  part(".kicker").textContent = say("first-ended-here");
  document.getElementById("resume").textContent = say("first-see");
}

if (next) { whenChanged(show); show(); }
