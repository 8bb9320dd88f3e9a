// Keeps the page of the observation round, and nothing else, for when there is no network. Its scope is that page alone. What was
// observed is not here but in the queue of the page (components/observe/queue.ts). Forgotten at sign-in and sign-out (kept-round.ts).
const keep = "throughline-observe-1";
const page = "/team/observe";
const keptFor = 3 * 24 * 3_600_000;
const patience = 4_000;

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => {
  event.waitUntil(forgetOlder().then(() => self.clients.claim()));
});

self.addEventListener("message", (event) => {
  if (event.data?.kind === "keep") event.waitUntil(keepPage(event.data.assets ?? [], event.source));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate" && url.pathname === page) event.respondWith(answerPage(request));
  else if (isAsset(url)) event.respondWith(answerAsset(request));
});

/** Script, style and type of the page; never data. */
function isAsset(url) {
  return url.pathname.startsWith("/_next/static/");
}

/** The network first; what was kept where it does not answer. A page that leads to the sign-in is passed on, and what was kept goes. */
async function answerPage(request) {
  const kept = await keptPage();
  try {
    const answer = await (kept ? withPatience(fetch(request)) : fetch(request));
    if (answer.ok && !answer.redirected) await keepAnswer(answer.clone());
    else if (answer.status < 500) await caches.delete(keep);
    return answer;
  } catch {
    return kept ?? noPage();
  }
}

/** A connection that hangs is as good as none, when there is something kept. */
function withPatience(answer) {
  const late = new Promise((_, reject) => setTimeout(() => reject(new Error("The network takes too long")), patience));
  return Promise.race([answer, late]);
}

async function answerAsset(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await caches.match(request, { cacheName: keep });
    if (kept) return kept;
    throw error;
  }
}

async function keptPage() {
  const kept = await caches.match(page, { cacheName: keep });
  return kept && Date.now() - Number(kept.headers.get("x-kept-at")) < keptFor ? kept : undefined;
}

async function keepAnswer(answer) {
  const headers = new Headers(answer.headers);
  headers.set("x-kept-at", String(Date.now()));
  const cache = await caches.open(keep);
  await cache.put(page, new Response(await answer.blob(), { status: 200, headers }));
}

/** The page as it is now, with everything it names and everything the open page has loaded so far. Says so when it is done. */
async function keepPage(assets, asker) {
  const answer = await fetch(page, { headers: { accept: "text/html" } });
  if (!answer.ok || answer.redirected) return;
  const text = await answer.clone().text();
  await keepAnswer(answer);
  const named = [...text.matchAll(/\/_next\/static\/[^"'\\\s)<>]+/g)].map(([path]) => path.replaceAll("&amp;", "&"));
  const wanted = new Set([...named, ...assets].map((path) => new URL(path, self.location.origin).href));
  const cache = await caches.open(keep);
  await Promise.allSettled([...wanted].filter((href) => isAsset(new URL(href))).map((href) => cache.add(href)));
  for (const request of await cache.keys()) {
    if (new URL(request.url).pathname !== page && !wanted.has(request.url)) await cache.delete(request);
  }
  asker?.postMessage({ kind: "kept" });
}

async function forgetOlder() {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith("throughline-observe-") && name !== keep).map((name) => caches.delete(name)),
  );
}

function noPage() {
  return new Response(
    "<!doctype html><html lang=en-GB><meta charset=utf-8><meta name=viewport content='width=device-width'>" +
      "<title>No connection</title><p style='font:1.1rem system-ui;padding:1rem'>There is no connection, and the round is not " +
      "kept on this device. What you recorded is safe. Open this page again when you are online.",
    { status: 503, headers: { "content-type": "text/html" } },
  );
}
