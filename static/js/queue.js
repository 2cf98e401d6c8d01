// What waits to be sent, decided without a browser: which entry is next, what an answer means for it,
// who may send. An entry is {key, order, owner, method, url, body, slot, shown, state, problem}; its
// key is minted once, so that however often it is sent it happens once. `drawn` is there where it changes
// the workout itself, and is what the page draws of that.
import { say } from "./say.js";

/** How long a tab that went silent keeps others from sending, in milliseconds. */
export const LEASE = 6000;
// Short enough that signal which comes back unannounced is found while someone waits for it.
const LONGEST = 10000;
/** How long a set that was sent is remembered for copies of pages, in milliseconds. */
const REMEMBERED = 12 * 3600000;

/** What has to stay in order: the entries of one workout. */
export const lineOf = (entry) => /\/sessions\/([^/?]+)/.exec(entry.url)?.[1] ?? (isBegin(entry) ? entry.body.id : entry.url);

const setOf = (entry) => entry.body?.id ?? /\/sets\/([^/?]+)$/.exec(entry.url)?.[1];
/** A workout that began here, under an id of its own. */
export const isBegin = (entry) => entry.method === "POST" && /\/sessions$/.test(entry.url) && Boolean(entry.body?.id);
const isLog = (entry) => entry.method === "POST" && /\/sets$/.test(entry.url);
export const isFinish = (entry) => entry.method === "PATCH" && /\/sessions\/[^/]+$/.test(entry.url) && Boolean(entry.body?.status);
const inOrder = (entries) => [...entries].sort((a, b) => a.order - b.order);

/** What waits of one person, in order. */
export const waitingOf = (entries, owner) => inOrder(entries).filter((entry) => entry.owner === owner && entry.state === "waiting");
export const parkedOf = (entries, owner) => inOrder(entries).filter((entry) => entry.owner === owner && entry.state === "parked");

/**
 * Sets that the server has and a page of that moment may not show: a copy from before they were stored
 * draws them, so that they are not ticked again.
 */
export const sentSince = (entries, owner, moment) => inOrder(entries).filter((entry) => entry.state === "sent" && entry.owner === owner && entry.done >= moment
  && !entries.some((other) => other.gone && other.state === "waiting" && setOf(other) === setOf(entry)));

/** Whether the workout was changed again after an entry: there and back and there again are three changes. */
const turnedSince = (entries, entry) => entries.some((other) => other.drawn && other.order > entry.order && lineOf(other) === lineOf(entry));

/** The entry that already says the same: this tap in another tab, or the set that has this place. */
function same(entries, item) {
  return entries.find((entry) => {
    if (entry.state !== "waiting" || entry.owner !== item.owner || entry.method !== item.method || entry.url !== item.url) return false;
    if (isBegin(item)) return entry.body.id === item.body.id;
    if (!isLog(item)) return isFinish(item) || (JSON.stringify(entry.body) === JSON.stringify(item.body) && !(item.drawn && turnedSince(entries, entry)));
    const gone = entries.some((other) => other.gone && other.order > entry.order && setOf(other) === setOf(entry));
    return !gone && (entry.body.id === item.body.id || Boolean(item.slot && entry.slot === item.slot));
  });
}

/** Adds one at the end. Answers {entries, entry}: the entry that stands for it now. */
export function add(entries, item) {
  const there = same(entries, item);
  if (there) return { entries, entry: there };
  const order = 1 + entries.reduce((most, entry) => Math.max(most, entry.order ?? 0), 0);
  const entry = { ...item, order, state: "waiting", tried: 0 };
  return { entries: [...entries, entry], entry };
}

/** Entries that an older version of these pages left become ones of today, after what is there. */
export function adopt(entries, owner, now = 0) {
  let last = entries.reduce((most, entry) => Math.max(most, entry?.order ?? 0), 0);
  return entries.filter((entry) => entry?.key && entry.url && (entry.state !== "sent" || (entry.owner === owner && now - entry.done < REMEMBERED)))
    .map((entry) => (entry.state && entry.order ? entry : { ...entry, owner: entry.owner ?? owner, state: "waiting", tried: 1, order: ++last }));
}

/**
 * Takes back what was not sent yet. Answers {entries, left}: false when it may have arrived already
 * and has to be taken back on the server too.
 */
export function withdraw(entries, key) {
  const entry = entries.find((other) => other.key === key);
  if (!entry || entry.tried > 0) return { entries, left: false };
  return { entries: entries.filter((other) => other !== entry), left: true };
}

