/**
 * What the invoice file says of goods and customers. The file has no list of either, so one is drawn from its lines:
 * the name of a code is its most frequent description, its price the most frequent one above zero, and a code that is
 * not goods (postage, discount, bank charges ...) becomes a charge. A code is taken as it is written: 85123a and 85123A
 * are two. Where lines do not agree, or say nothing, a note tells by row what was made of them.
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

/** `sold`: all units that the file moves, out or in. `price` is empty where no line has one. */
export type Goods = { sku: string; name: string; price: string; kind: 'goods' | 'charge'; sold: Decimal }
export type FileNote = { row: number; message: string }
export type InvoiceFacts = { goods: Goods[]; customers: { code: string; country: string }[]; notes: FileNote[] }

/** Codes of goods begin with five digits. */
const isGoods = (code: string): boolean => /^\d{5}/.test(code)

type Tally = { first: number; names: Map<string, number[]>; prices: Map<string, number[]>; sold: Decimal }

/** Reads the whole file once; it is small. */
export async function readFacts(): Promise<InvoiceFacts> {
  const tallies = new Map<string, Tally>()
  const customers = new Map<string, string>()
  for await (const { row, cells } of readRows(createReadStream(invoicePath), { detected: await detected() })) {
    const { StockCode = '', Description = '', Quantity = '0', UnitPrice = '0', CustomerID = '', Country = '' } = cells
    const tally = tallies.get(StockCode) ?? { first: row, names: new Map(), prices: new Map(), sold: '0' }
    tallies.set(StockCode, tally)
    if (isName(Description)) standsAt(tally.names, Description.trim(), row)
    if (!/^0([.,]0*)?$/.test(UnitPrice)) standsAt(tally.prices, UnitPrice.replace(',', '.'), row)
    tally.sold = addDecimal(tally.sold, Quantity.replace('-', ''))
    if (CustomerID) customers.set(CustomerID, Country)
  }
  const goods = [...tallies].map(([sku, { names, prices, sold }]) => ({
    sku,
    name: mostFrequent(names) ?? `Code ${sku}`,
    price: mostFrequent(prices) ?? '',
    kind: isGoods(sku) ? ('goods' as const) : ('charge' as const),
    sold,
  }))
  return {
    goods,
    customers: [...customers].map(([code, country]) => ({ code, country })),
    notes: [...notesOf(goods, tallies), ...spellings(tallies)],
  }
}

function* notesOf(goods: readonly Goods[], tallies: ReadonlyMap<string, Tally>): Generator<FileNote> {
  for (const { sku, name } of goods) {
    const { first, names, prices } = tallies.get(sku) ?? emptyTally
    if (names.size === 0) yield { row: first, message: `No row names ${sku}: the product is called ${name}.` }
    if (prices.size === 0) yield { row: first, message: `No row has a price of ${sku}: the product has none.` }
    for (const [other, rows] of names) {
      if (other === name) continue
      for (const row of rows)
        yield { row, message: `${sku} is called ${name}; this line keeps its own words, ${other}.` }
    }
  }
}

const emptyTally: Tally = { first: 0, names: new Map(), prices: new Map(), sold: '0' }

/** Codes that differ in the case of their letters only. */
function* spellings(tallies: ReadonlyMap<string, Tally>): Generator<FileNote> {
  const known = new Map<string, string>()
  for (const [sku, { first }] of tallies) {
    const earlier = known.get(sku.toUpperCase())
    if (earlier === undefined) known.set(sku.toUpperCase(), sku)
    else yield { row: first, message: `${sku} is written ${earlier} further up: two products, as they are written.` }
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
const isName = (description: string): boolean => /\p{Lu}/u.test(description)

const standsAt = (rows: Map<string, number[]>, value: string, row: number): void =>
  void rows.set(value, [...(rows.get(value) ?? []), row])

const mostFrequent = (rows: ReadonlyMap<string, readonly number[]>): string | undefined =>
  [...rows].toSorted(([a, times], [b, others]) => others.length - times.length || (a < b ? -1 : 1))[0]?.[0]

/** The CSV of a list, as anybody might import it. */
export function* csvOf(header: readonly string[], rows: Iterable<readonly string[]>): Generator<Buffer> {
  const line = (cells: readonly string[]) => `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`
  yield Buffer.from(line(header))
  for (const row of rows) yield Buffer.from(line(row))
}
