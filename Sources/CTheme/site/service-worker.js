// Keeps what was read for when there is no network. Nothing old is ever shown while there is one: pages always come from the
// server first; only files whose address changes with their content are taken from the store at once.
const STORE = "offprint-1";
/** Entries that are kept; the oldest go first. */
const LIMIT = 300;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(
  caches.keys().then((names) => Promise.all(names.filter((name) => name !== STORE).map((name) => caches.delete(name))))
    .then(() => self.clients.claim())));

async function keep(request, response) {
  if (!response.ok || response.type !== "basic") return;
  const store = await caches.open(STORE);
  await store.put(request, response);
  const keys = await store.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - LIMIT)).map((key) => store.delete(key)));
}

self.addEventListener("fetch", (event) => {
  const request = event.request;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== location.origin || request.headers.has("range")) return;
  const isVersioned = /^\?v=[0-9a-f]{8,}$/.test(address.search);
  event.respondWith((async () => {
    const store = await caches.open(STORE);
    if (isVersioned) {
      const known = await store.match(request);
      if (known) return known;
    }
    try {
      const response = await fetch(request);
      event.waitUntil(keep(request, response.clone()));
      return response;
    } catch (error) {
      const known = await store.match(request);
      if (known) return known;
      throw error;
    }
  })());
});
