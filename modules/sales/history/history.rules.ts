/**
 * What the rows of past invoices mean. Such files come out of other systems with their oddities; each has one rule, in
 * the table of ../README.md, and is noted with its row.
 *
 * Prices are what was paid, tax included, as at the till; sent abroad, goods are outside the scope of tax. Invoices
 * count as paid by other means. A code that the catalog does not have, or more than is in stock, refuses the document.
 */
import { addDecimal, compareDecimal, type Decimal, type Money, negateDecimal, refuse } from '#kernel'

/** A row as it was read. `quantity` is signed. */
export type HistoryRow = {
  row: number
  number: string
  code: string
  description?: string | undefined
  quantity: Decimal
  soldAt: string
  unitPrice: Money
  customerId?: string | undefined
  shopId?: string | undefined
  country?: string | undefined
}
export type LineKind = 'goods' | 'service' | 'charge' | 'gift_card'
/** Stock that was counted anew: signed quantity and the code of an adjustment reason. */
export type Recount = { row: HistoryRow; quantity: Decimal; reason: string }
/** `lines` of a return have quantities above zero. */
export type DocumentPlan = { kind: 'sale' | 'return'; lines: HistoryRow[]; recounts: Recount[] }
export type Note = (row: number, message: string) => void

const cancellation = /^C\d/i
export const isCancellation = (number: string): boolean => cancellation.test(number)

/** Sorts the rows of one document by the table above, noting what is odd. Refuses VALIDATION_FAILED naming the row. */
export function planDocument(
  rows: readonly HistoryRow[],
  kindOf: (row: HistoryRow) => LineKind,
  note: Note,
): DocumentPlan {
  const [first] = rows
  const other = rows.find((row) => row.customerId !== first?.customerId || row.shopId !== first?.shopId)
  if (other) throw invalid(other, 'The rows of one document name different customers or shops.', 'number')
  const nothing = rows.find(({ quantity }) => compareDecimal(quantity, '0') === 0)
  if (nothing) throw invalid(nothing, 'A quantity of zero says nothing: leave the row out.')
  const isReturn = first !== undefined && isCancellation(first.number)
  const plan: DocumentPlan = { kind: isReturn ? 'return' : 'sale', lines: [], recounts: [] }
  for (const row of rows) {
    const kind = kindOf(row)
    if (isReturn) plan.lines.push(cancelled(row))
    else if (kind === 'goods' && isRecount(row)) plan.recounts.push(recountOf(row, note))
    else plan.lines.push(soldLine(row, kind, note))
  }
  if (plan.lines.length > 0 && first && first.customerId === undefined) note(first.row, 'No customer: a walk-in.')
  noteRepeats(rows, note)
  return plan
}

/** What stands twice was sold twice; a document has one time, its first row's. */
function noteRepeats(rows: readonly HistoryRow[], note: Note): void {
  const seen = new Map<string, number>()
  for (const { row, code, description, quantity, unitPrice, soldAt } of rows) {
    const line = JSON.stringify([code, description, quantity, unitPrice])
    const earlier = seen.get(line)
    if (earlier === undefined) seen.set(line, row)
    else note(row, `The same line as row ${earlier}: both count.`)
    if (soldAt !== rows[0]?.soldAt) note(row, `Another time than row ${rows[0]?.row} of the document: that one counts.`)
  }
}

function cancelled(row: HistoryRow): HistoryRow {
  if (isBelowZero(row)) return { ...row, quantity: negateDecimal(row.quantity) }
  throw invalid(row, 'A cancellation takes back: its quantity must be below zero.')
}

const isBelowZero = ({ quantity }: HistoryRow): boolean => compareDecimal(quantity, '0') < 0

const isRecount = (row: HistoryRow): boolean =>
  row.unitPrice.amount === 0 && (row.customerId === undefined || isBelowZero(row))

function recountOf(row: HistoryRow, note: Note): Recount {
  const reason = reasonOf(row)
  note(row.row, `No price${row.customerId ? '' : ' and no customer'}: not a sale but stock adjusted (${reason}).`)
  return { row, quantity: row.quantity, reason }
}

/** What remarks say of goods that are gone, by the words in them. */
const remarks: readonly [RegExp, string][] = [
  [/damag|broken|smash|crush|wet|mou?ld|rust|faulty|thrown/i, 'damaged'],
  [/stolen|theft/i, 'stolen'],
  [/expired/i, 'expired'],
  [/sample|display|showroom/i, 'sample'],
]

/** The code of the standard reason; a correction where the remark says nothing that we know. */
export function reasonOf(row: Pick<HistoryRow, 'quantity' | 'description'>): string {
  const remark = row.description ?? ''
  if (compareDecimal(row.quantity, '0') > 0) return /found/i.test(remark) ? 'found' : 'correction'
  return remarks.find(([words]) => words.test(remark))?.[1] ?? 'correction'
}

function soldLine(row: HistoryRow, kind: LineKind, note: Note): HistoryRow {
  if (kind === 'gift_card') throw invalid(row, 'A past sale makes no gift card: bring the code in as a charge.', 'code')
  if (isBelowZero(row) && kind !== 'charge') {
    throw invalid(row, `Less than none of ${row.code} cannot be sold. A cancellation has a number that begins with C.`)
  }
  if (isBelowZero(row)) note(row.row, `A discount: ${row.code} below zero.`)
  else if (row.unitPrice.amount === 0) note(row.row, 'Given away: no price.')
  else if (kind !== 'goods') note(row.row, `${row.code} is a ${kind}: it moves no stock.`)
  return row
}

/** A line of an earlier sale that a cancellation may take back from. */
export type Candidate = { saleLineId: string; sku: string; unitPrice: number; left: Decimal }
export type Match<C extends Candidate> = { row: HistoryRow; candidate: C | undefined }

/**
 * For each line the first candidate (latest sale first) with its code and price and so much left, counting what earlier
 * lines of the same document take; none where there is no such sale.
 */
export function matchReturns<C extends Candidate>(
  rows: readonly HistoryRow[],
  candidates: readonly C[],
  note: Note,
): Match<C>[] {
  const taken = new Map<string, Decimal[]>()
  return rows.map((row) => {
    const candidate = candidates.find(({ saleLineId, sku, unitPrice, left }) => {
      const needed = [...(taken.get(saleLineId) ?? []), row.quantity].reduce(addDecimal, '0')
      return sku === row.code && unitPrice === row.unitPrice.amount && compareDecimal(needed, left) <= 0
    })
    if (candidate) taken.set(candidate.saleLineId, [...(taken.get(candidate.saleLineId) ?? []), row.quantity])
    else note(row.row, `No earlier sale of ${row.code} to this customer at this price: returned without one.`)
    return { row, candidate }
  })
}

/** Whether a country as written ("United Kingdom", "GB") is another than the company's (ISO 3166-1 alpha-2). */
export function isAbroad(country: string | undefined, home: string | null): boolean {
  if (!country?.trim() || !home) return false
  const written = country.trim().toLowerCase()
  return written !== home.toLowerCase() && written !== countryNames.of(home)?.toLowerCase()
}

const countryNames = new Intl.DisplayNames(['en'], { type: 'region' })

/** What a document is refused with: the row and its column, as the report of the import names them. */
export const atRow = ({ row }: HistoryRow, field: string, message: string) => ({ field, row, message })

const invalid = (row: HistoryRow, message: string, field = 'quantity') =>
  refuse('VALIDATION_FAILED', [atRow(row, field, message)])
