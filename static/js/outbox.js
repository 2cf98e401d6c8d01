// Sends what was ticked, in order, until the server has said yes: through reloads, lost signal, tabs
// that die and logins that run out. What the server refuses is parked in sight, never dropped.
import { ask, get } from "./client.js";
import { Refused, uuid7 } from "./http.js";
import { add, adopt, claim, decide, freeIndex, isFinish, LEASE, lineOf, mineAgain, nextUp, parkedOf, sentSince, settle, waitingOf, withdraw } from "./queue.js";
import { faults, transact } from "./store.js";

const LEFT = "spotter.left";
const told = new Set(), seen = new Set();
const others = typeof BroadcastChannel === "function" ? new BroadcastChannel("spotter.queue") : undefined;
let me = uuid7(), entries = [], pauses = {}, running = false, again = false, hurries = 0, timer, failing = false, login = false;

/** The moment the page's sets are of: its copy's, its own, or that of the parts put in since. */
let made = Number(document.querySelector('meta[name="as-of"]')?.content) || performance.timeOrigin;
const user = () => document.body.dataset.user ?? "";
const leaver = () => { try { return localStorage.getItem(LEFT); } catch { return undefined; } };

/** What this person ticked and the server has not; another's waits until they are back on this device. */
export const waiting = () => waitingOf(entries, user());
/** What the server refused, until the person has chosen. */
export const parked = () => parkedOf(entries, user());
/** What this page may not show although it was ticked: it waits, or was sent after the page was made. */
export function unshown() {
  return [...sentSince(entries, user(), made), ...waiting()];
}
/** How it stands: what waits and why, what is parked, where things are kept. */
export const standing = () => ({ waiting: waiting(), parked: parked(), failing, login, faults: [...faults] });
/** Calls back with {item, value} or {item, error} for each that left the queue. */
export function whenSettled(use) { told.add(use); }
/** Calls back whenever what waits may look different, in this tab or by another. */
export function whenChanged(use) { seen.add(use); }

function took(result) {
  entries = result.entries;
  for (const use of seen) use();
  return result;
}

async function change(work, durability) {
  let was;
  const result = took(await transact((state) => work(was = state), durability));
  if (result.entries !== was.entries) others?.postMessage("changed");
  return result;
}

/** Reads what other tabs did. What left meanwhile is told as settled. */
async function reload() {
  const before = waiting();
  took(await transact((state) => ({ ...state, entries: user() ? adopt(state.entries, user(), Date.now()) : state.entries })));
  const now = new Set(entries.filter((entry) => entry.state === "waiting").map((entry) => entry.key));
  for (const item of before) if (!now.has(item.key)) for (const use of told) use({ item });
}

/**
 * Keeps one, then begins to send. `item` is {method, url, body, slot, shown, gone}. Answers, once it
 * is kept, the entry that stands for it: another tab's, if that had the same tap.
 */
export async function post(item) {
  const mine = { ...item, key: uuid7(), owner: user(), at: Date.now() };
  const { entry } = await change((state) => ({ ...state, ...add(state.entries, mine) }), "strict");
  if (asked <= Date.now()) delete pauses.all;
  flush();
  return entry;
}

/** Takes back what waits: at once if it was never sent, else by a request of its own after it. */
export async function takeBack(entry, undo) {
  const { left } = await change((state) => ({ ...state, ...withdraw(state.entries, entry.key) }), "strict");
  if (!left) await post(undo);
}

export async function flush() {
  if (running) { again = true; return; }
  running = true;
  clearTimeout(timer);
  try {
    do { again = false; await drain(); } while (again);
  } finally { running = false; }
}

async function drain() {
  await reload();
  if (!nextUp(entries, user(), pauses, Date.now())) return schedule();
  const renewing = setInterval(() => renew().catch(() => {}), LEASE / 3);
  try { while (await sendNext()) { /* one after another */ } } finally { clearInterval(renewing); }
  await change(({ lease, ...state }) => ({ ...state, lease: lease?.owner === me ? undefined : lease }));
  // Who waited for the turn need not wait it out; without signal nobody is woken.
  if (!failing) others?.postMessage("free");
  schedule();
}

