// Proposal cards: drawn by the server, decided here.
import { announce, readPage, Refused, send } from "./http.js";
import { say } from "./say.js";

/** The card of a proposal as it stands now, in place of the one shown, or at the end of `place`. */
export async function show(id, place) {
  const page = await readPage("/proposals/" + encodeURIComponent(id));
  const fresh = page.getElementById("proposal-" + id);
  if (!fresh) return;
  const here = document.getElementById("proposal-" + id), node = document.adoptNode(fresh);
  if (here) here.replaceWith(node); else place.append(node);
  announce(node.dataset.status === "proposed" ? say("proposals-waits") : say("proposals-settled"));
}

function complain(card, text) {
  let line = card.querySelector("[data-said]");
  if (!line) {
    line = document.createElement("p");
    line.className = "notice stop";
    line.dataset.said = "";
    line.setAttribute("role", "alert");
    card.append(line);
  }
  line.textContent = text;
}

/** The focus goes on with the card that took the place of the one it was on. */
function stand(card) {
  const title = card.querySelector("h2, h3") ?? card;
  title.tabIndex = -1;
  title.focus({ preventScroll: true });
}

async function decide(card, form) {
  const id = card.dataset.proposal, confirm = form.hasAttribute("data-confirm");
  const buttons = card.querySelectorAll("button"), held = card.contains(document.activeElement);
  buttons.forEach((button) => { button.disabled = true; });
  let said = "";
  try {
    const reason = form.elements.reason?.value.trim();
    const body = confirm ? { digest: card.dataset.digest } : reason ? { reason } : {};
    await send("POST", `/api/v1/proposals/${id}/${confirm ? "confirm" : "decline"}`, body);
  } catch (error) {
    said = error instanceof Refused ? error.message : say("proposals-no-answer");
  }
  try { await show(id); } catch { buttons.forEach((button) => { button.disabled = false; }); }
  const now = document.getElementById("proposal-" + id);
  if (said && now) complain(now, said);
  if (held && now) stand(now);
  return now;
}

/** Sends the edited form as it stands; answers what was wrong, empty for nothing. */
async function edited(form) {
  const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), credentials: "same-origin", redirect: "manual" });
  if (answer.type === "opaqueredirect") return "";
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return page.querySelector("main [role=alert], main .lead, main p")?.textContent.trim() || say("http-failed");
}

async function edit(card, form) {
  const button = form.querySelector("button");
  button.disabled = true;
  let said;
  try { said = await edited(form); } catch { said = say("proposals-no-answer"); }
  button.disabled = false;
  if (said) { complain(card, said); return null; }
  try { await show(card.dataset.proposal); } catch { /* what it came to is told by the stream */ }
  const now = document.getElementById("proposal-" + card.dataset.proposal);
  if (now) stand(now);
  return now;
}

/** Takes over the cards' forms; calls back with the card once decided. */
export function decisions(root, after) {
  root.addEventListener("submit", async (event) => {
    const form = event.target, card = form.closest(".proposal");
    if (!card || !["data-confirm", "data-decline", "data-edit"].some((name) => form.hasAttribute(name))) return;
    event.preventDefault();
    const now = await (form.hasAttribute("data-edit") ? edit(card, form) : decide(card, form));
    if (now) after(now);
  });
}
