/**
 * What the invoice file says of goods and customers. The file has no list of either, so one is drawn from its lines:
 * the name of a code is its most frequent description, its price the most frequent one above zero, and a code that is
 * not goods (postage, discount, bank charges ...) becomes a charge.
 */
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { addDecimal, type Decimal } from '#kernel'
import { detect, readRows, sampleBytes } from '#surfaces/csv'

export const invoicePath = join(import.meta.dirname, '../../examples/data/online-retail-2010-12.csv')

/** The countries as the file spells them, in ISO 3166-1. */
const countries: Readonly<Record<string, string>> = {
  'United Kingdom': 'GB',
  EIRE: 'IE',
  Australia: 'AU',
  Belgium: 'BE',
  France: 'FR',
  Germany: 'DE',
  Italy: 'IT',
  Japan: 'JP',
  Lithuania: 'LT',
  Netherlands: 'NL',
  Norway: 'NO',
  Poland: 'PL',
  Portugal: 'PT',
  Spain: 'ES',
  Switzerland: 'CH',
}

/** The ISO code of a country of the file; empty for one that it does not know. */
export const countryCode = (name: string): string => countries[name] ?? ''

/** How the file is to be read: its days stand before its months, which its first rows alone cannot tell. */
export const reading = { separator: ';', decimalMark: ',', dateOrder: 'dmy' } as const

/** `sold`: units that left, minus nothing: what must have been in stock at the most. */
export type Goods = { sku: string; name: string; price: string; kind: 'goods' | 'charge'; sold: Decimal }
export type InvoiceFacts = { goods: Goods[]; customers: { code: string; country: string }[] }

/** Codes of goods begin with five digits, or are gift vouchers and display stands that are counted like goods. */
export const isGoods = (code: string): boolean => /^\d{5}/.test(code)

type Tally = { names: Map<string, number>; prices: Map<string, number>; sold: Decimal }

/** Reads the whole file once; it is small. */
export async function readFacts(): Promise<InvoiceFacts> {
  const tallies = new Map<string, Tally>()
  const customers = new Map<string, string>()
  for await (const { cells } of readRows(createReadStream(invoicePath), { detected: await detected() })) {
    const { StockCode = '', Description = '', Quantity = '0', UnitPrice = '0', CustomerID = '', Country = '' } = cells
    const tally = tallies.get(StockCode) ?? { names: new Map(), prices: new Map(), sold: '0' }
    tallies.set(StockCode, tally)
    if (isName(Description)) count(tally.names, Description.trim())
    if (!/^0([.,]0*)?$/.test(UnitPrice)) count(tally.prices, UnitPrice.replace(',', '.'))
    tally.sold = addDecimal(tally.sold, Quantity.replace('-', ''))
    if (CustomerID) customers.set(CustomerID, Country)
  }
  return {
    goods: [...tallies].map(([sku, { names, prices, sold }]) => ({
      sku,
      name: mostFrequent(names) ?? `Code ${sku}`,
      price: mostFrequent(prices) ?? '0',
      kind: isGoods(sku) ? 'goods' : 'charge',
      sold,
    })),
    customers: [...customers].map(([code, country]) => ({ code, country })),
  }
}

async function detected() {
  const file = await open(invoicePath)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(sampleBytes), 0, sampleBytes, 0)
    return detect(buffer.subarray(0, bytesRead), reading)
  } finally {
    await file.close()
  }
}

/** Remarks of the warehouse ("?", "damages", "amazon") stand in lower case; names of goods do not. */
const isName = (description: string): boolean => /[A-Z]{2}/.test(description)

const count = (tally: Map<string, number>, value: string): void => void tally.set(value, (tally.get(value) ?? 0) + 1)

const mostFrequent = (tally: ReadonlyMap<string, number>): string | undefined =>
  [...tally].toSorted(([a, times], [b, others]) => others - times || (a < b ? -1 : 1))[0]?.[0]

/** The CSV of a list, as anybody might import it. */
export function* csvOf(header: readonly string[], rows: Iterable<readonly string[]>): Generator<Buffer> {
  const line = (cells: readonly string[]) => `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`
  yield Buffer.from(line(header))
  for (const row of rows) yield Buffer.from(line(row))
}
