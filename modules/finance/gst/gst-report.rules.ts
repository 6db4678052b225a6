/** What the sums of a month say as a report. Pure. */
import {
  type CubeRow,
  type Figures,
  gstr1Json,
  gstr3b,
  gstr3bJson,
  hsnRows,
  type NumberRun,
  nilRows,
  smallRows,
  sumFigures,
  tableSums,
} from '#engines/gst-report'
import type { Money } from '#kernel'

export type GstFacts = {
  gstin: string
  registration: string
  period: string
  currency: string
  rows: readonly CubeRow[]
  runs: readonly NumberRun[]
  hsnDigits: number
  /** Documents of the company that say nothing of GST. */
  untold: number
  /** What is posted to the account of each head, credit above zero; undefined where it cannot be told apart. */
  posted: ReadonlyMap<string, number> | undefined
}

export function gstReport(facts: GstFacts) {
  const { gstin, period, currency, rows, runs, hsnDigits } = facts
  const inMoney = (amount: number): Money => ({ amount, currency })
  const moneyOf = ({ taxable, igst, cgst, sgst, cess }: Figures) => ({
    ...{ taxable: inMoney(taxable), igst: inMoney(igst), cgst: inMoney(cgst), sgst: inMoney(sgst) },
    cess: inMoney(cess),
  })
  const supplyName = (isInter: boolean) => (isInter ? 'inter' : 'intra')
  const outward = gstr3b(rows)
  return {
    tables: tableSums(rows).map(({ table, documents, ...sums }) => ({ table, documents, ...moneyOf(sums) })),
    small: smallRows(rows).map(({ isInter, place, rate, ...sums }) => {
      return { supply: supplyName(isInter), place, rate, ...moneyOf(sums) }
    }),
    nil: nilRows(rows).map(({ isInter, isRegistered, nil, exempt, nonGst }) => ({
      ...{ supply: supplyName(isInter), to: isRegistered ? 'registered' : 'unregistered' },
      ...{ nil: inMoney(nil), exempt: inMoney(exempt), nonGst: inMoney(nonGst) },
    })),
    hsn: hsnRows(rows, hsnDigits).map(({ tab, hsn, uqc, rate, quantity, ...sums }) => {
      return { tab, hsn, unit: uqc, rate, quantity, ...moneyOf(sums) }
    }),
    series: runs.map(({ kind, from, to, span, count }) => {
      return { kind, from, to, numbers: span, skipped: span - count }
    }),
    outward: (['taxable', 'zeroRated', 'exempt', 'nonGst', 'reversed'] as const).map((row) => {
      return { row, ...moneyOf(outward[row]) }
    }),
    interState: outward.inter.map(({ to, place, taxable, igst }) => {
      return { to, place, taxable: inMoney(taxable), igst: inMoney(igst) }
    }),
    ledger: ledgerRows(facts, inMoney),
    notes: notesOf(facts),
    gstr1: gstr1Json({ gstin, period, rows, runs, hsnDigits }),
    gstr3b: gstr3bJson({ gstin, period, figures: outward }),
  }
}

/** Heads of the documents beside those of the books; SGST and UTGST are one in returns. */
function ledgerRows({ rows, posted }: GstFacts, inMoney: (amount: number) => Money) {
  const sums = sumFigures(rows)
  const of = (...heads: string[]) => posted && inMoney(heads.reduce((sum, head) => sum + (posted.get(head) ?? 0), 0))
  return [
    { head: 'igst', documents: inMoney(sums.igst), posted: of('igst') },
    { head: 'cgst', documents: inMoney(sums.cgst), posted: of('cgst') },
    { head: 'sgst', documents: inMoney(sums.sgst), posted: of('sgst', 'utgst') },
    { head: 'cess', documents: inMoney(sums.cess), posted: of('cess') },
  ].map(({ posted: amount, ...row }) => ({ ...row, ...(amount ? { posted: amount } : {}) }))
}

/** What the reader must know of the figures before filing them. */
function notesOf({ registration, rows, untold, hsnDigits }: GstFacts): string[] {
  const uncoded = rows.filter(({ hsn, table }) => table !== 'none' && (hsn ?? '').length < hsnDigits).length
  const unbilled = rows.filter(({ table, document }) => table === '6A' && document?.shippingBill === null).length
  return [
    'Inward supplies and input tax are nothing: purchases are not kept here yet.',
    ...(registration === 'composition'
      ? ['A composition dealer files CMP-08 and GSTR-4; GSTR-1 and GSTR-3B are not for this registration.']
      : []),
    ...(untold > 0
      ? [`${untold} documents of the month say nothing of GST (orders, imported history) and are in no table.`]
      : []),
    ...(uncoded > 0
      ? [`Some goods have no HSN code of ${hsnDigits} digits. Give it to the product or its category.`]
      : []),
    ...(unbilled > 0 ? ['Some exports have no shipping bill; add it on the portal.'] : []),
  ]
}
