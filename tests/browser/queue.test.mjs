// The queue's decisions, without a browser.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.mjs";

const {
  add, adopt, backoff, claim, decide, freeIndex, LEASE, lineOf, mineAgain, nextUp, parkedOf, sentSince, settle, waitingOf, withdraw,
} = await load("queue.js");

const SETS = "/api/v1/sessions/s1/sets";
const log = (id, more = {}) => ({ key: "k-" + id, owner: "ann", method: "POST", url: SETS, body: { id, exercise_id: "squat", set_index: 1, kind: "working" }, ...more });
const gone = (id, more = {}) => ({ key: "d-" + id, owner: "ann", method: "DELETE", url: `${SETS}/${id}`, gone: true, ...more });
const finish = (more = {}) => ({ key: "f", owner: "ann", method: "PATCH", url: "/api/v1/sessions/s1", body: { status: "completed" }, ...more });
const filled = (...items) => items.reduce((entries, item) => add(entries, item).entries, []);
const keys = (entries) => entries.map((entry) => entry.key);

test("what is added stands at the end, in the order of the taps", () => {
  const entries = filled(log("a"), log("b"), gone("a"), finish());
  assert.deepEqual(keys(waitingOf([...entries].reverse(), "ann")), ["k-a", "k-b", "d-a", "f"]);
  assert.deepEqual(entries.map((entry) => [entry.state, entry.tried]), Array(4).fill(["waiting", 0]));
});

test("the same tap in two tabs is one entry, whichever form it came from", () => {
  const first = filled(log("a", { slot: "set-squat-1" }));
  const there = add(first, log("a", { key: "other" }));
  assert.deepEqual([there.entries.length, there.entry.key], [1, "k-a"], "the same id");
  const slot = add(first, log("b", { slot: "set-squat-1" }));
  assert.deepEqual([slot.entries.length, slot.entry.key], [1, "k-a"], "the same place");
  assert.equal(add(first, log("c", { slot: "set-squat-2" })).entries.length, 2);
  assert.equal(add(first, log("a", { owner: "ben" })).entries.length, 2, "another person's is another");
  assert.equal(filled(gone("a"), gone("a", { key: "again" })).length, 1);
  assert.equal(filled(finish(), finish({ key: "g" })).length, 1);
});

test("a workout that began here is sent before its sets, once, and only the server's own word takes it off", () => {
  const begin = (more = {}) => ({ key: "b", owner: "ann", method: "POST", url: "/api/v1/sessions", body: { id: "s1", split_day: "Day1" }, ...more });
  const entries = filled(begin(), log("a"), begin({ key: "b2", body: { id: "s1", split_day: "Day1", started_at: "later" } }), finish());
  assert.deepEqual(keys(entries), ["b", "k-a", "f"], "begun twice is begun once");
  assert.deepEqual(entries.map(lineOf), ["s1", "s1", "s1"]);
  assert.equal(nextUp(entries, "ann", { s1: 200 }, 100), undefined, "its sets wait for it");
  const said = (id) => decide({ ...begin(), tried: 1 }, { status: 201, ours: true, value: { id } }).does;
  assert.deepEqual([said("s1"), said("another")], ["remove", "wait"]);
  assert.deepEqual(keys(settle(entries, "b", { does: "remove" }, {})), ["k-a", "f"]);
});

test("a set that was taken back may be ticked again", () => {
  const entries = filled(log("a", { slot: "x" }), gone("a"));
  assert.deepEqual(keys(add(entries, log("a", { key: "again", slot: "x" })).entries), ["k-a", "d-a", "again"]);
});

test("nothing overtakes another entry of its workout; another workout goes on; another person's stays", () => {
  const entries = filled(log("a"), log("b"), log("c", { url: "/api/v1/sessions/s2/sets" }), log("z", { owner: "ben" }));
  assert.equal(nextUp(entries, "ann", {}, 100).key, "k-a");
  assert.equal(nextUp(entries, "ann", { s1: 200 }, 100).key, "k-c");
  assert.equal(nextUp(entries, "ann", { s1: 200, s2: 200 }, 100), undefined);
  assert.equal(nextUp(entries, "ann", { all: 200 }, 100), undefined);
  assert.equal(nextUp(entries, "ann", { all: 100 }, 100).key, "k-a");
  assert.equal(nextUp(entries, "ben", {}, 100).key, "k-z");
  const parked = settle(entries, "k-a", { does: "park" }, { type: "x" });
  assert.equal(nextUp(parked, "ann", {}, 100).key, "k-b", "a parked one stands aside");
});

const ours = (status, value = {}, more = {}) => ({ status, ours: true, value, ...more });

