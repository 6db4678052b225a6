import assert from 'node:assert/strict'
import { test } from 'node:test'
import { signInAs, visit } from './browser.ts'
import {
  apiOf,
  cart,
  goods,
  goodsAreThere,
  newRegister,
  openTill,
  salesOf,
  scan,
  search,
  sellOne,
} from './till.fixture.ts'

const owner = 'owner@gift.test'

test('a till is chosen once, its register opened, goods sold for cash, and the change is shown', async () => {
  const { page, context, end } = await visit()
  const register = await openTill(page, owner)
  await scan(page, goods.heart)
  await scan(page, goods.heart)
  await page.keyboard.press('F9')
  await page.getByRole('dialog').getByLabel('Amount', { exact: true }).fill('20')
  await page.getByRole('dialog').getByText('Change').waitFor()
  await page.keyboard.press('Enter')
  await page.getByText('Booked by the server').waitFor()
  const [sale] = await salesOf(apiOf(context), register.id)
  await page.getByRole('heading', { name: `Receipt ${sale?.number}` }).waitFor()
  assert.equal(sale?.total.amount, 590)
  await page.keyboard.press('Enter')
  await page.getByText('The cart is empty').waitFor()
  await page.reload()
  await goodsAreThere(page)
  await end()
})

test('a scanner is heard while somebody types, and what they typed stays', async () => {
  const { page, end } = await visit()
  await openTill(page, owner)
  await search(page).fill('lan')
  await search(page).focus()
  await scan(page, goods.heart)
  await cart(page).getByText('WHITE HANGING HEART').waitFor()
  assert.equal(await search(page).inputValue(), 'lan')
  await page.keyboard.type('tern', { delay: 120 })
  await page.keyboard.press('Enter')
  await cart(page).getByText('LANTERN').first().waitFor()
  await end()
})

test('a line can be changed, explained, removed and brought back', async () => {
  const { page, end } = await visit()
  await openTill(page, owner)
  await scan(page, goods.lantern)
  await cart(page)
    .getByRole('button', { name: /: change$/ })
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Why this price').waitFor()
  await dialog.getByLabel('Quantity').fill('3')
  await dialog.getByLabel('Price by hand').fill('1.50')
  await dialog.getByLabel('Reason').fill('Scratched')
  await dialog.getByRole('button', { name: 'Apply' }).click()
  await cart(page).getByText('Price by hand').waitFor()
  await cart(page).getByText('£4.50').first().waitFor()
  await cart(page)
    .getByRole('button', { name: /^Remove/ })
    .click()
  await page.getByText('The cart is empty').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await cart(page).getByText('£4.50').first().waitFor()
  await sellOne(page)
  await end()
})

test('a sale is paid in parts, by card and cash', async () => {
  const { page, context, end } = await visit()
  const register = await openTill(page, owner)
  await scan(page, goods.heart)
  await page.keyboard.press('F9')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Amount', { exact: true }).fill('2')
  await dialog.getByLabel('Reference of the terminal').fill('4242')
  await dialog.getByRole('button', { name: /^Card/ }).click()
  await dialog.getByRole('button', { name: 'Take back' }).waitFor()
  await dialog.getByRole('button', { name: 'Exact' }).click()
  await page.getByText('Booked by the server').waitFor()
  const api = apiOf(context)
  const [row] = await salesOf(api, register.id)
  const sale = await api<{ tenders: { method: string; amount: { amount: number } }[] }>('GET', `/erp/sales/${row?.id}`)
  assert.deepEqual(
    sale.tenders.map(({ method, amount }) => [method, amount.amount]),
    [
      ['card', 200],
      ['cash', 95],
    ],
  )
  await end()
})

test('a cart is held under a name and taken up again', async () => {
  const { page, end } = await visit()
  await openTill(page, owner)
  await scan(page, goods.heart)
  await cart(page).getByText('WHITE HANGING HEART').waitFor()
  const name = `Mrs ${crypto.randomUUID().slice(0, 8)}`
  await page.keyboard.press('F4')
  await page.getByLabel('Name').fill(name)
  await page.getByRole('button', { name: 'Put aside' }).click()
  await page.getByText('The cart is empty').waitFor()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.keyboard.press('F4')
  await page.getByRole('dialog').getByRole('button', { name }).click()
  await cart(page).getByText('WHITE HANGING HEART').waitFor()
  await end()
})

test('goods come back against their receipt, and a credit note is shown', async () => {
  const { page, end } = await visit()
  await openTill(page, owner)
  const number = await sellOne(page)
  await page.keyboard.press('F7')
  await page.getByLabel('Receipt number').fill(number)
  await page.getByRole('button', { name: 'Find' }).click()
  await page.getByLabel(/^How many of/).fill('1')
  await page.getByLabel('Pay back by').selectOption('cash')
  await page.getByRole('button', { name: 'Take back' }).click()
  await page.getByRole('heading', { name: /^Credit note / }).waitFor()
  await end()
})

test('cash is paid out, the register is counted blind, and a variance needs a reason', async () => {
  const { page, end } = await visit()
  await openTill(page, owner)
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Paid out' }).click()
  await page.getByLabel('Amount').fill('10')
  await page.getByLabel('Reason').fill('Milk')
  await page.getByRole('button', { name: 'Book' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Close the register' }).click()
  const dialog = page.getByRole('dialog')
  assert.equal(await dialog.getByText('90.00').count(), 0)
  await dialog.getByLabel('Pieces of £50').fill('1')
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click()
  await dialog.getByText('This is not what should be there').waitFor()
  await dialog.getByLabel('Reason for the variance').fill('A note is missing')
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click()
  await page.getByRole('heading', { name: 'Final report (Z)' }).waitFor()
  await page.getByText('-40.00').first().waitFor()
  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('heading', { name: 'Open the register' }).waitFor()
  await end()
})

test('a second tab says that the first one is the till, and can take over', async () => {
  const { page, context, end } = await visit()
  await openTill(page, owner)
  const second = await context.newPage()
  await second.goto(page.url())
  await second.getByRole('heading', { name: 'The till is open in another tab' }).waitFor()
  await second.getByRole('button', { name: 'Use it here' }).click()
  await goodsAreThere(second)
  await page.getByRole('heading', { name: 'The till is open in another tab' }).waitFor()
  await end()
})

test('a cashier sells but neither takes back nor sets prices', async () => {
  const { page, end } = await visit()
  const admin = await visit()
  await signInAs(admin.page, owner)
  const register = await newRegister(apiOf(admin.context))
  await openTill(page, 'cashier@gift.test', { register })
  await scan(page, goods.heart)
  await cart(page)
    .getByRole('button', { name: /: change$/ })
    .click()
  await page.getByRole('dialog').getByLabel('Quantity').waitFor()
  assert.equal(await page.getByLabel('Price by hand').count(), 0)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Paid in' }).waitFor()
  assert.equal(await page.getByRole('menuitem', { name: 'Return' }).count(), 0)
  await admin.end()
  await end()
})
