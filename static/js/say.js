// The scripts' texts: looked up by key, with arguments in place and the plural's form that fits.
import { lang, texts } from "./texts.js";

export { lang };

const plural = new Intl.PluralRules(lang);

/** The text of a key; `values` has what its text names. */
export function say(key, values = {}) {
  const found = texts[key] ?? key;
  const text = typeof found === "string" ? found : found[plural.select(values[found.by])] ?? found.other;
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

/** The text of a key that is made from a name; none where there is none. */
export const said = (key) => texts[key];
