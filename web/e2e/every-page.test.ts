/** Every page of the console as it is loaded, in four guises: nothing throws, axe is content, nothing is too wide. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { apiAs } from './api.ts'
import { assertFits, assertUsable } from './axe.ts'
import { signInAs, siteUrl, visit } from './browser.ts'

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

/** Waits until what stands for content on its way is gone. */
async function settled(page: Page): Promise<void> {
  await page.locator('main').first().waitFor()
  await page.waitForLoadState('networkidle')
  await page.locator('[role="status"][aria-label]').first().waitFor({ state: 'detached' })
}

for (const { name, ...options } of guises) {
  test(`pages in ${name} are usable, whole and quiet`, { timeout: 900_000 }, async () => {
    const { page, end } = await visit(options)
    for (const path of signedOut) {
      await page.goto(siteUrl + path)
      await settled(page)
      await assertUsable(page, `${path} in ${name}`)
    }
    await signInAs(page, 'owner@gift.test')
    // Every entity's list in one guise and a sample of them in the others: they are one component.
    const some = (paths: string[]) => (name === 'light' ? paths : paths.filter((_, index) => index % 8 === 0))
    const faults: string[] = []
    for (const path of [...byHand, ...some(entities), ...some(records)]) {
      await page.goto(siteUrl + path)
      await settled(page)
      for (const check of [assertUsable, assertFits]) {
        await check(page, `${path} in ${name}`).catch((error: Error) => faults.push(error.message))
      }
    }
    assert.deepEqual(faults, [])
    await end()
  })
}
