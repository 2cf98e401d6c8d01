// Proposal cards: drawn by the server, decided here.
import { announce, loggedOut, readPage, refusal, Refused, request, send, stopped } from "./http.js";
import { say } from "./say.js";

/** When each card that is drawn was asked for: an answer asked for earlier does not take its place. */
const drawn = new Map();
let asked = 0;

/**
 * The card of a proposal as it stands now, in place of the one shown, or at the end of `place`. A decision
 * and the stream that tells of it both ask for it, in any order: what was said on the card stays, and so
 * does the focus.
 */
export async function show(id, place) {
  const time = ++asked;
  const page = await readPage("/proposals/" + encodeURIComponent(id));
  const fresh = page.getElementById("proposal-" + id), here = document.getElementById("proposal-" + id);
  if (!fresh || drawn.get(id) > time) return;
  drawn.set(id, time);
  const node = document.adoptNode(fresh), held = here?.contains(document.activeElement), said = here?.querySelector("[data-said]");
  if (said && here.dataset.status === node.dataset.status) node.append(said);
  if (here) here.replaceWith(node); else place.append(node);
  if (held) stand(node);
  announce(node.dataset.status === "proposed" ? say("proposals-waits") : say("proposals-settled"));
}

/** `said` is what was refused: {message, status}. */
function complain(card, said) {
  let line = card.querySelector("[data-said]");
  if (!line) {
    line = document.createElement("p");
    line.className = "notice stop";
    line.dataset.said = "";
    line.setAttribute("role", "alert");
    card.append(line);
  }
  refusal(line, said);
}

/** The focus goes to the card's title: a button that is off, or gone, cannot keep it. */
function stand(card) {
  const title = card.querySelector("h2, h3") ?? card;
  title.tabIndex = -1;
  title.focus({ preventScroll: true });
}

async function decide(card, form) {
  const id = card.dataset.proposal, confirm = form.hasAttribute("data-confirm");
  const buttons = card.querySelectorAll("button");
  if (card.contains(document.activeElement)) stand(card);
  card.querySelector("[data-said]")?.remove();
  buttons.forEach((button) => { button.disabled = true; });
  let said;
  try {
    const reason = form.elements.reason?.value.trim();
    const body = confirm ? { digest: card.dataset.digest } : reason ? { reason } : {};
    await send("POST", `/api/v1/proposals/${id}/${confirm ? "confirm" : "decline"}`, body);
  } catch (error) {
    said = error instanceof Refused ? error : { message: say("proposals-no-answer") };
  }
  try { await show(id); } catch { buttons.forEach((button) => { button.disabled = false; }); }
  const now = document.getElementById("proposal-" + id);
  if (said && now) complain(now, said);
  return now;
}

/** Sends the edited form as it stands; answers what was wrong, nothing where nothing was. */
async function edited(form) {
  const typed = new URLSearchParams(new FormData(form));
  const answer = await request(form.action, { method: "POST", form: typed, accept: "text/html", redirect: "manual" });
  if (answer.type === "opaqueredirect") return undefined;
  if (answer.status === 401) throw loggedOut();
  if (answer.status === 423) stopped();
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return { status: answer.status, message: page.querySelector("main [role=alert]:not([hidden]), main .lead, main p:not([hidden])")?.textContent.trim() || say("http-failed") };
}

async function edit(card, form) {
  const button = form.querySelector("button");
  card.querySelector("[data-said]")?.remove();
  button.disabled = true;
  let said;
  try {
    said = await edited(form);
  } catch (error) {
    said = error instanceof Refused ? error : { message: say("proposals-no-answer") };
  }
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
