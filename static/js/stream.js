// Server-sent events over fetch: resumes after the last id it has seen, until the run is over.
import { request } from "./http.js";

/** Feeds text in any pieces; calls back with {id, event, data} for each whole event. */
export function parser(use) {
  let rest = "", id = "", event = "", data = [];
  return (text) => {
    const lines = (rest + text).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop();
    for (const line of lines) {
      if (line === "") {
        if (data.length) use({ id, event: event || "message", data: data.join("\n") });
        event = ""; data = [];
        continue;
      }
      if (line.startsWith(":")) continue;
      const colon = line.indexOf(":"), name = colon < 0 ? line : line.slice(0, colon);
      const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
      if (name === "id") id = value;
      if (name === "event") event = value;
      if (name === "data") data.push(value);
    }
  };
}

/**
 * Follows a run. `on` has `event({id, event, data})`, `lost()` while there is no connection and
 * `over()` at the end. Answers {stop()}.
 */
export function follow(url, after, on) {
  const abort = new AbortController();
  let last = after, ended = false, fails = 0;
  const feed = (message) => {
    if (message.id) last = message.id;
    let data = {};
    try { data = JSON.parse(message.data); } catch { return; }
    if (message.event === "snapshot" && data.last_id) last = data.last_id;
    if (["run.finished", "run.error", "run.cancelled"].includes(message.event)) ended = true;
    on.event({ id: last, event: message.event, data });
  };
  const once = async () => {
    const headers = last ? { "last-event-id": last } : {};
    const answer = await request(url, { accept: "text/event-stream", headers, signal: abort.signal, cache: "no-store" });
    if (answer.status === 204 || (answer.status >= 400 && answer.status < 500 && answer.status !== 429)) { ended = true; return; }
    if (!answer.ok) throw new Error("stream " + answer.status);
    fails = 0;
    const read = parser(feed), reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let piece; !(piece = await reader.read()).done; ) read(piece.value);
  };
  (async () => {
    while (!ended && !abort.signal.aborted) {
      try { await once(); } catch { if (abort.signal.aborted) return; fails++; on.lost(); }
      if (!ended) await new Promise((done) => setTimeout(done, Math.min(300 * 2 ** fails, 8000)));
    }
    if (!abort.signal.aborted) on.over();
  })();
  return { stop: () => abort.abort() };
}
