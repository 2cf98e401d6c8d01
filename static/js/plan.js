// The plan's page knows the ETag of what it shows and asks with If-None-Match whether it still stands.
import { readPage } from "./http.js";
import { swap } from "./swap.js";

async function check() {
  const plan = document.getElementById("plan"), fresh = document.getElementById("plan-fresh");
  if (!plan) return;
  try {
    const answer = await fetch("/api/v1/weekly-plan?week_start=" + plan.dataset.week, {
      headers: { "if-none-match": `"${plan.dataset.etag}"`, accept: "application/json" }, credentials: "same-origin", cache: "no-store",
    });
    const at = new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    if (answer.status === 304) fresh.textContent = `· as of ${at}`;
    if (answer.status === 200) {
      swap(await readPage(location.pathname + location.search), ["plan"]);
      offerPrint();
      document.getElementById("plan-fresh").textContent = `· changed, as of ${at}`;
    }
  } catch { fresh.textContent = "· no signal, as it was"; }
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
