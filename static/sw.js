// The service worker: the files of this build from the device, the pages from the server and, where
// there is no signal, from their last copy, which says as of when it is. SHELL ({build, files, paths,
// words}) is written above by the server. Nothing of the API is ever kept here, and copies of pages are one
// person's: they go at logout, at a login, and when a page of someone else arrives.
const STATIC = "spotter-static-", PAGES = "spotter-pages-";
/**
 * The places of the navigation; what is kept: these, and the workout that would begin next, which only a script
 * reads; and where someone comes in or leaves.
 */
const { places: PLACES, kept: KEPT, doors: DOORS } = SHELL.paths;
/** How long a page may take before its copy is shown instead, in milliseconds. */
const PATIENCE = 3000;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(STATIC + SHELL.build).then((cache) => cache.addAll(SHELL.files)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => event.waitUntil(settleIn()));

/** The build before is kept: copies of pages may still ask for its files. */
async function settleIn() {
  const kept = (await caches.keys()).filter((name) => name.startsWith(STATIC));
  await Promise.all(kept.slice(0, -2).map((name) => caches.delete(name)));
  await self.clients.claim();
}

self.addEventListener("fetch", (event) => {
  const { request } = event, url = new URL(request.url);
  if (url.origin !== self.location.origin) return;
  if (request.method !== "GET") {
    if (DOORS.includes(url.pathname)) event.waitUntil(purge());
    return;
  }
  if (url.pathname === "/open") event.waitUntil(purge());
  if (url.pathname.startsWith("/static/")) event.respondWith(file(request));
  else if (PLACES.includes(url.pathname) && request.mode === "navigate") event.respondWith(place(event, url));
  // Every other page is the server's alone; without it a word of ours is kinder than the browser's.
  else if (request.mode === "navigate") event.respondWith(fetch(request).catch(nothingKept));
  else if (PLACES.includes(url.pathname) && request.headers.get("accept") === "text/html") event.respondWith(read(event, url));
});

self.addEventListener("message", (event) => {
  // A page that began to load just before this worker was there is not its own yet.
  if (event.data?.type === "warm") event.waitUntil(self.clients.claim().then(() => warm(event.data)));
  if (event.data?.type === "purge") event.waitUntil(purge());
});

async function file(request) {
  return (await caches.match(request)) ?? fetch(request);
}

/** A page that is opened: from the server if it answers in time, else its copy, else a word about it. */
async function place(event, url) {
  const began = Date.now();
  const network = fetch(event.request).then((answer) => {
    const kept = keep(url, answer, began);
    event.waitUntil(kept);
    // A server that is away behind a proxy is no signal too.
    return [502, 503, 504].includes(answer.status) ? copy(url).then((there) => there ?? answer) : answer;
  });
  network.catch(() => {});
  const late = new Promise((done) => setTimeout(done, PATIENCE)).then(() => copy(url));
  try {
    return (await Promise.race([network, late])) ?? (await network);
  } catch {
    return (await copy(url)) ?? nothingKept();
  }
}

/** A page that a script reads to show what is new: never an old copy. */
async function read(event, url) {
  const began = Date.now(), answer = await fetch(event.request);
  event.waitUntil(keep(url, answer, began));
  return answer;
}

/** Keeps a page, asked for at `began`, for the person it was made for; nobody's page takes everyone's copies away. */
async function keep(url, answer, began) {
  const outside = answer.type === "opaqueredirect" || (answer.redirected && DOORS.includes(new URL(answer.url).pathname));
  if (outside) return purge();
  if (answer.status === 204) return drop(url.pathname);
  if (!answer.ok || url.search || !(answer.headers.get("content-type") ?? "").startsWith("text/html")) return;
  const text = await answer.clone().text(), who = /<body[^>]* data-user="([^"]+)"/.exec(text)?.[1];
  if (!who) return;
  await purge(PAGES + who);
  const headers = new Headers(answer.headers);
  for (const name of ["content-encoding", "content-length"]) headers.delete(name);
  headers.set("x-as-of", String(began));
  const cache = await caches.open(PAGES + who);
  await cache.put(url.pathname, new Response(text, { headers }));
  // The next workout that has begun is next no more.
  const live = url.pathname === "/workout" && / data-session="([^"]+)"/.exec(text)?.[1], next = live && await cache.match("/workout/ahead");
  if (next && (await next.text()).includes(live)) await cache.delete("/workout/ahead");
}

/** The last copy of a page, which says when it was made; what a query asks for beside it has none. */
async function copy(url) {
  if (/[?&](week_start|conversation|fresh)=/.test(url.search)) return undefined;
  const name = (await caches.keys()).find((kept) => kept.startsWith(PAGES));
  const there = name && await (await caches.open(name)).match(url.pathname);
  if (!there) return undefined;
  const text = await there.text(), at = Number(there.headers.get("x-as-of"));
  return new Response(text.replace("<head>", `<head><meta name="as-of" content="${at}">`), { headers: there.headers });
}

/** Reads pages that have no copy yet, or an old one, so that they are there without signal. */
async function warm({ paths, again }) {
  const name = (await caches.keys()).find((kept) => kept.startsWith(PAGES));
  const there = name && await caches.open(name);
  for (const path of new Set([...again.filter((path) => KEPT.includes(path)), ...paths])) {
    if (!again.includes(path) && there && await there.match(path)) continue;
    const url = new URL(path, self.location.origin), began = Date.now();
    try { await keep(url, await fetch(url, { headers: { accept: "text/html" }, credentials: "same-origin" }), began); } catch { return; }
  }
}

/** A page that there is nothing to say on now. */
async function drop(path) {
  const names = (await caches.keys()).filter((name) => name.startsWith(PAGES));
  await Promise.all(names.map(async (name) => (await caches.open(name)).delete(path)));
}

async function purge(but = "") {
  const names = (await caches.keys()).filter((name) => name.startsWith(PAGES) && name !== but);
  await Promise.all(names.map((name) => caches.delete(name)));
}

function nothingKept() {
  const style = SHELL.files.filter((name) => /\/(tokens|app)\.css$/.test(name)).map((name) => `<link rel="stylesheet" href="${name}">`).join("");
  const { lang, title, about, again, workout, plan } = SHELL.words;
  const text = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} · Spotter</title>${style}</head>
<body class="alone" data-page="away"><main id="main" class="gate"><h1>${title}</h1><p>${about}</p><p><a class="button primary" href="">${again}</a></p><p><a href="/workout">${workout}</a> · <a href="/plan">${plan}</a></p></main></body></html>`;
  const headers = { "content-type": "text/html; charset=utf-8", "content-security-policy": "default-src 'self'; object-src 'none'; base-uri 'none'" };
  return new Response(text, { status: 503, headers });
}

// A tap on "Rest is over" leads back to the workout.
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(self.clients.matchAll({ type: "window" }).then((open) => {
    const there = open.find((client) => new URL(client.url).pathname === "/workout") ?? open[0];
    return there ? there.focus() : self.clients.openWindow("/workout");
  }));
});
