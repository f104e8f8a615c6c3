// Takes the place of an earlier service worker, forgets what that one kept, and leaves.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(
  caches.keys().then((names) => Promise.all(names.filter((name) => name.startsWith("offprint-")).map((name) => caches.delete(name))))
    .then(() => self.registration.unregister())));