test("what each answer means", () => {
  const entry = { ...log("a"), tried: 1 };
  for (const [name, item, answer, does] of [
    ["stored", entry, ours(201, { id: "a" }), "remove"],
    ["a page in between says yes", entry, { status: 200, ours: false, value: {} }, "wait"],
    ["something says yes to another set", entry, ours(200, { id: "b" }), "wait"],
    ["no answer", entry, { status: 0 }, "wait"],
    ["a fault of the server", entry, ours(500), "wait"],
    ["a server that starts", entry, { status: 503, ours: false }, "wait"],
    ["too many", entry, ours(429), "wait"],
    ["the first still runs", entry, ours(409, { type: "idempotency-in-flight" }), "wait"],
    ["a proxy that does not know us", entry, { status: 404, ours: false, value: {} }, "wait"],
    ["a redirect that was kept", entry, { status: 304, ours: true, value: {} }, "wait"],
    ["logged out", entry, ours(401, { type: "login-needed" }), "login"],
    ["the place is taken", entry, ours(409, { type: "set-index-taken" }), "park"],
    ["bad values", entry, ours(422, { type: "invalid-fields" }), "park"],
    ["not there", entry, ours(404, { type: "not-found" }), "park"],
    ["taken back", gone("a"), ours(200, { anything: 1 }), "remove"],
    ["taken back, and a page in between", gone("a"), { status: 200, ours: false, value: {} }, "wait"],
    ["was not there to take back", gone("a"), ours(404, { type: "not-found" }), "remove"],
    ["finished", finish(), ours(200, { id: "s1" }), "remove"],
    ["finished elsewhere", finish(), ours(409, { type: "session-final" }), "remove"],
    ["finished elsewhere, and notes", finish({ body: { status: "completed", notes: "good" } }), ours(409, { type: "session-final" }), "park"],
  ]) assert.equal(decide({ tried: 1, ...item }, answer).does, does, name);
});

test("what leaves without being taken says so", () => {
  assert.match(decide({ ...finish(), tried: 1 }, ours(409, { type: "session-final" })).told, /ended elsewhere/);
  assert.equal(decide({ ...log("a"), tried: 1 }, ours(201, { id: "a" })).told, undefined);
});

test("waits grow to ten seconds, and Retry-After is heeded", () => {
  assert.deepEqual([1, 2, 3, 4, 20].map(backoff), [500, 1000, 2000, 4000, 10000]);
  assert.equal(decide({ ...log("a"), tried: 1 }, ours(429, {}, { retryAfter: 7 })).ms, 7000);
  assert.equal(decide({ ...log("a"), tried: 9 }, ours(503, {}, { retryAfter: 1 })).ms, 10000);
});

test("only a yes removes; a no parks with its reason; the rest stays as it is", () => {
  const entries = filled(log("a"), log("b"));
  assert.deepEqual(keys(settle(entries, "k-a", { does: "remove" })), ["k-b"]);
  for (const does of ["wait", "login"]) assert.equal(settle(entries, "k-a", { does }), entries);
  const parked = settle(entries, "k-a", { does: "park" }, { type: "set-index-taken" });
  assert.deepEqual([keys(parkedOf(parked, "ann")), keys(waitingOf(parked, "ann")), parked.length], [["k-a"], ["k-b"], 2]);
  assert.equal(parkedOf(parked, "ben").length, 0);
});

test("no answer, random or not, ever drops an entry but a yes or a word about it", () => {
  let seed = 7;
  const random = (most) => { seed = (seed * 1103515245 + 12345) % 2147483648; return seed % most; };
  for (let turn = 0; turn < 5000; turn++) {
    const entry = { ...[log("a"), gone("a"), finish()][random(3)], tried: 1 + random(9) };
    const answer = { status: [0, 200, 201, 204, 302, 304, 400, 401, 403, 404, 409, 412, 422, 429, 500, 503][random(16)], ours: random(2) === 1, value: [{}, { id: "a" }, { type: "session-final" }, { type: "idempotency-in-flight" }][random(4)] };
    const verdict = decide(entry, answer);
    if (verdict.does !== "remove") continue;
    const yes = answer.ours && answer.status >= 200 && answer.status < 300;
    assert.ok(yes || verdict.told || (entry.gone && answer.status === 404), JSON.stringify({ entry, answer }));
  }
});

test("one sends at a time: until it leaves, falls silent, or the clock has jumped", () => {
  const held = { owner: "a", until: 1000 };
  assert.deepEqual(claim(undefined, "b", 10), { owner: "b", until: 10 + LEASE });
  assert.equal(claim(held, "b", 500), undefined);
  assert.equal(claim(held, "a", 500).owner, "a");
  assert.equal(claim(held, "b", 1000).owner, "b", "it ran out");
  assert.equal(claim(held, "b", 500, "a").owner, "b", "it left");
  assert.equal(claim({ owner: "a", until: 9e12 }, "b", 500).owner, "b", "no lease is that long");
});

