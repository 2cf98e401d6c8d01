// Copying a new token's secret; what was typed outlives a login that ran out.
import "./forms.js";
import { say } from "./say.js";

for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) break;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
    button.textContent = say("settings-copied");
  });
}
