/** Every page of the console in four guises: nothing throws, axe is content, nothing is too wide or too heavy. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { apiAs } from './api.ts'
import { assertFits, assertUsable } from './axe.ts'
import { settled, signInAs, siteUrl, visit } from './browser.ts'

const guises = [
  { name: 'light', theme: 'light', language: 'en', viewport: { width: 1360, height: 850 } },
  { name: 'dark', theme: 'dark', language: 'tr', viewport: { width: 1360, height: 850 } },
  { name: 'narrow', theme: 'light', language: 'hi', viewport: { width: 390, height: 800 } },
  { name: 'right to left', theme: 'dark', language: 'ar', viewport: { width: 1024, height: 768 } },
] as const

const byHand = [
  ...['/', '/till', '/products', '/stock', '/sales', '/finance', '/finance/open', '/audit', '/system'],
  ...['/people', '/people/roles', '/settings', '/settings/keys', '/account'],
]
const signedOut = ['/sign-in', '/forgot-password']
const recordPages: Readonly<Record<string, string>> = {
  'catalog.product': '/products',
  'crm.customer': '/customers',
  'sales.sale': '/sales',
  'sales.creditNote': '/credit-notes',
  'audit.entry': '/audit',
}
let entities: string[] = []
const records: string[] = []

before(async () => {
  const call = await apiAs('owner@gift.test')
  const { body } = await call('GET', '/console')
  const described = body.data?.entities as unknown as { name: string; path: string; verbs: string[] }[]
  const listed = described.filter(({ verbs }) => verbs.includes('list'))
  entities = listed.map(({ name }) => `/r/${name}`)
  for (const { name, path, verbs } of listed.filter((each) => each.verbs.includes('read'))) {
    const rows = (await call('GET', `${path}?limit=1`)).body.data as unknown as { id: string }[]
    const id = rows[0]?.id
    if (id) records.push(`${recordPages[name] ?? `/r/${name}`}/${id}`)
    if (verbs.includes('create') && records.length % 4 === 0) records.push(`/r/${name}/new`)
  }
})

const keys = new Set(keysOf(JSON.parse(readFileSync(join(import.meta.dirname, '../words/en.json'), 'utf8'))))

/** Script that a page may load, in bytes as they travel. A till brings all a sale needs: the network may go at once. */
const scriptMostOf = (path: string) => (path.startsWith('/till') ? 300_000 : 250_000)

/** Loads a page from nothing, or goes there as a link does: quicker, where a page of its kind was loaded before. */
async function open(page: Page, path: string, isLoaded: boolean): Promise<void> {
  if (isLoaded) await page.goto(siteUrl + path)
  else {
    await page.evaluate(`next.router.push(${JSON.stringify(path)})`)
    await page.waitForURL(siteUrl + path)
  }
  await settled(page)
}

/** Where events stand by their names, some of which are spelled as a key is. */
const namesEvents = /audit|system/

/** A word that did not come with its page is shown by its key. */
async function assertSaid(page: Page, where: string): Promise<void> {
  if (namesEvents.test(where)) return
  const text = await page.locator('body').innerText()
  const lacking = (text.match(/\b[a-z]\w*(\.\w+)+/gi) ?? []).filter((word) => keys.has(word))
  assert.deepEqual(lacking, [], `${where}: words are missing`)
}

/** What the browser got as script since the page was asked for; cached or not, it counts. */
const scriptOf = (page: Page): Promise<number> =>
  page.evaluate(`performance.getEntriesByType('resource')
    .filter(({ initiatorType, name }) => initiatorType === 'script' || name.endsWith('.js'))
    .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)`)

function keysOf(tree: object, path = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [path + key] : keysOf(value as object, `${path}${key}.`),
  )
}

for (const { name, ...options } of guises) {
  test(`pages in ${name} are usable, whole and quiet`, { timeout: 900_000 }, async (context) => {
    const { page, end } = await visit(options)
    const isFirst = name === 'light'
    const faults: string[] = []
    const look = async (path: string, isLoaded: boolean) => {
      await open(page, path, isLoaded)
      const bytes = await scriptOf(page)
      const where = `${path} in ${name}`
      const isUsable = () => assertUsable(page, where, isLoaded ? 'html' : 'main')
      for (const check of [isUsable, () => assertFits(page, where), () => assertSaid(page, where)])
        await check().catch((error: Error) => faults.push(error.message))
      if (!isFirst || !isLoaded) return
      context.diagnostic(`${path}: ${Math.round(bytes / 1000)} KB of script`)
      if (bytes > scriptMostOf(path))
        faults.push(`${path} loads ${bytes} bytes of script, more than ${scriptMostOf(path)}`)
    }
    for (const path of signedOut) await look(path, true)
    await signInAs(page, 'owner@gift.test')
    // Every entity's list in one guise and a sample of them in the others: they are one component.
    const some = (paths: string[]) => (isFirst ? paths : paths.filter((_, index) => index % 8 === 0))
    for (const path of byHand) await look(path, true)
    const kinds = new Set<string>()
    for (const path of [...some(entities), ...some(records)]) {
      const kind = kindOf(path)
      await look(path, !kinds.has(kind))
      kinds.add(kind)
    }
    assert.deepEqual(faults, [])
    await end()
  })
}

/** Pages of one kind have one address but for what they are about. */
const kindOf = (path: string): string => path.replace(/[\w.]+\.\w+|[0-9a-f-]{36}/g, '*')