/** The first entry that may be sent: none overtakes another of its workout, parked ones stand aside. */
export function nextUp(entries, owner, pauses, now) {
  const held = new Set();
  if ((pauses.all ?? 0) > now) return undefined;
  return waitingOf(entries, owner).find((entry) => {
    const line = lineOf(entry);
    if (held.has(line)) return false;
    if ((pauses[line] ?? 0) <= now) return true;
    held.add(line);
    return false;
  });
}

/** How long to wait after so many tries, in milliseconds. */
export const backoff = (tried) => Math.min(500 * 2 ** Math.max(0, tried - 1), LONGEST);

/**
 * What an answer means for an entry. `answer` is {status, ours, value, retryAfter}; status 0 is no
 * answer at all, `ours` whether Spotter spoke and not some page in between.
 * Answers {does: "remove" | "wait" | "login" | "park"} with `ms` for wait and `all` where everything waits.
 */
export function decide(entry, answer) {
  const { status, ours, value, retryAfter } = answer;
  const later = (all) => ({ does: "wait", ms: Math.min(Math.max(backoff(entry.tried), (retryAfter ?? 0) * 1000), 600000), all });
  if (status === 0) return later(true);
  if (status === 401) return { does: "login" };
  if (status >= 500 || status === 408 || status === 425 || value?.type === "idempotency-in-flight") return later(false);
  if (status === 429) return later(true);
  if (!ours) return later(true);
  if (status < 300) return (isLog(entry) || isBegin(entry)) && value?.id !== entry.body?.id ? later(true) : { does: "remove" };
  if (status < 400) return later(true);
  if (entry.gone && status === 404) return { does: "remove" };
  if (isFinish(entry) && value?.type === "session-final" && !entry.body.notes) return { does: "remove", told: say("queue-ended-elsewhere") };
  // Nothing is left to put another exercise into, and nothing was lifted.
  if (entry.drawn && value?.type === "session-final") return { does: "remove", told: say("queue-ended-elsewhere") };
  return { does: "park" };
}

/** The entries after an answer. What is drawn of it is remembered as sent; a set, until it is taken back. */
export function settle(entries, key, verdict, problem, now = 0) {
  const { gone, ...settled } = entries.find((entry) => entry.key === key) ?? {};
  if (verdict.does === "remove" && !verdict.told && (settled.drawn || (isLog(settled) && settled.slot))) return entries.map((entry) => (entry.key === key ? { ...entry, state: "sent", done: now } : entry));
  if (verdict.does === "remove") return entries.filter((entry) => entry.key !== key && !(gone && entry.state === "sent" && setOf(entry) === setOf(settled)));
  if (verdict.does !== "park") return entries;
  return entries.map((entry) => (entry.key === key ? { ...entry, state: "parked", problem } : entry));
}

/** The place after the last set of the same kind, for a set whose own place is taken. */
export function freeIndex(sets, entries, parked) {
  const alike = (set) => set.exercise_id === parked.body.exercise_id && (set.kind === "warmup") === (parked.body.kind === "warmup");
  const queued = entries.filter((entry) => isLog(entry) && entry.state === "waiting" && entry.url === parked.url).map((entry) => entry.body);
  return 1 + [...sets, ...queued].filter(alike).reduce((most, set) => Math.max(most, set.set_index), 0);
}

/** A parked entry sent again as the person's own word: at a free place, over the server's, or as it is. */
export function mineAgain(entry, key, index) {
  const { problem, ...rest } = entry, again = { ...rest, key, state: "waiting", tried: 0 };
  const { proposal_id, ...body } = entry.body ?? {};
  if (problem?.type === "set-index-taken" && isLog(entry)) return { ...again, body: { ...body, set_index: index }, slot: "" };
  if (problem?.type === "set-id-taken" && isLog(entry)) {
    const { id, logged_at, ...changed } = body;
    return { ...again, method: "PATCH", url: `${entry.url}/${id}`, body: changed, slot: "" };
  }
  // The end stands as it is; what was written about it can still be kept.
  if (problem?.type === "session-final") return { ...again, body: { notes: entry.body.notes } };
  return again;
}

/** Whether `me` may send now; a tab that left or fell silent gives way. Answers the lease to store, or nothing. */
export function claim(lease, me, now, left) {
  const free = !lease || lease.owner === me || lease.owner === left || lease.until <= now || lease.until > now + 2 * LEASE;
  return free ? { owner: me, until: now + LEASE } : undefined;
}
