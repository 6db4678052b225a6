import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { apiAs, sellAtGift } from './api.ts'
import { signInAs, visit } from './browser.ts'

const figure = (page: Page) => page.locator('[data-figure="today"]')

async function openDashboard(page: Page): Promise<string> {
  await signInAs(page, 'owner@gift.test')
  await page.getByText('Live', { exact: true }).waitFor()
  return String(await figure(page).textContent())
}
const changed = (page: Page, before: string) => figure(page).filter({ hasNotText: before }).waitFor()

test('a sale made elsewhere moves the figures and the feed without a reload', async (t) => {
  const { page, end } = await visit()
  const before = await openDashboard(page)
  const call = await apiAs('cashier@gift.test')
  const begun = performance.now()
  const sale = await sellAtGift(call, '85123A', '3')
  await page.getByText(String(sale.number)).waitFor()
  t.diagnostic(`the feed told it ${Math.round(performance.now() - begun)} ms after the till was asked to sell`)
  await changed(page, before)
  t.diagnostic(`the figure moved after ${Math.round(performance.now() - begun)} ms`)
  await end()
})

test('what happened while the network was gone is caught up', async () => {
  const { page, context, end } = await visit()
  await openDashboard(page)
  const call = await apiAs('cashier@gift.test')
  await context.setOffline(true)
  await page.evaluate("window.dispatchEvent(new Event('offline'))")
  await page.getByText('Reconnecting').waitFor({ timeout: 60_000 })
  const sales = [await sellAtGift(call, '71053'), await sellAtGift(call, '22423')]
  await context.setOffline(false)
  for (const { number } of sales) await page.getByText(String(number)).waitFor({ timeout: 30_000 })
  await end()
})

test('signing out in one window ends the other within five seconds', async () => {
  const { page, context, end } = await visit()
  await openDashboard(page)
  const other = await context.newPage()
  await other.goto(page.url())
  await other.getByText('Live', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Your account' }).click()
  const begun = performance.now()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await other.waitForURL(/\/sign-in/, { timeout: 6_000 })
  assert.ok(performance.now() - begun < 6_000)
  await end()
})
