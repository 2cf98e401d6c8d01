// Where the queue is kept: IndexedDB, written through before anything is shown. Where the browser
// refuses it or it is full, the older storage of the same page, and at last this tab's memory.
import { localValue } from "./local-value.js";

const PATIENCE = 2000;
const storedEntries = localValue("spotter.outbox", []), storedLease = localValue("spotter.lease", null);
/** What is not as it should be: `database` or `full`, and `memory` when nothing at all is kept. */
export const faults = new Set();
const gone = new Set();
let known = [], opened;

/** The database, or nothing where the browser has none for us. */
function open() {
  opened ??= new Promise((done) => {
    const refused = () => { faults.add("database"); done(undefined); };
    const slow = setTimeout(refused, PATIENCE);
    try {
      const asked = indexedDB.open("spotter", 1);
      asked.onupgradeneeded = () => {
        asked.result.createObjectStore("entries", { keyPath: "key" });
        asked.result.createObjectStore("meta", { keyPath: "name" });
        asked.result.createObjectStore("answers", { keyPath: "name" }).createIndex("owner", "owner");
      };
      asked.onerror = (event) => { event.preventDefault(); clearTimeout(slow); refused(); };
      asked.onsuccess = () => {
        clearTimeout(slow);
        faults.delete("database");
        asked.result.onversionchange = () => asked.result.close();
        asked.result.onclose = () => { opened = undefined; };
        done(asked.result);
      };
    } catch { clearTimeout(slow); refused(); }
  });
  return opened;
}

/** Runs `work(transaction)`; answers what its returned request came to once everything is kept. */
export async function inDatabase(stores, mode, work, durability = "relaxed") {
  const db = await open();
  if (!db) throw new DOMException("no database", "NotFoundError");
  return new Promise((done, fail) => {
    const tx = db.transaction(stores, mode, { durability });
    const request = work(tx);
    tx.oncomplete = () => done(request?.result);
    tx.onabort = () => fail(tx.error ?? new DOMException("not kept", "AbortError"));
  });
}

function merged(entries) {
  const shelved = storedEntries.read(), over = new Set(shelved.map((entry) => entry.key));
  return [...entries.filter((entry) => !over.has(entry.key)), ...shelved].filter((entry) => !gone.has(entry.key));
}

/**
 * Changes entries and lease in one step that other tabs see whole. `change({entries, lease})` answers
 * the same shape, and may be asked twice.
 */
export async function transact(change, durability) {
  if (await open()) {
    try {
      const result = await throughDatabase(change, durability);
      if (storedEntries.read().length) storedEntries.write([]);
      faults.delete("full");
      return result;
    } catch { faults.add("full"); }
  }
  return inOlderStorage(change);
}

/** All of it or nothing: a write that is refused takes back those before it. */
function kept(tx, write) {
  try { write(); } catch { tx.abort(); }
}

async function throughDatabase(change, durability) {
  let result;
  await inDatabase(["entries", "meta"], "readwrite", (tx) => {
    const entries = tx.objectStore("entries"), meta = tx.objectStore("meta");
    const all = entries.getAll(), lease = meta.get("lease");
    lease.onsuccess = () => kept(tx, () => {
      const was = { entries: merged(all.result), lease: lease.result?.value };
      result = change(was);
      const before = new Map(all.result.map((entry) => [entry.key, JSON.stringify(entry)]));
      const after = new Set(result.entries.map((entry) => entry.key));
      for (const entry of result.entries) if (before.get(entry.key) !== JSON.stringify(entry)) entries.put(entry);
      for (const key of before.keys()) if (!after.has(key)) entries.delete(key);
      if (result.lease !== was.lease) meta.put({ name: "lease", value: result.lease });
    });
  }, durability);
  known = result.entries;
  return result;
}

/** What the database does not have as it is now lies in the older storage. */
function inOlderStorage(change) {
  const was = { entries: merged(known), lease: storedLease.read() ?? undefined };
  const result = change(was);
  const same = new Map(known.map((entry) => [entry.key, JSON.stringify(entry)]));
  const after = new Set(result.entries.map((entry) => entry.key));
  for (const key of same.keys()) if (!after.has(key)) gone.add(key);
  const kept = storedEntries.write(result.entries.filter((entry) => same.get(entry.key) !== JSON.stringify(entry)));
  if (result.lease !== was.lease) storedLease.write(result.lease ?? null);
  if (kept) faults.delete("memory"); else faults.add("memory");
  return result;
}
