import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Actor } from '#kernel'
import { makeCompany, makeShop } from '../../tests/company.ts'
import { linesPrinted } from '../../tests/emulators/escpos.ts'
import { cash, codeOf, makeTill, type Till } from '../../tests/till.ts'
import { makeWorld, type World } from '../../tests/world.ts'

let world: World
let till: Till
let saleId: string
let number: string
before(async () => {
  world = await makeWorld({ listeners: false })
  till = await makeTill(world, { legalName: 'Tea Traders Ltd', taxNumber: 'GB 1' })
  await till.goods('TEA', 250, '100')
  const receipt = { footer: 'See you', taxNumberLabel: 'VAT Reg.' }
  const changed = await world.call(till.owner, 'PATCH', `/shops/${till.shopId}`, { receipt, phone: '+44 20 7946 0000' })
  assert.equal(changed.status, 200, JSON.stringify(changed.body))
  const { body } = await till.sell([{ sku: 'TEA', quantity: '2' }], cash(600))
  saleId = String(body.data.id)
  number = String(body.data.number)
})
after(() => world?.close())

const get = (query = '', who: Actor = till.staff) => world.call(who, 'GET', `/erp/sales/${saleId}/receipt${query}`)
const bytesOf = async (query: string) => {
  const answer = await world.server.inject({
    url: `/api/erp/sales/${saleId}/receipt?${query}`,
    headers: { authorization: till.staff.id },
  })
  assert.equal(answer.statusCode, 200)
  return { bytes: answer.rawPayload, headers: answer.headers }
}

test('the receipt of a sale is made of the sale, the shop, the register and the company', async () => {
  const { body } = await get()
  const { document } = body.data
  assert.deepEqual(document?.header?.lines, ['Tea Traders Ltd', 'Shop S1', 'Tel. +44 20 7946 0000', 'VAT Reg. GB 1'])
  assert.deepEqual(document?.footer, ['See you'])
  assert.equal(document?.code, number)
  assert.deepEqual(
    [...(document?.tenders ?? [])].map(({ text }) => text),
    ['6.00', '1.00'],
  )
  assert.match(JSON.stringify(document?.meta), /Till R1.*shop_staff/)
})

test('as PDF it is a file by its number', async () => {
  const { bytes, headers } = await bytesOf('format=pdf&width=58')
  assert.equal(bytes.subarray(0, 5).toString(), '%PDF-')
  assert.equal(headers['content-type'], 'application/pdf')
  assert.match(String(headers['content-disposition']), /R1_.*_000001\.pdf/)
})

test('as bytes it is what a printer takes, in the language that is asked for', async () => {
  const { bytes } = await bytesOf('format=escpos&width=58&copy=true&language=tr')
  const texts = linesPrinted(bytes).map(({ text }) => text.trim())
  assert.ok(texts.includes('*** KOPYA ***') && texts.some((text) => /^Toplam GBP +5,00$/.test(text)))
})

test('Hindi and Arabic are drawn on the server', async () => {
  for (const language of ['hi', 'ar']) {
    const { bytes } = await bytesOf(`format=escpos&language=${language}`)
    assert.ok(bytes.length > 20_000, `${language} ${bytes.length}`)
  }
})

test('a customer sees the receipts of their own purchases only', async () => {
  const customer = await world.call(till.owner, 'POST', '/erp/customers', { name: 'Ann', code: 'ANN' })
  const own = await till.sell([{ sku: 'TEA', quantity: '1' }], { ...cash(250), customerId: customer.body.data.id })
  const ann = world.person(till.companyId, 'customer', { customerId: String(customer.body.data.id) })
  assert.equal(codeOf(await get('', ann)), 'NOT_FOUND')
  const mine = await world.call(ann, 'GET', `/erp/sales/${String(own.body.data.id)}/receipt`)
  assert.match(JSON.stringify(mine.body.data), /"Customer","value":"Ann"/)
})

test('receipts of another company or shop are not there', async () => {
  const stranger = await makeCompany(world)
  assert.equal(codeOf(await get('', stranger.owner)), 'NOT_FOUND')
  assert.equal(codeOf(await get('?format=pdf', stranger.owner)), 'NOT_FOUND')
  const elsewhere = await makeShop(world, till.owner, 'S2')
  assert.equal(codeOf(await get('', world.person(till.companyId, 'shop_staff', { shopIds: [elsewhere] }))), 'NOT_FOUND')
})

test('a format or width that is not offered is refused by name', async () => {
  for (const query of ['?format=docx', '?width=100', '?language=xx', '?columns=40', '?copy=maybe']) {
    const { status, body } = await get(query)
    assert.equal(status, 400, query)
    assert.equal(body.code, 'VALIDATION_FAILED')
  }
})

test('a till learns what its receipts begin and end with, for when there is no network', async () => {
  const { body } = await world.call(till.staff, 'GET', `/shops/${till.shopId}/receipt-header`)
  assert.equal(body.data.header?.company?.legalName, 'Tea Traders Ltd')
  assert.equal(body.data.header?.shop?.receipt?.footer, 'See you')
  const elsewhere = await makeShop(world, till.owner, 'S3')
  assert.equal(codeOf(await world.call(till.staff, 'GET', `/shops/${elsewhere}/receipt-header`)), 'NOT_FOUND')
})
