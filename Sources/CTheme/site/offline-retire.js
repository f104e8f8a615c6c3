// Sends this site's earlier service worker away.
if ("serviceWorker" in navigator) {
  const root = new URL("../", document.currentScript.src).href;
  navigator.serviceWorker.getRegistrations().then((all) =>
    all.filter((one) => one.scope === root).forEach((one) => one.unregister()), () => {});
}
