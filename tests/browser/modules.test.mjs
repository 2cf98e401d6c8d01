// The pure parts of the browser code, without a browser.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.mjs";

const { parser } = await load("stream.js");
const { decimal, kilograms } = await load("stepper.js");
const { uuid7 } = await load("http.js");

const STREAM = ": hello\r\n\r\nid: 1.1\nevent: text.delta\ndata: {\"delta\":\"ä\"}\n\nid:1.2\ndata:one\ndata: two\n\nevent: run.finished\r\ndata: {}\r\n\r\n";
const EVENTS = [
  { id: "1.1", event: "text.delta", data: '{"delta":"ä"}' },
  { id: "1.2", event: "message", data: "one\ntwo" },
  { id: "1.2", event: "run.finished", data: "{}" },
];

function parsed(pieces) {
  const events = [];
  const feed = parser((event) => events.push(event));
  pieces.forEach((piece) => feed(piece));
  return events;
}

test("a stream of events reads the same however it is cut in two", () => {
  for (let at = 0; at <= STREAM.length; at++) {
    assert.deepEqual(parsed([STREAM.slice(0, at), STREAM.slice(at)]), EVENTS, `cut at ${at}`);
  }
});

test("a stream of events reads the same one character at a time", () => {
  assert.deepEqual(parsed([...STREAM]), EVENTS);
});

test("an event that was not finished is not told", () => {
  assert.deepEqual(parsed(["data: half\n"]), []);
});

test("decimals are read with a point or a comma", () => {
  for (const [text, value] of [["62.5", 62.5], ["62,5", 62.5], [" 8 ", 8], ["", 0]]) assert.equal(decimal(text), value);
  assert.ok(Number.isNaN(decimal("a lot")));
});

const form = (weight, shown, exact) => ({ elements: { weight: { value: weight }, shown: { value: shown }, exact: { value: exact } } });

test("a load that nobody touched keeps its exact kilograms; a typed one is converted", () => {
  assert.equal(kilograms(form("137.8", "137.8", "62.5"), "lb"), 62.5);
  assert.equal(kilograms(form("100", "137.8", "62.5"), "lb"), 45.359237);
  assert.equal(kilograms(form("65", "62.5", "62.5"), "kg"), 65);
  assert.equal(kilograms(form("60", "", ""), "kg"), 60);
});

test("ids are UUIDv7, unique, and sort by when they were minted", async () => {
  const first = uuid7();
  assert.match(first, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  await new Promise((done) => setTimeout(done, 3));
  assert.ok(uuid7() > first);
  assert.equal(new Set(Array.from({ length: 1000 }, uuid7)).size, 1000);
});
