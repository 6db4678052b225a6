import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { linesPrinted, readEscpos } from '../../tests/emulators/escpos.ts'
import { visit } from './browser.ts'
import { openPrintingSite, type PrintingSite } from './printing-site.ts'
import { cart, openTill } from './till.fixture.ts'

let site: PrintingSite
before(async () => {
  site = await openPrintingSite()
  await site.till.goods('TEA', 250, '1000')
  await site.till.goods('شاي', 300, '1000')
})
after(() => site?.close())

const textOf = (bytes: Uint8Array): string =>
  linesPrinted(bytes)
    .map(({ text }) => text)
    .join('\n')
const pulses = (bytes: Uint8Array) => readEscpos(bytes).filter(({ kind }) => kind === 'pulse').length

/** A till of its own on the site, with a receipt for one tea on its screen; answers the receipt's number. */
async function openReceipt(page: Page, choose?: (page: Page) => Promise<void>): Promise<string> {
  const code = `P${crypto.randomUUID().slice(0, 6).toUpperCase()}`
  const register = { id: await site.till.register(code), name: `Till ${code}`, shopId: site.till.shopId }
  await openTill(page, site.owner, { site: site.url, register, goods: /Goods TEA/ })
  if (choose) {
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Printer' }).click()
    await choose(page)
    await page.keyboard.press('Escape')
  }
  await page.getByRole('button', { name: /^Goods TEA/ }).click()
  await cart(page).getByText('Goods TEA').waitFor()
  return payExactly(page)
}

async function payExactly(page: Page): Promise<string> {
  await page.keyboard.press('F8')
  const title = page.getByRole('heading', { name: /^Receipt / })
  await title.waitFor()
  return (await title.innerText()).replace('Receipt ', '')
}

test('a receipt is printed by the printer of the network and opens its drawer; a copy does not', async () => {
  const { page, end } = await visit()
  const number = await openReceipt(page, (here) => here.getByRole('button', { name: 'Front counter' }).click())
  const receipt = page.getByRole('dialog', { name: `Receipt ${number}` })
  await receipt.getByRole('button', { name: 'Print', exact: true }).click()
  await page.getByText('On its way to the printer').first().waitFor()
  const bytes = await site.printed()
  for (const part of ['Goods TEA', '2.50', number]) assert.ok(textOf(bytes).includes(part), textOf(bytes))
  assert.equal(pulses(bytes), 1)
  await receipt.getByRole('button', { name: 'Print', exact: true }).click()
  assert.equal(pulses(await site.printed()), 0)
  await end()
})

test('the drawer opens without a sale for who may, by the printer that it hangs at', async () => {
  const { page, end } = await visit()
  await openReceipt(page, (here) => here.getByRole('button', { name: 'Front counter' }).click())
  await page.keyboard.press('Enter')
  await page.getByText('The cart is empty').waitFor()
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Open the drawer' }).click()
  assert.deepEqual(
    readEscpos(await site.printed()).map(({ kind }) => kind),
    ['pulse'],
  )
  await end()
})

test('the PDF of a receipt is a PDF, in the language of the page', async () => {
  const { page, context, end } = await visit()
  await openReceipt(page)
  const link = page.getByRole('link', { name: 'PDF' })
  const [opened] = await Promise.all([context.waitForEvent('page'), link.click()])
  await opened.close()
  const response = await context.request.get(`${site.url}${await link.getAttribute('href')}`)
  assert.equal(response.headers()['content-type'], 'application/pdf')
  assert.equal((await response.body()).subarray(0, 5).toString(), '%PDF-')
  assert.match(String(await link.getAttribute('href')), /language=en/)
  await end()
})

test('a printer at the device gets what was drawn here by WebUSB, letters of other scripts as a picture', async () => {
  const { page, end } = await visit()
  await page.addInitScript(usbPrinter)
  await openReceipt(page, async (here) => {
    await here.getByRole('button', { name: 'USB, 80 mm' }).click()
    await here.getByRole('button', { name: 'USB, 80 mm', pressed: true }).waitFor()
  })
  const print = page.getByRole('button', { name: 'Print', exact: true })
  await print.click()
  const first = await takenByUsb(page)
  assert.match(textOf(first), /Goods TEA/)
  assert.equal(pulses(first), 1)
  await page.keyboard.press('Enter')
  await page.getByText('The cart is empty').waitFor()
  await page.getByRole('button', { name: /Goods شاي/ }).click()
  await payExactly(page)
  await print.click()
  const second = readEscpos(await takenByUsb(page))
  const drawn = second.find((each) => each.kind === 'image')
  assert.ok(drawn && drawn.black > 50, 'nothing was drawn')
  await end()
})

test('a printer that is gone is said, and the receipt can be printed once it is back', async () => {
  const { page, end } = await visit()
  await page.addInitScript(usbPrinter)
  await openReceipt(page, async (here) => {
    await here.getByRole('button', { name: 'USB, 58 mm' }).click()
    await here.getByRole('button', { name: 'USB, 58 mm', pressed: true }).waitFor()
  })
  await page.evaluate('usbPrinter.isGone = true')
  const print = page.getByRole('button', { name: 'Print', exact: true })
  await print.click()
  await page.getByRole('alert').filter({ hasText: 'printer' }).waitFor()
  await page.evaluate('usbPrinter.isGone = false')
  await print.click()
  assert.match(textOf(await takenByUsb(page)), /Goods TEA/)
  await end()
})

/** A thermal printer as `navigator.usb` hands it out; what it takes is kept on the page. */
const usbPrinter = `globalThis.usbPrinter = { isGone: false, taken: [], chosen: false, isOpen: () => device.opened }
  const printer = globalThis.usbPrinter
  const bulk = (direction, endpointNumber) => ({ direction, endpointNumber, type: 'bulk' })
  const endpoints = [bulk('in', 2), bulk('out', 1)]
  const device = {
    opened: false,
    configuration: null,
    async open() {
      if (printer.isGone) throw new DOMException('The device was disconnected.', 'NotFoundError')
      device.opened = true
    },
    async close() { device.opened = false },
    async selectConfiguration() {
      device.configuration = { interfaces: [{ interfaceNumber: 0, alternate: { interfaceClass: 7, endpoints } }] }
    },
    async claimInterface() {},
    async transferOut(endpoint, data) {
      if (endpoint !== 1 || !device.opened) throw new DOMException('no such endpoint', 'InvalidAccessError')
      printer.taken.push(...new Uint8Array(data.buffer ?? data, data.byteOffset ?? 0, data.byteLength))
      return { status: 'ok', bytesWritten: data.byteLength }
    },
  }
  Object.defineProperty(navigator, 'usb', {
    value: {
      getDevices: async () => (printer.chosen ? [device] : []),
      requestDevice: async () => {
        printer.chosen = true
        return device
      },
    },
  })`

/** Everything since the last time, once the printer was let go of. */
async function takenByUsb(page: Page): Promise<Buffer> {
  // The policy of the page lets nobody wait for a condition in the page itself.
  const deadline = performance.now() + 20_000
  while (!(await page.evaluate('usbPrinter.taken.length > 0 && !usbPrinter.isOpen()'))) {
    assert.ok(performance.now() < deadline, 'nothing came to the printer')
  }
  return Buffer.from((await page.evaluate('usbPrinter.taken.splice(0)')) as number[])
}
