// A conversation: what is sent, what streams back, what it proposes.
import { announce, notice, readPage, refusal, Refused, send, stopped, uuid7 } from "./http.js";
import { draw } from "./markdown.js";
import { decisions, show } from "./proposals.js";
import { said, say } from "./say.js";
import { follow } from "./stream.js";
import { swap } from "./swap.js";

/** What a call of a tool is in words while it runs; what a model calls a tool may be anything. */
const looking = (tool) => said(`tool-${tool}-doing`) ?? say("chat-looking-other", { tool });
/** Calls that wait for a person have words of this kind, and no others. */
const preparing = (tool) => said(`tool-${tool}-preparing`);
/** What was written and not taken, where the page has to be left for a login. */
const UNSENT = "spotter.unsent";
const capital = (text) => text && text[0].toUpperCase() + text.slice(1);
const element = (tag, className) => Object.assign(document.createElement(tag), { className });

class Chat {
  constructor(root) {
    this.root = root;
    this.list = root.querySelector("#messages");
    this.working = root.querySelector("#working");
    this.form = document.getElementById("ask-form");
    this.box = document.getElementById("ask-text");
    this.texts = new Map();
    this.steps = new Map();
    this.pinned = true;
    this.failed = "";
  }

  begin() {
    this.root.querySelectorAll("[data-markdown]").forEach((place) => draw(place, place.textContent));
    this.form.addEventListener("submit", (event) => { event.preventDefault(); this.ask(this.box.value, this.form.elements.key); });
    this.root.addEventListener("submit", (event) => {
      const idea = event.submitter?.closest("[data-idea]");
      if (idea) { event.preventDefault(); this.ask(idea.value, this.form.elements.key); }
    });
    this.box.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); this.form.requestSubmit(); }
    });
    // Only scrolling up lets go of the end; what grows below it does not scroll.
    addEventListener("scroll", () => {
      const page = document.scrollingElement;
      this.pinned = page.scrollHeight - page.scrollTop - innerHeight < 80;
    }, { passive: true });
    document.addEventListener("spotter:stopped", () => this.stop());
    decisions(this.root, (card) => { this.toEnd(true); this.beside(); document.dispatchEvent(new Event("spotter:decided")); if (!this.running && card?.dataset.run) this.follow(card.dataset.run); });
    document.getElementById("cancel")?.addEventListener("click", () => this.run && send("POST", `/api/v1/runs/${this.run}/cancel`).catch((error) => notice(error.message)));
    // After a reload the run's events are read again from the first; its cards stay and are not drawn twice.
    if (this.root.dataset.run) this.follow(this.root.dataset.run);
    try { this.box.value ||= sessionStorage.getItem(UNSENT) ?? ""; sessionStorage.removeItem(UNSENT); } catch { /* nothing is kept there */ }
    this.toEnd(true);
  }

  async ask(text, keyField) {
    text = text.trim();
    if (!text && this.root.dataset.page !== "copilot") return;
    // Another text is another message: its key is its own, whatever became of the last one.
    if (this.failed && this.failed !== text) keyField.value = uuid7();
    this.failed = text;
    const key = keyField.value;
    const mine = text && this.add("person", text), ideas = document.getElementById("ideas"), held = ideas?.contains(document.activeElement);
    this.box.value = "";
    ideas?.remove();
    // Who chose an idea by keyboard goes on from there.
    if (held && mine) { mine.tabIndex = -1; mine.focus({ preventScroll: true }); }
    document.getElementById("fresh-start")?.removeAttribute("hidden");
    notice("");
    this.busy(say("chat-sending"));
    try {
      const url = await this.address();
      const { run_id } = await send("POST", url, text ? { text } : {}, key);
      keyField.value = uuid7();
      this.failed = "";
      this.asked = run_id;
      this.follow(run_id);
      // What waited was overtaken by this message.
      for (const card of this.root.querySelectorAll(".proposal[data-status=proposed]")) show(card.dataset.proposal).catch(() => {});
    } catch (error) {
      if (this.running) this.busy(say("chat-answering")); else this.idle();
      if (mine) mine.remove();
      this.box.value = [text, this.box.value].filter(Boolean).join("\n");
      if (error.status === 423) this.fail(error.message, 423); else notice(error instanceof Refused ? error.message : say("chat-no-signal"));
      if (error.status === 401) try { sessionStorage.setItem(UNSENT, this.box.value); } catch { /* it stays in the box */ }
      if (error instanceof Refused && error.status === 409 && error.problem.run_id && !this.running) this.follow(error.problem.run_id);
    }
  }

  async address() {
    if (this.root.dataset.start) return this.root.dataset.start;
    const made = await send("POST", "/api/v1/conversations", {}, uuid7());
    this.root.dataset.start = `/api/v1/conversations/${made.id}/messages`;
    return this.root.dataset.start;
  }

  follow(run) {
    this.stream?.stop();
    if (this.run !== run) this.last = "";
    this.run = run;
    this.running = true;
    this.busy(say("chat-thinking"));
    this.stream = follow(`/api/v1/runs/${run}/events`, this.last, {
      event: (message) => this.take(message),
      lost: () => this.busy(say("chat-waiting")),
      over: () => { this.done(); this.look(); },
    });
  }

  take({ id, event, data }) {
    this.last = id;
    const handle = {
      "text.delta": () => this.text(data.message_id, (this.texts.get(data.message_id)?.said ?? "") + data.delta, true),
      "text.done": () => this.said(data.message_id),
      "step.reset": () => this.reset(data.message_id),
      "tool.started": () => preparing(data.tool) ? this.busy(preparing(data.tool)) : this.step(data.call_id, looking(data.tool)),
      // What a gated call came to stands on its card.
      "tool.result": () => (data.ok && preparing(data.tool)) || this.step(data.call_id, capital(data.summary) || say("chat-looked-other", { tool: data.tool }), !data.ok),
      "proposal.created": () => this.propose(data.proposal.id, data.proposal),
      "proposal.resolved": () => document.getElementById("proposal-" + data.id) && show(data.id).catch(() => {}),
      "run.paused": () => this.idle(),
      "run.finished": () => this.done(),
      "run.cancelled": () => this.fail(say("chat-stopped")),
      "run.error": () => this.fail(`${data.message ?? say("chat-no-answer")} ${data.retryable ? say("chat-try-again") : ""}`),
      snapshot: () => this.snapshot(data),
    }[event];
    handle?.();
    this.toEnd();
  }

  snapshot(data) {
    for (const { item } of this.texts.values()) item.remove();
    for (const item of this.steps.values()) item.remove();
    this.texts.clear();
    this.steps.clear();
    for (const { message_id, text } of data.messages) this.text(message_id, text, false);
    // A call that has come to something is not being handled any more.
    for (const call of data.tools ?? []) this.take({ id: this.last, event: call.ok === null ? "tool.started" : "tool.result", data: call });
    for (const proposal of data.proposals) this.propose(proposal.id, proposal);
  }

  propose(id, proposal) {
    // The engine's own suggestion has its card on the workout already.
    if (!proposal.run_id) return;
    const card = document.getElementById("proposal-" + id);
    if (card) return this.below(card);
    const place = element("li", "message held");
    this.list.append(place);
    show(id, place).then(() => this.toCard(id)).catch(() => place.remove());
  }

  /** A card that is here already goes below what led to it, and keeps what is being typed in it. */
  below(card) {
    const item = card.closest("li"), focused = card.contains(document.activeElement) && document.activeElement;
    if (item && item !== this.list.lastElementChild) this.list.append(item);
    if (focused) focused.focus({ preventScroll: true });
    this.toCard(card.dataset.proposal);
  }

  text(id, said, live) {
    let entry = this.texts.get(id);
    if (!entry) {
      const item = this.add("coach", "");
      entry = { item, place: item.querySelector(".prose"), said: "" };
      this.texts.set(id, entry);
    }
    entry.said = said;
    entry.item.classList.toggle("live", live);
    if (live) this.busy(say("chat-answering"));
    if (!entry.due) entry.due = requestAnimationFrame(() => { entry.due = 0; draw(entry.place, entry.said); this.toEnd(); });
  }

  /** A message is whole: told once to who cannot see it, and not again when a page is read anew. */
  said(id) {
    const entry = this.texts.get(id);
    entry?.item.classList.remove("live");
    if (entry && this.asked === this.run) announce(entry.said);
  }

  reset(id) {
    this.texts.get(id)?.item.remove();
    this.texts.delete(id);
  }

  step(call, text, failed = false) {
    let item = this.steps.get(call);
    if (!item) {
      item = element("li", "message tools");
      item.append(element("p", "steps"));
      this.steps.set(call, item);
      this.list.append(item);
    }
    item.firstChild.textContent = text;
    item.firstChild.classList.toggle("failed", failed);
    this.busy(text);
  }

  add(role, text) {
    const item = element("li", "message " + role), who = element("span", "away"), place = element("div", "prose");
    who.textContent = (role === "person" ? say("chat-you") : say("chat-coach")) + " ";
    place.textContent = text;
    item.append(who, place);
    this.list.append(item);
    this.toEnd(true);
    return item;
  }

  busy(text) {
    if (!this.working) return;
    this.working.hidden = false;
    const words = this.working.querySelector("[data-working]");
    // The same words again would be read out again.
    if (words.textContent !== text) words.textContent = text;
    const cancel = document.getElementById("cancel");
    if (cancel) cancel.hidden = false;
  }

  idle() { if (this.working) this.working.hidden = true; }

  done() {
    this.running = false;
    for (const { item } of this.texts.values()) item.classList.remove("live");
    this.idle();
  }

  /** What was said in the run may have stopped coaching. */
  async look() {
    try { if ((await send("GET", "/api/v1/safety")).locked) stopped(); } catch { /* the next message is told */ }
  }

  /** Nothing is taken while coaching is stopped: what was typed stays, and the way on stands where Send did. */
  stop() {
    const held = this.form.contains(document.activeElement), sends = this.form.querySelector("button"), way = document.getElementById("stopped");
    for (const one of [this.box, sends, ...this.root.querySelectorAll("[data-idea]")]) one.disabled = true;
    if (!way) return;
    this.box.placeholder = "";
    sends.hidden = true;
    way.hidden = document.getElementById("stopped-words").hidden = false;
    if (held) way.focus();
  }

  fail(text, status) {
    this.done();
    const item = element("li", "message tools"), line = element("p", "steps failed");
    refusal(line, { message: text.trim(), status });
    item.append(line);
    this.list.append(item);
  }

  /** A card that fits is shown whole, a long one from its beginning; its buttons stay at the foot. */
  toCard(id) {
    const card = document.getElementById("proposal-" + id);
    if (card && document.body.dataset.page === "coach" && card.offsetHeight > innerHeight - 240) card.scrollIntoView({ block: "start" });
    else this.toEnd(true);
  }

  /** The plan beside the conversation, as it is after a decision. */
  async beside() {
    if (!document.getElementById("beside")) return;
    try { swap(await readPage("/coach"), ["beside"]); } catch { /* it is read again with the page */ }
  }

  /** Follows what grows, unless the person has scrolled up to read. */
  toEnd(always = false) {
    this.pinned ||= always;
    if (this.pinned && this.list.children.length && document.body.dataset.page === "coach") scrollTo(0, document.scrollingElement.scrollHeight);
  }
}

export function openChat(root) { new Chat(root).begin(); }
