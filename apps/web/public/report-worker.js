// Keeps the public report page for use without a network. Pages: the network first, the kept copy when
// it fails. Files under /assets/ carry their hash in the name, so a kept one is never stale. The API is
// never touched: only the server may say that a report was received.

const CACHE = 'anlan-report-1';
// The same file for whoever asks: a kept answer with `Vary: Origin` must still be found by a module script.
const AS_FILE = { ignoreVary: true, ignoreSearch: true };

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.add('/report')).then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});

self.addEventListener('message', (event) => {
  const urls = event.data?.urls ?? [];
  event.waitUntil(caches.open(CACHE).then((cache) => Promise.all(urls.map(async (url) => (await cache.match(url, AS_FILE)) ?? cache.add(url)))));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin || url.pathname.startsWith('/api/')) return;
  if (request.mode === 'navigate') event.respondWith(pageOf(request));
  else if (url.pathname.startsWith('/assets/')) event.respondWith(assetOf(request));
});

async function pageOf(request) {
  const cache = await caches.open(CACHE);
  try {
    const answer = await fetch(request);
    if (answer.ok) await cache.put('/report', answer.clone());
    return answer;
  } catch {
    return (await cache.match('/report', AS_FILE)) ?? Response.error();
  }
}

async function assetOf(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request, AS_FILE);
  if (kept !== undefined) return kept;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}
