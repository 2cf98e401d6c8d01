// The plan's page knows the ETag of what it shows and asks with If-None-Match whether it still stands.
import { ask } from "./client.js";
import { readPage } from "./http.js";
import { say } from "./say.js";
import { swap } from "./swap.js";

async function check() {
  const plan = document.getElementById("plan"), fresh = document.getElementById("plan-fresh");
  if (!plan) return;
  const answer = await ask("GET", "/api/v1/weekly-plan?week_start=" + plan.dataset.week, { tag: `"${plan.dataset.etag}"` });
  const at = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  if (answer.status === 304) fresh.textContent = `· ${say("plan-as-of", { at })}`;
  if (answer.status === 0) fresh.textContent = `· ${say("plan-as-it-was")}`;
  if (answer.status !== 200) return;
  try {
    swap(await readPage(location.pathname + location.search), ["plan"]);
    offerPrint();
    document.getElementById("plan-fresh").textContent = `· ${say("plan-changed-as-of", { at })}`;
  } catch { fresh.textContent = `· ${say("plan-as-it-was")}`; }
}

function offerPrint() {
  const button = document.querySelector("[data-print]");
  if (button) button.hidden = false;
}

if (document.getElementById("editor")) await import("./plan-edit.js");
document.addEventListener("click", (event) => { if (event.target.closest?.("[data-print]")) print(); });
document.addEventListener("visibilitychange", () => { if (!document.hidden) check(); });
offerPrint();
check();
