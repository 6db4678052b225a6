/**
 * The till's service worker: keeps its page and the files that it is made of, so that /till opens without the network.
 * It answers nothing that the API says: what is sold and what is owed is never told from a copy.
 */
const pages = 'till-page-1'
const files = 'till-files-1'
const shell = '/till'
/** A server that has not begun to answer by then is treated as gone. */
const patienceMs = 4000
/** Files of builds before the last ones go, oldest first. */
const filesMost = 400

self.addEventListener('install', (event) => {
  event.waitUntil(keepPage().then(() => self.skipWaiting()))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      const known = await caches.keys()
      await Promise.all(known.filter((name) => name !== pages && name !== files).map((name) => caches.delete(name)))
      await self.clients.claim()
    })(),
  )
})

self.addEventListener('message', ({ data }) => {
  if (data?.kind === 'keep' && Array.isArray(data.urls)) void keepFiles(data.urls.slice(0, filesMost))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (request.mode === 'navigate' && url.pathname === shell) event.respondWith(pageFirstFromNetwork(request))
  else if (url.pathname.startsWith('/_next/static/')) event.respondWith(fileFirstFromHere(request))
})

/** The page as the server has it now; the one that is kept where it does not answer in time. */
async function pageFirstFromNetwork(request) {
  const kept = await (await caches.open(pages)).match(shell)
  if (!kept) return fetch(request)
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(patienceMs) })
    if (answer.status >= 500) return kept
    if (isOurPage(answer)) await rememberPage(answer.clone())
    return answer
  } catch {
    return kept
  }
}

/** Files of a build never change under their name. */
async function fileFirstFromHere(request) {
  const cache = await caches.open(files)
  const kept = await cache.match(request.url)
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok) await cache.put(request.url, answer.clone())
  return answer
}

/** Not the sign-in page that one is sent to without a session. */
const isOurPage = (answer) =>
  answer.ok && !answer.redirected && (answer.headers.get('content-type') ?? '').startsWith('text/html')

async function keepPage() {
  const answer = await fetch(shell, { credentials: 'same-origin' }).catch(() => undefined)
  if (answer && isOurPage(answer)) await rememberPage(answer)
}

/** Page and files belong together: the page is kept only once all of its files are. */
async function rememberPage(answer) {
  const html = await answer.clone().text()
  const hasAll = await keepFiles([...html.matchAll(/\/_next\/static\/[^"'\\\s)]+/g)].map(([url]) => url))
  if (hasAll) await (await caches.open(pages)).put(shell, answer)
}

/** Whether all of them are kept. */
async function keepFiles(urls) {
  const cache = await caches.open(files)
  let hasAll = true
  for (const url of new Set(urls)) {
    if (!url.startsWith('/_next/static/') || (await cache.match(url))) continue
    const answer = await fetch(url).catch(() => undefined)
    if (answer?.ok) await cache.put(url, answer)
    else hasAll = false
  }
  const all = await cache.keys()
  await Promise.all(all.slice(0, Math.max(0, all.length - filesMost)).map((request) => cache.delete(request)))
  return hasAll
}
