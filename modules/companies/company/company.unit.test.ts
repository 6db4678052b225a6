import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefusal } from '#kernel'
import { guardCompany, slugOf } from './company.rules.ts'
import { salesFigureOf } from './sales-figure.ts'

const valid = { name: 'Gift Wholesale', currency: 'GBP', timeZone: 'Europe/London' }
const fieldsRefused = (values: Record<string, unknown>): (string | undefined)[] => {
  try {
    guardCompany(values)
    return []
  } catch (error) {
    if (!isRefusal(error)) throw error
    assert.equal(error.code, 'VALIDATION_FAILED')
    return error.details.map(({ field }) => field)
  }
}

test('a short name is made of the letters and digits of the name', () => {
  assert.equal(slugOf('Café du Nord & Söhne, 2nd'), 'cafe-du-nord-sohne-2nd')
  assert.equal(slugOf('  --  '), '')
  assert.equal(slugOf(`${'x'.repeat(62)} and more`).length, 62)
})

test('a company without a short name gets one, and keeps one that it has', () => {
  const unnamed: Record<string, unknown> = { ...valid }
  guardCompany(unnamed)
  assert.equal(unnamed.slug, 'gift-wholesale')
  const named: Record<string, unknown> = { ...valid, slug: 'gifts' }
  guardCompany(named)
  assert.equal(named.slug, 'gifts')
})

test('currencies and time zones that do not exist are refused together, by field', () => {
  assert.deepEqual(fieldsRefused({ ...valid, currency: 'GBX', timeZone: 'Europe/Atlantis' }), ['currency', 'timeZone'])
})

test('a name without a letter of a-z needs a short name of its own', () => {
  assert.deepEqual(fieldsRefused({ ...valid, name: '株式会社' }), ['slug'])
  assert.deepEqual(fieldsRefused({ ...valid, name: '株式会社', slug: 'kabushiki' }), [])
})

const document = { shopId: 's', businessDate: '2010-12-01', currency: 'GBP', net: 1000, tax: 200, total: 1200 }

test('a sale adds to the figures of its trading day', () => {
  const figure = salesFigureOf({ type: 'sale.completed', data: { sale: document } })
  assert.deepEqual(figure, {
    shopId: 's',
    date: '2010-12-01',
    currency: 'GBP',
    sales: 1,
    returns: 0,
    net: 1000,
    tax: 200,
    total: 1200,
  })
})

test('a return counts against the figures of the day on which it comes back', () => {
  const figure = salesFigureOf({ type: 'sale.returned', data: { creditNote: document } })
  assert.deepEqual([figure?.sales, figure?.returns, figure?.net, figure?.total], [0, 1, -1000, -1200])
})

test('other events are no figures', () => {
  assert.equal(salesFigureOf({ type: 'sale.created', data: { sale: document } }), undefined)
})
