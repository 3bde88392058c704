// The page itself must open without a network. A service worker under /report keeps what this page is
// made of; the desk is not touched by it.

export function keepPageForOffline(): void {
  // Not in development: the worker would keep old modules.
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  navigator.serviceWorker
    .register('/report-worker.js', { scope: '/report' })
    .then(() => navigator.serviceWorker.ready)
    .then((registration) => {
      const urls = performance.getEntriesByType('resource').map((entry) => entry.name).filter((url) => url.startsWith(`${location.origin}/assets/`));
      registration.active?.postMessage({ urls });
    })
    .catch(() => undefined);
}
