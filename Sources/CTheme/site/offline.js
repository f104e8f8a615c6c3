// Asks the browser for the service worker, which lies at the site's root.
if ("serviceWorker" in navigator && /^https?:$/.test(location.protocol)) {
  navigator.serviceWorker.register(new URL("../service-worker.js", document.currentScript.src)).catch(() => {});
}
