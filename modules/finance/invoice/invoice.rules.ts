/** What an invoice comes to, and what is posted for it. Pure; amounts in minor units of the invoice's currency. */
import { type AppliedRate, type RatesByCategory, type TaxRounding, taxOn } from '#engines/tax'
import { type CalendarDate, type Money, moneyOf, refuse } from '#kernel'
import type { Role } from '../account/chart.ts'
import { type InvoiceKind, invoiceFacts } from './invoice-kinds.ts'

/** A line as it is asked for. `tax`, of a vendor's document only, is the tax that the document says. */
export type LineRequest = {
  description: string
  accountId: string
  taxCategoryId?: string | undefined
  amount: Money
  tax?: Money | undefined
}
export type DraftLine = {
  id: string
  position: number
  description: string
  accountId: string
  taxCategoryId: string | null
  taxCode: string | null
  amount: number
  net: number
  tax: number
}
export type TaxTotal = { code: string | null; label: string | null; percent: string | null; net: Money; tax: Money }
export type InvoiceDraft = { lines: DraftLine[]; taxes: TaxTotal[]; net: number; tax: number; total: number }

export type DraftFacts = {
  kind: InvoiceKind
  lines: readonly LineRequest[]
  rates: RatesByCategory
  currency: string
  date: CalendarDate
  includesTax: boolean
  rounding: TaxRounding
  newId: () => string
}

/**
 * Taxes the lines as they are on a date. Refuses VALIDATION_FAILED for a total that is not above zero and for a tax by
 * hand on a document of the company's own, and as `taxOn` does.
 */
export function draftInvoice(facts: DraftFacts): InvoiceDraft {
  const { kind, currency, date, includesTax, rates, rounding, newId } = facts
  const asked = facts.lines.map((line) => ({ ...line, id: newId() }))
  mustTakeTaxes(kind, facts.lines, currency)
  const { lines: taxed } = taxOn({
    lines: asked.map(({ id, amount, taxCategoryId }) => ({ key: id, amount, taxCategory: taxCategoryId ?? null })),
    ...{ rates, currency, date, pricesInclude: includesTax, rounding },
  })
  const lines = asked.map((line, position) => {
    const found = taxed[position]
    if (!found) throw new Error('every line is taxed')
    const tax = line.tax?.amount ?? found.tax.amount
    const net = line.tax && includesTax ? line.amount.amount - tax : found.net.amount
    return { ...lineOf(line, position), net, tax, rate: found.rate }
  })
  const sum = (of: 'net' | 'tax') => moneyOf(sumOf(lines.map((line) => line[of])), currency).amount
  const [net, tax] = [sum('net'), sum('tax')]
  const total = moneyOf(net + tax, currency).amount
  if (total <= 0) {
    const message = 'The lines must come to more than 0. What goes the other way is a credit note.'
    throw refuse('VALIDATION_FAILED', [{ field: 'lines', message }])
  }
  return { ...{ net, tax, total }, taxes: taxesOf(lines, currency), lines: lines.map(({ rate: _, ...line }) => line) }
}

function mustTakeTaxes(kind: InvoiceKind, lines: readonly LineRequest[], currency: string): void {
  const isOurs = invoiceFacts[kind].side === 'receivable'
  for (const [index, { tax }] of lines.entries()) {
    if (!tax) continue
    const field = `lines.${index}.tax`
    if (isOurs) throw refuse('VALIDATION_FAILED', [{ field, message: 'follows from the tax category; leave it out' }])
    if (tax.currency !== currency) {
      throw refuse('CURRENCY_MISMATCH', [{ field, message: `must be in ${currency}, not ${tax.currency}` }])
    }
  }
}

const lineOf = (
  { id, description, accountId, taxCategoryId, amount }: LineRequest & { id: string },
  position: number,
) => ({
  ...{ id, position, description, accountId, amount: amount.amount },
  ...{ taxCategoryId: taxCategoryId ?? null, taxCode: null as string | null },
})

type RatedLine = DraftLine & { rate: AppliedRate | null }

/** Sums by rate, in the order in which rates first occur; what has no rate is outside the scope of tax. */
function taxesOf(lines: RatedLine[], currency: string): TaxTotal[] {
  for (const line of lines) line.taxCode = line.rate?.code ?? null
  return [...Map.groupBy(lines, ({ rate }) => (rate ? `${rate.id} ${rate.percent}` : ''))].map(([, of]) => {
    const rate = of[0]?.rate
    const inMoney = (amounts: number[]) => moneyOf(sumOf(amounts), currency)
    return {
      ...{ code: rate?.code ?? null, label: rate?.label ?? null, percent: rate?.percent ?? null },
      ...{ net: inMoney(of.map(({ net }) => net)), tax: inMoney(of.map(({ tax }) => tax)) },
    }
  })
}

const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, each) => sum + each, 0)

/** What an invoice posts: by role where the books know the account, otherwise the account of the line. */
export type InvoiceAmount = { amount: number } & ({ role: Role } | { accountId: string })

export type PostedFigures = { total: number; lines: readonly { accountId: string; net: number; tax: number }[] }

/** The amounts of the entry, debit above zero; they come to nothing. */
export function amountsOfInvoice(kind: InvoiceKind, { total, lines }: PostedFigures): InvoiceAmount[] {
  const { sign, control, tax } = invoiceFacts[kind]
  const amounts: InvoiceAmount[] = [
    { role: control, amount: sign * total },
    ...lines.map(({ accountId, net }) => ({ accountId, amount: -sign * net })),
    { role: tax, amount: -sign * sumOf(lines.map((line) => line.tax)) },
  ]
  return amounts.filter(({ amount }) => amount !== 0)
}
