// The plan moved while it was edited: the server words both changes, the person chooses.
import { pageIn, request } from "./http.js";

/** Asks how; answers {same, merged, node, show(use)}, where `use` gets "merged" or "theirs". */
export async function conflict(base, mine) {
  const form = new URLSearchParams({ base: JSON.stringify(base), mine: JSON.stringify(mine) });
  const page = await pageIn(await request("/plan/moved", { method: "POST", form, accept: "text/html" }));
  const node = page.getElementById("moved");
  if (!node) throw new TypeError("not the page that was asked for");
  return { node, same: node.dataset.same === "true", merged: JSON.parse(node.dataset.merged), show: (use) => show(document.adoptNode(node), use) };
}

function show(node, use) {
  document.getElementById("moved-place").replaceChildren(node);
  // There is one main heading on the page already.
  const title = document.createElement("h2"), old = node.querySelector("h1");
  title.id = old.id;
  title.tabIndex = -1;
  title.textContent = old.textContent;
  old.replaceWith(title);
  title.focus();
  node.addEventListener("click", (event) => {
    const take = event.target.closest("[data-take]")?.dataset.take;
    if (!take) return;
    node.remove();
    use(take);
  });
}
