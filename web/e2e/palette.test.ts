import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { signInAs, visit } from './browser.ts'

const ready = (page: Page) => page.getByRole('button', { name: 'Search or jump to' }).waitFor()
const palette = (page: Page) => page.getByRole('dialog', { name: 'Search or jump to' })

/** Opens it by its keys and types; `first` is what the arrow then stands on. */
async function ask(page: Page, typed: string, first?: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await palette(page).getByRole('combobox').waitFor()
  await page.keyboard.type(typed)
  if (first) await palette(page).getByRole('option', { name: first, exact: true, selected: true }).waitFor()
}

test('a page, a record and an action are reached by keyboard alone', async () => {
  const { page, end } = await visit()
  await signInAs(page, 'owner@gift.test')
  await ready(page)
  await ask(page, 'tax rates', 'Tax rates')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Tax rates', level: 1 }).waitFor()
  await ask(page, '85123A')
  await palette(page)
    .getByRole('option', { name: /^85123A/, selected: true })
    .waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/[0-9a-f-]{36}$/)
  await ask(page, 'new brand', 'New Brand')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/r\/catalog\.brand\/new$/)
  await end()
})

test('where it led lately is offered again, and Escape gives the focus back', async () => {
  const { page, end } = await visit()
  await signInAs(page, 'owner@gift.test')
  await ready(page)
  await ask(page, 'units', 'Units')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/r\/catalog\.unit$/)
  const opener = page.getByRole('button', { name: 'Search or jump to' })
  await opener.focus()
  await page.keyboard.press('Enter')
  await palette(page).getByRole('group', { name: 'Recent' }).getByRole('option', { name: 'Units' }).waitFor()
  await page.keyboard.press('Escape')
  await palette(page).waitFor({ state: 'detached' })
  await page.locator('button:focus', { hasText: 'Search or jump to' }).waitFor()
  await end()
})

test('the language is switched from the palette', async () => {
  const { page, end } = await visit()
  await signInAs(page, 'owner@gift.test')
  await ready(page)
  await ask(page, 'Türkçe', 'Switch language to Türkçe')
  await page.keyboard.press('Enter')
  await page.locator('html[lang=tr]').waitFor({ state: 'attached' })
  await end()
})

test('shortcuts are shown by ?, go to places, and do nothing while somebody types', async () => {
  const { page, end } = await visit()
  await signInAs(page, 'owner@gift.test', '/r/catalog.product')
  await page.getByRole('row').nth(1).waitFor()
  await page.keyboard.press('?')
  const overlay = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await overlay.getByText('Next row').waitFor()
  await page.keyboard.press('Escape')
  await overlay.waitFor({ state: 'detached' })
  await page.keyboard.press('/')
  await page.keyboard.type('g s?')
  assert.equal(await page.getByLabel('Search Products').inputValue(), 'g s?')
  assert.match(page.url(), /catalog\.product/)
  await page.locator('main').focus()
  await page.keyboard.press('g')
  await page.keyboard.press('s')
  await page.getByRole('heading', { name: 'Sales', level: 1 }).waitFor()
  await end()
})

test('who may not make something is not offered to', async () => {
  const { page, end } = await visit()
  await signInAs(page, 'cashier@gift.test')
  await ready(page)
  await ask(page, 'new')
  await palette(page).getByRole('option', { name: 'New Customer', exact: true }).waitFor()
  assert.equal(await palette(page).getByRole('option', { name: 'New Brand' }).count(), 0)
  await end()
})
