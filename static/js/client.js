// The one way to ask the API: says what came back and by whom, never throws for it; and GETs that
// carry the tag of the copy this device has, so that what has not changed is not sent again.
import { person, request } from "./http.js";
import { inDatabase } from "./store.js";

const PATIENCE = 20000;

/**
 * Answers {status, ours, value, tag, retryAfter}; status 0 is no answer. `tag` is of the copy that is here, `match` of
 * the version that is changed.
 */
export async function ask(method, url, { body, key, tag, match } = {}) {
  const headers = {};
  if (key) headers["idempotency-key"] = key;
  if (tag) headers["if-none-match"] = tag;
  if (match) headers["if-match"] = match;
  const late = new AbortController(), timer = setTimeout(() => late.abort(), PATIENCE);
  try {
    const answer = await request(url, { method, headers, json: body, cache: "no-store", signal: late.signal });
    const text = await answer.text(), seconds = Number(answer.headers.get("retry-after"));
    const read = parsed(text, answer.headers.get("content-type") ?? "");
    return {
      status: answer.status, ours: read !== undefined || (answer.status === 204 || answer.status === 304) && !answer.redirected, value: read ?? {},
      tag: answer.headers.get("etag"), retryAfter: Number.isFinite(seconds) && seconds > 0 ? seconds : undefined,
    };
  } catch { return { status: 0 }; } finally { clearTimeout(timer); }
}

/** A body of ours, or nothing: a login page of the gym's network is HTML under status 200. */
function parsed(text, type) {
  if (!/[/+]json\b/.test(type)) return undefined;
  try { return JSON.parse(text); } catch { return undefined; }
}

const nameOf = (url) => `${person()} ${url}`;

async function copyOf(url) {
  try { return await inDatabase(["answers"], "readonly", (tx) => tx.objectStore("answers").get(nameOf(url))); } catch { return undefined; }
}

/**
 * Reads a resource. Answers {value, at, fresh}: the server's, or without signal the last copy this
 * person has here with the moment it is from; `value` is undefined where there is neither.
 */
export async function get(url) {
  const copy = await copyOf(url), answer = await ask("GET", url, { tag: copy?.tag });
  const at = Date.now();
  if (answer.status === 304 && copy) return { value: copy.value, at, fresh: true, unchanged: true };
  if (answer.ours && answer.status === 200) {
    const kept = { name: nameOf(url), owner: person(), value: answer.value, tag: answer.tag, at };
    if (answer.tag) await inDatabase(["answers"], "readwrite", (tx) => tx.objectStore("answers").put(kept)).catch(() => {});
    return { value: answer.value, at, fresh: true };
  }
  const away = answer.status === 0 || answer.status >= 500 || !answer.ours;
  return away && copy ? { value: copy.value, at: copy.at, fresh: false } : { value: undefined, status: answer.status, fresh: false };
}

/** Takes every copy away but this person's, and what is remembered of sets that were sent; all when there is none. */
export async function forgetOthers(owner) {
  await inDatabase(["answers", "entries"], "readwrite", (tx) => {
    for (const name of ["answers", "entries"]) {
      const all = tx.objectStore(name).openCursor();
      all.onsuccess = () => {
        if (!all.result) return;
        const { owner: whose, state } = all.result.value;
        if (whose !== owner && (name === "answers" || state === "sent")) all.result.delete();
        all.result.continue();
      };
    }
  }).catch(() => {});
}