const renew = () => transact((state) => ({ ...state, lease: claim(state.lease, me, Date.now(), leaver()) ?? state.lease }));

/** Takes the lease and the next entry in one step, so that no two tabs send at a time. */
async function takeNext() {
  const now = Date.now();
  const { entry, busy } = await change((state) => {
    const next = nextUp(state.entries, user(), pauses, now), lease = claim(state.lease, me, now, leaver());
    if (!next || !lease) return { ...state, busy: next && state.lease.until - now };
    const entry = { ...next, tried: next.tried + 1 };
    return { lease, entry, entries: state.entries.map((other) => (other.key === entry.key ? entry : other)) };
  });
  if (busy) pauses.all = now + Math.min(busy, LEASE) + 100;
  return entry;
}

/** Answers whether to go on with another. */
async function sendNext() {
  const entry = await takeNext();
  if (!entry) return false;
  const since = hurries, answer = await ask(entry.method, entry.url, { body: entry.body, key: entry.key });
  const verdict = decide(entry, answer);
  failing = verdict.does === "wait" || verdict.does === "login";
  login = verdict.does === "login";
  if (failing) {
    if (answer.status === 429 && answer.retryAfter) asked = Date.now() + answer.retryAfter * 1000;
    // Where the signal came back while this try was failing, the next one does not wait for long.
    pauses[verdict.all || login ? "all" : lineOf(entry)] = Date.now() + (since === hurries ? verdict.ms ?? 30000 : 250);
    took({ entries });
    return !(verdict.all || login);
  }
  await change((state) => ({ ...state, entries: settle(state.entries, entry.key, verdict, { ...answer.value, status: answer.status }, Date.now()) }));
  const outcome = verdict.does === "park" ? { error: new Refused(answer.status, answer.value) } : { value: answer.value, said: verdict.told };
  for (const use of told) use({ item: entry, ...outcome });
  return true;
}

/** Tries again when the shortest wait is over, or when whoever sends now has fallen silent. */
function schedule() {
  clearTimeout(timer);
  if (!waiting().length) { failing = login = false; return; }
  const ends = Object.values(pauses).filter((end) => end > Date.now());
  timer = setTimeout(flush, ends.length ? Math.max(50, Math.min(...ends) - Date.now()) : LEASE + 100);
}

/** Until when the server asked not to be asked. */
let asked = 0;

function hurry() {
  hurries++;
  pauses = asked > Date.now() ? { all: asked } : {};
  flush();
}

/** The person's choice on a parked entry: theirs goes out again. Answers whether it could. */
export async function keepMine(key) {
  const entry = parked().find((other) => other.key === key);
  if (!entry) return true;
  let index = entry.body?.set_index;
  if (entry.problem?.type === "set-index-taken") {
    const { value } = await get(entry.url.replace(/\/sets.*$/, ""));
    if (!value) return false;
    index = freeIndex(value.sets, entries, entry);
  }
  const mine = mineAgain(entry, uuid7(), index);
  await change((state) => ({ ...state, entries: [...state.entries.filter((other) => other.key !== key), mine] }), "strict");
  flush();
  return true;
}

/** The other choice: what the server has stays, this goes. */
export async function keepTheirs(key) {
  await change((state) => ({ ...state, entries: state.entries.filter((other) => other.key !== key) }));
}

/** Whether this workout was ended here and the server does not know yet. */
export const finishing = (session) => waiting().find((entry) => isFinish(entry) && entry.url.endsWith("/" + session));

document.addEventListener("spotter:swapped", () => { made = Date.now(); });
addEventListener("online", hurry);
document.addEventListener("visibilitychange", () => { if (!document.hidden) hurry(); });
// A tab that is closed gives the lease back at once; one that is killed, when it runs out.
addEventListener("pagehide", () => { try { localStorage.setItem(LEFT, me); } catch { /* it runs out */ } });
addEventListener("pageshow", (event) => { if (event.persisted) { me = uuid7(); hurry(); } });
others?.addEventListener("message", async ({ data }) => {
  await reload();
  if (running) return;
  if (data === "free" && !failing && waiting().length) hurry(); else schedule();
});
await reload();
