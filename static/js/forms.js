// What was typed into a form outlives a login that ran out: it is kept on this device when the form is
// sent, and put back where nothing says that it was saved. Never from a form with a password.
import { notice } from "./http.js";
import { say } from "./say.js";
import { localValue } from "./local-value.js";

const kept = localValue("spotter.form-draft." + document.body.dataset.user, null);
const fields = (form) => [...form.elements].filter((field) => field.name && !["hidden", "file", "submit"].includes(field.type));
const was = (field) => (field.options ? [...field.options].find((option) => option.defaultSelected)?.value ?? field.options[0]?.value : field.defaultValue);
const ticks = (field) => ["checkbox", "radio"].includes(field.type);
const changed = (field) => (ticks(field) ? field.checked !== field.defaultChecked : field.value !== was(field));

function keep(form) {
  if (!form.id || form.querySelector("[type=password]")) return;
  // A page that says what is wrong shows what was typed as its own: what was changed before it still counts.
  const old = kept.read(), before = refused && old?.form === form.id ? old.fields : [];
  const now = fields(form).filter(changed).map(({ name, value, checked }) => ({ name, value, checked }));
  if (now.length || before.length) kept.write({ form: form.id, fields: [...before, ...now] });
}

function putBack({ form: id, fields: typed }) {
  const form = document.getElementById(id), moved = new Set();
  for (const { name, value, checked } of form ? typed : []) {
    for (const field of fields(form).filter((one) => one.name === name)) {
      if (!ticks(field)) field.value = value; else if (field.value === value) field.checked = checked;
      if (changed(field)) moved.add(field);
    }
  }
  if (moved.size) notice(say("forms-put-back"), "wait");
}

const refused = document.getElementById("errors") ?? document.getElementById("problem");
if (!refused) {
  const draft = kept.read();
  if (draft) kept.write(null);
  // Any other address is an answer: it was saved.
  if (draft && location.pathname === "/settings" && !new URLSearchParams(location.search).has("done")) putBack(draft);
}
document.addEventListener("submit", (event) => keep(event.target));
