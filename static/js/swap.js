// Parts of a page replaced by fresh ones: the focus and what is being typed stay.

/** Puts the parts with these ids from a fresh page in place of the ones here; keeps the focus and what is being typed. */
export function swap(page, ids) {
  const focused = document.activeElement, { id: focus, selectionStart: from, selectionEnd: to } = focused ?? {}, nameless = focus ? undefined : placeOf(focused);
  for (const id of ids) {
    const fresh = page.getElementById(id), here = document.getElementById(id);
    if (!fresh || !here) continue;
    const typed = typedIn(here);
    here.replaceWith(document.adoptNode(fresh));
    for (const each of typed) retype(each);
  }
  document.querySelectorAll('#as-of, meta[name="as-of"]').forEach((old) => old.remove());
  if (focus && document.activeElement?.id !== focus) {
    const again = document.getElementById(focus);
    again?.focus({ preventScroll: true });
    try { if (again && from !== null && from !== undefined) again.setSelectionRange(from, to); } catch { /* not a field of text */ }
  }
  if (nameless && !focused.isConnected) nodeAt(nameless)?.focus({ preventScroll: true });
  document.dispatchEvent(new Event("spotter:swapped"));
}

const STOPS = "a[href], button, input, select, textarea, summary";

/** Where something without an id stands: which of its kind in the nearest part that has one. */
function placeOf(node) {
  const part = node?.matches?.(STOPS) && node.closest("[id]");
  return part ? { part: part.id, tag: node.tagName, text: node.textContent, at: [...part.querySelectorAll(node.tagName)].indexOf(node) } : undefined;
}

function nodeAt({ part, tag, text, at }) {
  const node = document.getElementById(part)?.querySelectorAll(tag)[at];
  return node?.textContent === text ? node : undefined;
}

/** Which set a form is for, if it is for one: a drop set keeps the place of the set that it was to be. */
function slotIn(form) {
  const { exercise_id, kind, set_index } = form?.elements ?? {};
  return exercise_id ? [exercise_id.value, kind?.value === "warmup", set_index?.value].join(" ") : "";
}

/** The fields that say something else than they came with. */
export const changedFields = (part) =>
  [...part.querySelectorAll("input:not([type=hidden]), textarea, select")].filter((field) => field.id && changed(field));

/** What is being typed, each with the set its form is for. */
function typedIn(part) {
  const active = document.activeElement, typed = changedFields(part), edited = typed.length;
  // One that is only stood in is found again, and says what is new.
  if (part.contains(active) && active.id && "value" in active && !typed.includes(active)) typed.push(active);
  return typed.map((field, at) => ({ id: field.id, value: field.value, checked: field.checked, active: field === active, edited: at < edited, slot: slotIn(field.form), exact: field.name === "weight" ? field.form?.elements.exact?.value : undefined, shown: field.form?.elements.shown?.value }));
}

function changed(field) {
  if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
  if (field.tagName !== "SELECT") return field.value !== field.defaultValue;
  const first = [...field.options].find((option) => option.defaultSelected) ?? field.options[0];
  return field.value !== (first?.value ?? "");
}

/** Takes what a form says for what it came with: nobody typed it. */
export function asGiven(form) {
  for (const field of form.elements) {
    if (field.options) for (const option of field.options) option.defaultSelected = option.selected;
    else if ("defaultValue" in field) [field.defaultValue, field.defaultChecked] = [field.value, field.checked];
  }
}

/** What was typed for one set is never carried over to another. */
function retype({ id, value, checked, active, edited, slot, exact, shown }) {
  const field = document.getElementById(id);
  if (!field || slotIn(field.form) !== slot) return;
  const ticks = field.type === "checkbox" || field.type === "radio", same = !edited || (ticks ? field.checked === checked : field.value === value);
  if (same && !active) return;
  for (let box = field.closest("details"); box; box = box.parentElement?.closest("details")) box.open = true;
  if (same) return;
  if (ticks) field.checked = checked; else field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  // A load that a step set stays exactly that, whatever its rounded words say.
  if (exact !== undefined && field.form?.elements.exact) [field.form.elements.exact.value, field.form.elements.shown.value] = [exact, shown];
}
