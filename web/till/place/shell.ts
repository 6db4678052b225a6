/** The service worker that keeps the till's page, so that it opens without the network. */

/** Registers it, and tells it what this page is made of: on the first visit it was not there to see. */
export async function keepShell(): Promise<void> {
  if (!('serviceWorker' in navigator) || process.env.NODE_ENV !== 'production') return
  try {
    await navigator.serviceWorker.register('/sw.js', { scope: '/till' })
    const { active } = await navigator.serviceWorker.ready
    tellAssets(active)
  } catch {
    // A browser that refuses has a till that needs the network to open, though not to sell.
  }
}

/** What was loaded so far, and again when more has come. */
function tellAssets(worker: ServiceWorker | null): void {
  const tell = () => {
    const urls = performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => path.startsWith('/_next/static/'))
    worker?.postMessage({ kind: 'keep', urls })
  }
  tell()
  new PerformanceObserver(tell).observe({ type: 'resource' })
}

/** What is loaded only when it is used must be there when the network is not. */
export function keepWhatComesLater(): () => void {
  const timer = setTimeout(() => {
    const later = [
      import('#web/till/dialogs.tsx'),
      import('#engines/escpos'),
      import('#web/till/receipt/raster.ts'),
      ...('BarcodeDetector' in globalThis ? [] : [import('@zxing/browser')]),
    ]
    void Promise.allSettled(later)
  }, 3_000)
  return () => clearTimeout(timer)
}
