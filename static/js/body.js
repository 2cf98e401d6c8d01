// The body map by keyboard and touch: arrows move between neighbours, a chosen muscle is told beside
// it. Without this the regions are links to the same words.

const map = document.getElementById("body-map"), regions = [...map.querySelectorAll(".region")];
const at = (region) => [Number(region.dataset.row), Number(region.dataset.column)];

/** The neighbour in a direction: the nearest in the row or column, else the nearest there is that way. */
function neighbour(from, rows, columns) {
  const [row, column] = at(from);
  const away = (region) => {
    const [down, right] = [at(region)[0] - row, at(region)[1] - column];
    const ahead = rows ? down * rows : right * columns, aside = Math.abs(rows ? right : down);
    return ahead > 0 ? ahead + aside * 3 : Infinity;
  };
  const near = regions.filter((region) => away(region) < Infinity).sort((one, other) => away(one) - away(other));
  return near[0];
}

function stand(region) {
  for (const other of regions) other.tabIndex = other === region ? 0 : -1;
}

function choose(id, scroll) {
  for (const region of regions) region.dataset.muscle === id ? region.setAttribute("aria-current", "true") : region.removeAttribute("aria-current");
  for (const about of document.querySelectorAll(".about")) about.classList.toggle("chosen", about.dataset.muscle === id);
  for (const row of document.querySelectorAll("#muscles tr[data-muscle]")) row.classList.toggle("chosen", row.dataset.muscle === id);
  document.getElementById("about-none").hidden = true;
  stand(regions.find((region) => region.dataset.muscle === id));
  const about = document.getElementById("about-" + id);
  if (scroll) about.scrollIntoView({ block: "nearest" });
  document.getElementById("announce").textContent = about.textContent.replace(/\s+/g, " ").trim();
}

const ARROWS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
map.addEventListener("keydown", (event) => {
  const region = event.target.closest?.(".region"), arrow = ARROWS[event.key];
  if (!region || !arrow) return;
  event.preventDefault();
  const next = neighbour(region, ...arrow);
  if (next) { stand(next); next.focus(); }
});
document.getElementById("muscles").addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#about-"]');
  if (!link) return;
  event.preventDefault();
  choose(link.getAttribute("href").slice("#about-".length), true);
});

stand(regions[0]);
if (location.hash.startsWith("#about-") && document.getElementById(location.hash.slice(1))) choose(location.hash.slice("#about-".length), false);
map.closest(".map").dataset.own = "true";
map.dataset.ready = "true";
