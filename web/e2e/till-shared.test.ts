import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { visit } from './browser.ts'
import { apiOf, cart, goods, openTill, type Register, salesOf, scan } from './till.fixture.ts'

const owner = 'owner@gift.test'

/** Two tills with one cart between them, under a name of its own. */
async function twoTills() {
  const [here, there] = [await visit(), await visit()]
  const registers = [await openTill(here.page, owner), await openTill(there.page, owner)] as [Register, Register]
  const name = `Table ${crypto.randomUUID().slice(0, 8)}`
  await scan(here.page, goods.heart)
  await cart(here.page).getByText('WHITE HANGING HEART').waitFor()
  await here.page.keyboard.press('F4')
  await here.page.getByLabel('Name').fill(name)
  await here.page.getByRole('button', { name: 'Share with other tills' }).click()
  await cart(here.page).getByText(`Shared: ${name}`).waitFor()
  await there.page.keyboard.press('F4')
  await there.page.getByRole('dialog').getByRole('button', { name }).click()
  await cart(there.page).getByText('WHITE HANGING HEART').waitFor()
  return { here, there, registers, name }
}

const quantityShown = (page: Page, quantity: string) =>
  cart(page).getByRole('button', { name: new RegExp(`^${quantity} of .*change$`) })

test('what one till does to a shared cart is seen at the other within a second, both ways', async (context) => {
  const { here, there } = await twoTills()
  const times: number[] = []
  for (const [from, to, quantity] of [
    [here, there, '2'],
    [there, here, '3'],
    [here, there, '4'],
  ] as const) {
    await cart(from.page)
      .getByRole('button', { name: /^One more of/ })
      .click()
    const begun = performance.now()
    await quantityShown(to.page, quantity).waitFor()
    times.push(performance.now() - begun)
  }
  context.diagnostic(`seen after ${times.map((ms) => `${ms.toFixed(0)} ms`).join(', ')}`)
  assert.ok(
    times.every((ms) => ms < 1000),
    `seen after ${times.join(', ')}`,
  )
  await here.end()
  await there.end()
})

test('of two tills one finishes a shared cart; the other is told', async () => {
  const { here, there, registers } = await twoTills()
  await here.page.keyboard.press('F9')
  await here.page.getByRole('dialog').getByLabel('Amount', { exact: true }).waitFor()
  await cart(there.page).getByText('is being paid at another till').waitFor()
  assert.ok(await cart(there.page).getByRole('button', { name: /^Pay/ }).isDisabled())
  await here.page.keyboard.press('F8')
  await here.page.getByText('Booked by the server').waitFor()
  await there.page.getByText('Another till has finished this cart').first().waitFor()
  await there.page.getByText('The cart is empty').waitFor()
  const api = apiOf(here.context)
  const sold = await Promise.all(registers.map(({ id }) => salesOf(api, id)))
  assert.deepEqual(
    sold.map((rows) => rows.length),
    [1, 0],
  )
  await here.end()
  await there.end()
})

test('two tills that pay a shared cart at the same moment make one sale', async () => {
  const { here, there, registers } = await twoTills()
  await Promise.all([here, there].map(({ page }) => page.keyboard.press('F8')))
  const receipt = (page: Page) => page.getByText('Booked by the server')
  await Promise.race([receipt(here.page).waitFor(), receipt(there.page).waitFor()])
  const ends = (page: Page) => receipt(page).or(page.getByText('The cart is empty')).first()
  await Promise.all([ends(here.page).waitFor(), ends(there.page).waitFor()])
  const sold = await Promise.all(registers.map(({ id }) => salesOf(apiOf(here.context), id)))
  assert.equal(sold.flat().length, 1)
  await here.end()
  await there.end()
})
