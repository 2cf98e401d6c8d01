// A safe subset of markdown as DOM nodes: paragraphs, headings as bold lines, lists, bold, code.
// Everything else stays the text it is; links and pictures are never made.

const INLINE = /(\*\*[^*\n]+\*\*|`[^`\n]+`)/;

function inline(parent, text) {
  for (const part of text.split(INLINE)) {
    if (part.startsWith("**") && part.endsWith("**") && part.length > 4) wrap(parent, "b", part.slice(2, -2));
    else if (part.startsWith("`") && part.endsWith("`") && part.length > 2) wrap(parent, "code", part.slice(1, -1));
    else if (part) parent.append(part);
  }
}

function wrap(parent, tag, text) {
  const node = document.createElement(tag);
  node.textContent = text;
  parent.append(node);
}

/** Draws the text anew inside `place`. */
export function draw(place, text) {
  const out = document.createDocumentFragment();
  let list = null, paragraph = null, code = null;
  const close = () => { list = paragraph = null; };
  for (const line of text.replace(/\r\n?/g, "\n").split("\n")) {
    if (line.trim().startsWith("```")) {
      if (code) { code = null; } else {
        close();
        code = document.createElement("code");
        const block = document.createElement("pre");
        block.append(code);
        out.append(block);
      }
      continue;
    }
    if (code) { code.append(line + "\n"); continue; }
    const bullet = /^\s{0,3}[-*•]\s+(.*)$/.exec(line), numbered = /^\s{0,3}\d{1,3}[.)]\s+(.*)$/.exec(line), heading = /^#{1,6}\s+(.*)$/.exec(line);
    if (!line.trim()) { close(); continue; }
    if (bullet || numbered) {
      const tag = bullet ? "UL" : "OL";
      if (list?.tagName !== tag) { list = document.createElement(tag); out.append(list); }
      const item = document.createElement("li");
      inline(item, (bullet ?? numbered)[1]);
      list.append(item);
      paragraph = null;
      continue;
    }
    list = null;
    if (heading) {
      const head = document.createElement("p");
      wrap(head, "b", heading[1]);
      out.append(head);
      paragraph = null;
      continue;
    }
    if (!paragraph) { paragraph = document.createElement("p"); out.append(paragraph); } else paragraph.append(document.createElement("br"));
    inline(paragraph, line);
  }
  place.replaceChildren(out);
  place.classList.add("drawn");
}
