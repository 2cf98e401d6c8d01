// A model server that says what a test tells it to, over the chat-completions stream that real ones speak.
import { createServer } from "node:http";
import { setTimeout as later } from "node:timers/promises";

const choice = (delta, finish = null) => ({ id: "c1", object: "chat.completion.chunk", choices: [{ index: 0, delta, finish_reason: finish }] });

/**
 * Starts one. `answer(messages)` says what comes next: `{pieces, pause}` are texts with so many milliseconds
 * before each, `{calls}` are tools as [name, arguments]. Answers `{environment, hungUp(), stop()}`.
 */
export async function startModel(answer) {
  let hungUp = 0;
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const piece of request) body += piece;
    const asked = JSON.parse(body || "{}"), { pieces = [], pause = 0, calls } = answer(asked.messages ?? []);
    let open = true;
    response.on("close", () => { if (!response.writableEnded) { open = false; hungUp++; } });
    response.writeHead(200, { "content-type": "text/event-stream" });
    const write = (chunk) => open && response.write(`data: ${JSON.stringify(chunk)}\n\n`);
    for (const content of pieces) {
      if (pause) await later(pause);
      write(choice({ content }));
    }
    calls?.forEach(([name, args], index) => write(choice({ tool_calls: [{ index, id: `call_${asked.messages.length}_${index}`, type: "function", function: { name, arguments: JSON.stringify(args) } }] })));
    write(choice({}, calls ? "tool_calls" : "stop"));
    if (open) response.end("data: [DONE]\n\n");
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const environment = { SPOTTER_LLM_BASE_URL: `http://127.0.0.1:${server.address().port}/v1`, SPOTTER_LLM_MODEL: "scripted" };
  return { environment, hungUp: () => hungUp, stop: () => new Promise((done) => { server.close(done); server.closeAllConnections(); }) };
}