test("mine once more: at the next free place, over what has my id, or just again", () => {
  const parked = { ...log("a", { body: { id: "a", exercise_id: "squat", set_index: 2, kind: "working", weight_kg: 60, reps: 8, proposal_id: "p", logged_at: "t" } }), order: 3, slot: "s" };
  const sets = [{ exercise_id: "squat", kind: "working", set_index: 2 }, { exercise_id: "squat", kind: "warmup", set_index: 9 }, { exercise_id: "bench", kind: "working", set_index: 7 }];
  assert.equal(freeIndex(sets, [], parked), 3);
  assert.equal(freeIndex(sets, filled(log("q", { body: { id: "q", exercise_id: "squat", kind: "drop", set_index: 3 } })), parked), 4, "what waits counts too");
  const more = mineAgain({ ...parked, problem: { type: "set-index-taken" } }, "new", 3);
  assert.deepEqual([more.key, more.state, more.tried, more.order, more.body.set_index, more.body.logged_at, more.body.proposal_id], ["new", "waiting", 0, 3, 3, "t", undefined]);
  const over = mineAgain({ ...parked, problem: { type: "set-id-taken" } }, "new");
  assert.deepEqual([over.method, over.url, over.body.id, over.body.reps], ["PATCH", `${SETS}/a`, undefined, 8]);
  assert.deepEqual(mineAgain({ ...finish({ body: { status: "completed", notes: "n" } }), problem: { type: "session-final" } }, "new").body, { notes: "n" });
  const again = mineAgain({ ...parked, problem: { type: "other" } }, "new");
  assert.deepEqual([again.body.set_index, again.problem], [2, undefined]);
});

test("a set that was sent is remembered for older copies of its page, until it is taken back", () => {
  const sent = settle(filled(log("a", { slot: "x" }), log("b")), "k-a", { does: "remove" }, {}, 500);
  assert.deepEqual(keys(waitingOf(sent, "ann")), ["k-b"]);
  assert.deepEqual(keys(sentSince(sent, "ann", 400)), ["k-a"]);
  assert.deepEqual([sentSince(sent, "ann", 501), sentSince(sent, "ben", 0)], [[], []]);
  const back = add(sent, gone("a")).entries;
  assert.deepEqual(sentSince(back, "ann", 0), [], "it is being taken back");
  assert.deepEqual(keys(settle(back, "d-a", { does: "remove" })), ["k-b"]);
  assert.equal(adopt(sent, "ann", 1000).length, 2);
  assert.deepEqual(keys(adopt(sent, "ann", 500 + 13 * 3600000)), ["k-b"], "for a day's training");
  assert.deepEqual(keys(adopt(sent, "ben", 1000)), ["k-b"], "by its owner alone");
});

test("what was never sent is taken back at once; what may have arrived is not", () => {
  const entries = filled(log("a"));
  assert.deepEqual(withdraw(entries, "k-a"), { entries: [], left: true });
  const tried = [{ ...entries[0], tried: 1 }];
  assert.deepEqual(withdraw(tried, "k-a"), { entries: tried, left: false });
});

test("what an older version kept is taken over in its order, and for its owner", () => {
  const now = adopt([{ key: "1", url: SETS, method: "POST", body: { id: "a" }, owner: "ben" }, { key: "2", url: SETS, method: "POST", body: { id: "b" } }, null, { nothing: 1 }], "ann");
  assert.deepEqual(now.map((entry) => [entry.key, entry.owner, entry.state, entry.order]), [["1", "ben", "waiting", 1], ["2", "ann", "waiting", 2]]);
  assert.deepEqual(adopt(now, "ann"), now);
});

test("a swap there, back and there again is three changes; the same tap twice is one", () => {
  const swap = (key, from, to) => ({ key, owner: "ada", method: "POST", url: "/api/v1/sessions/s/swap", body: { exercise_id: from, replacement_id: to }, drawn: { offer: { id: to }, from } });
  let entries = add([], swap("1", "a", "b")).entries;
  assert.equal(add(entries, swap("2", "a", "b")).entry.key, "1");
  entries = add(entries, swap("3", "b", "a")).entries;
  entries = add(entries, swap("4", "a", "b")).entries;
  assert.deepEqual(entries.map((entry) => entry.key), ["1", "3", "4"]);
  // What was sent is drawn on a copy of the page from before it, as sets are.
  assert.equal(settle(entries, "1", { does: "remove" }, undefined, 5).find((entry) => entry.key === "1").state, "sent");
  const over = decide(entries[0], { status: 409, ours: true, value: { type: "session-final" } });
  assert.equal(over.does, "remove");
  assert.ok(over.told);
  assert.deepEqual(settle(entries, "1", over, undefined, 5).map((entry) => entry.key), ["3", "4"]);
});
