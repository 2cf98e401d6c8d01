// Requests: the one way out of the scripts, which says whose page asks; ids minted here, keys that make a retry harmless, problem documents read as sentences.
import { say } from "./say.js";

/** A UUIDv7: its first 48 bits are the time, so ids sort by when they were minted. */
export function uuid7() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let time = Date.now();
  for (let at = 5; at >= 0; at--) { bytes[at] = time % 256; time = Math.floor(time / 256); }
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

export class Refused extends Error {
  constructor(status, problem) {
    const errors = (problem.errors ?? []).map((error) => error.message).join(" ");
    super(errors || problem.detail || say("http-failed"));
    this.status = status;
    this.problem = problem;
  }
}

/** Whom this page was made for; nobody on a page without a login. */
export const person = () => globalThis.document?.body?.dataset.user ?? "";

/**
 * Asks the server, and is the only place that does: every request says for whom its page was made, so that the login
 * of somebody else, who came on this device meanwhile, neither takes nor shows what is this person's. `json` or `form`
 * is what is sent; `more` is fetch's own.
 */
export function request(url, { method = "GET", accept = "application/json", headers = {}, json, form, ...more } = {}) {
  const said = { accept, ...headers };
  if (json !== undefined) said["content-type"] = "application/json";
  if (person()) said["spotter-user"] = person();
  const body = json === undefined ? form : JSON.stringify(json);
  return fetch(url, { method, headers: said, body, credentials: "same-origin", ...more });
}

/** Sends JSON. Answers the parsed body; throws Refused for 4xx and 5xx, TypeError without a network. */
export async function send(method, url, body, key) {
  const answer = await request(url, { method, json: body, headers: key ? { "idempotency-key": key } : {} });
  if (answer.status === 401) throw loggedOut();
  const text = await answer.text();
  let value = {};
  try { value = text ? JSON.parse(text) : {}; } catch { /* not JSON: the status says enough */ }
  if (answer.status === 423) stopped();
  if (!answer.ok) throw new Refused(answer.status, value);
  return value;
}

/** Coaching is stopped: the page says so with the way on, and who sends to the coach is told. */
export function stopped() {
  const line = document.getElementById("locked");
  if (line?.hidden) {
    line.setAttribute("role", "alert");
    line.hidden = false;
  }
  document.dispatchEvent(new Event("spotter:stopped"));
}

/** Says in `place` why something was refused; where coaching is stopped, the way on stands beside it. */
export function refusal(place, { message, status }) {
  place.textContent = message;
  const way = status === 423 && document.querySelector("#locked a");
  if (way) place.append(" ", way.cloneNode(true));
}

/** This person is signed in no more: said on the page, which stays with what was typed on it. */
export function loggedOut() {
  document.dispatchEvent(new Event("spotter:login"));
  return new Refused(401, { detail: say("http-logged-out") });
}

/** A page of this person's in an answer; a login page, or one of the gym's own network, is none. */
export async function pageIn(answer) {
  if (answer.status === 401) throw loggedOut();
  if (!answer.ok) throw new Refused(answer.status, {});
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (page.body.dataset.user === person()) return page;
  throw new URL(answer.url).pathname === "/login" ? loggedOut() : new Refused(502, {});
}

/** Reads a page of ours as a document. */
export const readPage = async (url) => pageIn(await request(url, { accept: "text/html" }));

/** Says something to who cannot see it. */
export function announce(text) {
  const place = document.getElementById("announce");
  if (place) place.textContent = text;
}

/** Shows a sentence on top of the page; an empty one takes it away. */
export function notice(text, tone = "stop") {
  document.getElementById("notice")?.remove();
  if (!text) return;
  const line = document.createElement("p");
  line.id = "notice";
  line.className = "notice " + tone;
  line.setAttribute("role", tone === "stop" ? "alert" : "status");
  line.textContent = text;
  document.getElementById("main").prepend(line);
}
