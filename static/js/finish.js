// Ending a workout is kept like a set and sent after its sets; without signal it says what will happen.
import { finishing, flush, post, standing, whenChanged, whenSettled } from "./outbox.js";
import { notice } from "./http.js";
import { isFinish } from "./queue.js";
import { say } from "./say.js";

const sessionOf = (entry) => entry.url.split("/").pop();

/** Ends the workout of this form. */
async function finish(form, status) {
  const field = form.elements.notes, notes = field?.value.trim();
  const body = notes && notes !== field.defaultValue.trim() ? { status, notes } : { status };
  for (const button of document.querySelectorAll('[form="finish-form"], #finish-form button')) button.disabled = true;
  await post({ method: "PATCH", url: `/api/v1/sessions/${form.elements.session_id.value}`, body });
  show();
  setTimeout(() => { slow = true; show(); }, 1000);
}

/** Whether an answer is so late that what will become of it is said before there is one. */
let slow = false;

/** What will become of a workout that was ended here and not yet sent. */
function show() {
  const session = document.getElementById("live")?.dataset.session, entry = session && finishing(session);
  const there = document.getElementById("ended-here"), { waiting, failing } = standing();
  document.body.classList.toggle("ended", Boolean(entry));
  if (!entry || !(failing || slow)) return there?.remove();
  const sets = waiting.filter((other) => other.slot && other.url.includes(session)).length;
  const done = entry.body.status === "completed";
  const text = [sets === 0 ? say("finish-end-waits") : say("finish-sets-wait", { n: sets }), done && say("finish-then-loads"), say("finish-may-close")].filter(Boolean).join(" ");
  if (there) { const line = there.querySelector("p"); if (line.textContent !== text) line.textContent = text; return; }
  const box = document.createElement("section"), head = document.createElement("h2"), line = document.createElement("p");
  box.id = "ended-here";
  box.className = "card wait";
  box.setAttribute("role", "status");
  head.textContent = done ? say("finish-not-sent") : say("finish-stop-not-sent");
  line.textContent = text;
  const on = Object.assign(document.createElement("a"), { className: "button quiet", href: "/", textContent: say("finish-to-today") });
  box.append(head, line, on);
  document.getElementById("main").prepend(box);
  // It answers the tap on Finish, which is at the foot of the page.
  box.tabIndex = -1;
  box.focus({ preventScroll: true });
  scrollTo(0, 0);
}

/** The workout on this page is not the active one any more: said, and nothing typed is lost. */
export function endedElsewhere(session) {
  if (document.getElementById("ended-elsewhere")) return;
  notice(say("finish-ended-elsewhere") + " ", "wait");
  const link = document.createElement("a"), line = document.getElementById("notice");
  link.href = "/workout/" + session;
  link.textContent = say("finish-see-it");
  line.id = "ended-elsewhere";
  line.append(link);
}

document.addEventListener("submit", (event) => {
  if (event.target.id !== "finish-form" || !event.submitter) return;
  event.preventDefault();
  finish(event.target, event.submitter.value || "completed");
});
whenSettled(({ item, error }) => {
  if (!isFinish(item) || sessionOf(item) !== document.getElementById("live")?.dataset.session) return;
  if (error) {
    for (const button of document.querySelectorAll('[form="finish-form"], #finish-form button')) button.disabled = false;
    return notice(error.message);
  }
  location.assign("/workout/" + sessionOf(item));
});
whenChanged(show);
document.addEventListener("spotter:swapped", show);
show();
flush();
