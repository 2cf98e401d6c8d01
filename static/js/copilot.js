// The copilot beside a workout: the reason of the suggestion, streamed into room that is kept for it, and
// the conversation. Nothing here is waited for: a set is logged without either.
import { openChat } from "./chat.js";
import { announce, Refused, send, uuid7 } from "./http.js";
import { draw } from "./markdown.js";
import { say } from "./say.js";
import { follow } from "./stream.js";

const PLAN = say("copilot-no-signal");

/** Streams the reason; answers when it is told. */
async function why(session) {
  const place = document.getElementById("why");
  const texts = new Map();
  let said = "", due = 0;
  const put = (text) => { said = text; due ||= requestAnimationFrame(() => { due = 0; draw(place, said); }); };
  const all = () => put([...texts.values()].join("\n\n"));
  place.hidden = false;
  place.setAttribute("aria-busy", "true");
  place.textContent = say("copilot-looking");
  try {
    const { run_id } = await send("POST", `/api/v1/sessions/${session}/copilot`, {}, uuid7());
    await new Promise((over) => follow(`/api/v1/runs/${run_id}/events`, "", {
      event: ({ event, data }) => {
        if (event === "text.delta") { texts.set(data.message_id, (texts.get(data.message_id) ?? "") + data.delta); all(); }
        if (event === "step.reset") { texts.delete(data.message_id); all(); }
        if (event === "snapshot") { texts.clear(); for (const { message_id, text } of data.messages) texts.set(message_id, text); all(); }
        if (event === "run.error") put(said || say("copilot-no-answer"));
      },
      lost: () => { if (!said) place.textContent = PLAN; },
      over,
    }));
  } catch (error) {
    place.textContent = error instanceof Refused ? error.message : PLAN;
  }
  place.removeAttribute("aria-busy");
  announce(said || place.textContent);
}

export function openCopilot(session) {
  let asking = false;
  document.addEventListener("submit", async (event) => {
    if (!event.target.matches("[data-why]")) return;
    event.preventDefault();
    if (asking) return;
    asking = true;
    await why(session);
    asking = false;
  });
  const chat = document.getElementById("chat"), list = document.getElementById("messages");
  // Its own room scrolls, so that nothing around it moves.
  let pinned = true;
  list.addEventListener("scroll", () => { pinned = list.scrollHeight - list.scrollTop - list.clientHeight < 40; }, { passive: true });
  new MutationObserver(() => { if (pinned) list.scrollTop = list.scrollHeight; }).observe(list, { childList: true, subtree: true, characterData: true });
  openChat(chat);
  list.scrollTop = list.scrollHeight;
}
