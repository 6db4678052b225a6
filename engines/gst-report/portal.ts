/**
 * GSTR-1 in the JSON form of the portal. Names of fields and values are those that public programs read and write
 * (checked: resilient-tech/india-compliance, gst_returns/fields and the tests of its sections). From memory, to be
 * checked against the portal's offline tool before filing: `rt` 0 for exports and zones without payment, exports in the
 * b2c tab of table 12, the tax that recipients pay shown for reverse charge, `doc_num` 1 and 5 of table 13. Pure.
 */

import { digitsOf } from '../../kernel/decimal.ts'
import { divideRounded } from '../../kernel/rounding.ts'
import { type CubeRow, chargedRate, type Figures, groupRows, type NumberRun, sumFigures } from './cube.ts'
import { documentsOf, hsnRows, nilRows, smallRows } from './gstr1.ts'

export type Gstr1Facts = {
  readonly gstin: string
  /** The month, as 2026-11. */
  readonly period: string
  readonly rows: readonly CubeRow[]
  readonly runs: readonly NumberRun[]
  readonly hsnDigits: number
}
type Json = { readonly [key: string]: unknown }

export function gstr1Json({ gstin, period, rows, runs, hsnDigits }: Gstr1Facts): Json {
  const invoices = documentsOf(rows, '4A', '4B', '6B', '6C')
  const notes = documentsOf(rows, '9B')
  const [registered, others] = [notes.filter(isToRegistered), notes.filter((each) => !isToRegistered(each))]
  return {
    gstin,
    fp: `${period.slice(5)}${period.slice(0, 4)}`,
    b2b: groupRows(invoices, ctinOf).map(([ctin, of]) => ({ ctin, inv: of.map(invoiceOf) })),
    b2cl: groupRows(documentsOf(rows, '5'), placeOf).map(([pos, of]) => ({ pos, inv: of.map(largeInvoice) })),
    b2cs: smallRows(rows).map((row) => ({
      ...{ sply_ty: row.isInter ? 'INTER' : 'INTRA', typ: 'OE', pos: row.place, rt: Number(row.rate) },
      ...amountsOf(row, row.isInter),
    })),
    exp: groupRows(documentsOf(rows, '6A'), exportType).map(([exp_typ, of]) => ({ exp_typ, inv: of.map(exportOf) })),
    cdnr: groupRows(registered, ctinOf).map(([ctin, of]) => ({ ctin, nt: of.map(noteOf) })),
    cdnur: others.map((of) => ({ typ: unregisteredNoteType(of), ...plainNote(of) })),
    nil: {
      inv: nilRows(rows).map(({ isInter, isRegistered, nil, exempt, nonGst }) => ({
        sply_ty: `${isInter ? 'INTR' : 'INTRA'}${isRegistered ? 'B2B' : 'B2C'}`,
        ...{ nil_amt: rupees(nil), expt_amt: rupees(exempt), ngsup_amt: rupees(nonGst) },
      })),
    },
    hsn: { hsn_b2b: hsnOf(rows, hsnDigits, 'b2b'), hsn_b2c: hsnOf(rows, hsnDigits, 'b2c') },
    doc_issue: { doc_det: [issued(1, 'sale', runs), issued(5, 'note', runs)].filter(({ docs }) => docs.length > 0) },
  }
}

/** Paise as rupees with two decimals. */
export const rupees = (paise: number): number => {
  const digits = String(Math.abs(paise)).padStart(3, '0')
  return Number(`${paise < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`)
}

const firstOf = (rows: readonly CubeRow[]): CubeRow => {
  const [row] = rows
  if (!row) throw new Error('a document has no rows')
  return row
}
const ctinOf = (rows: readonly CubeRow[]): string => firstOf(rows).buyerGstin ?? ''
const placeOf = (rows: readonly CubeRow[]): string => firstOf(rows).place
const isToRegistered = (rows: readonly CubeRow[]): boolean => firstOf(rows).buyerGstin !== null
const exportType = (rows: readonly CubeRow[]): string => (firstOf(rows).scheme === 'lut' ? 'WOPAY' : 'WPAY')
const portalDate = (date = ''): string => date.split('-').reverse().join('-')

function invoiceType(rows: readonly CubeRow[]): string {
  const { buyerKind, scheme, deemedExport } = firstOf(rows)
  if (buyerKind === 'sez') return scheme === 'lut' ? 'SEWOP' : 'SEWP'
  return deemedExport ? 'DE' : 'R'
}

function unregisteredNoteType(rows: readonly CubeRow[]): string {
  const { place, scheme } = firstOf(rows)
  if (place !== '96') return 'B2CL'
  return scheme === 'lut' ? 'EXPWOP' : 'EXPWP'
}

const headOf = (rows: readonly CubeRow[]): Json => {
  const { document } = firstOf(rows)
  return { inum: document?.number, idt: portalDate(document?.date), val: rupees(document?.value ?? 0) }
}

const largeInvoice = (rows: readonly CubeRow[]): Json => ({ ...headOf(rows), itms: itemsOf(rows) })

const isReversed = (rows: readonly CubeRow[]): boolean => rows.some((row) => row.isReversed)

const invoiceOf = (rows: readonly CubeRow[]): Json => ({
  ...headOf(rows),
  ...{ pos: placeOf(rows), rchrg: isReversed(rows) ? 'Y' : 'N', inv_typ: invoiceType(rows) },
  itms: itemsOf(rows),
})

function exportOf(rows: readonly CubeRow[]): Json {
  const { shippingBill } = firstOf(rows).document ?? {}
  return {
    ...headOf(rows),
    ...(shippingBill
      ? { sbpcode: shippingBill.port, sbnum: shippingBill.number, sbdt: portalDate(shippingBill.date) }
      : {}),
    itms: byRate(rows).map(([rt, of]) => {
      const { taxable, igst, cess } = sumFigures(of)
      return { txval: rupees(taxable), rt: Number(rt), iamt: rupees(igst), csamt: rupees(cess) }
    }),
  }
}

/** A note tells its amounts above zero. */
function plainNote(rows: readonly CubeRow[]): Json {
  const { document, place } = firstOf(rows)
  return {
    ...{ ntty: 'C', nt_num: document?.number, nt_dt: portalDate(document?.date), val: rupees(document?.value ?? 0) },
    pos: place,
    itms: itemsOf(rows),
  }
}

const noteOf = (rows: readonly CubeRow[]): Json => ({
  ...plainNote(rows),
  ...{ rchrg: isReversed(rows) ? 'Y' : 'N', inv_typ: invoiceType(rows) },
})

const byRate = (rows: readonly CubeRow[]): [string, CubeRow[]][] =>
  groupRows(rows, chargedRate).sort(([a], [b]) => Number(a) - Number(b))

function itemsOf(rows: readonly CubeRow[]): Json[] {
  return byRate(rows).map(([rt, of], index) => {
    const sums = sumFigures(of.map((row) => (row.isReversed ? withRecipientsTax(row) : row)))
    const shown = firstOf(of).kind === 'note' ? negated(sums) : sums
    const isInter = firstOf(of).scheme !== 'intra'
    return { num: index + 1, itm_det: { rt: Number(rt), ...amountsOf(shown, isInter) } }
  })
}

const negated = ({ taxable, igst, cgst, sgst, cess }: Figures): Figures => ({
  ...{ taxable: 0 - taxable, igst: 0 - igst, cgst: 0 - cgst, sgst: 0 - sgst, cess: 0 - cess },
})

/** What the recipient pays on reverse charge; nothing was charged. */
function withRecipientsTax(row: CubeRow): Figures {
  const { digits, scale } = digitsOf(row.rate)
  const tax = (parts: bigint) =>
    Number(divideRounded(BigInt(row.taxable) * digits, 100n * 10n ** BigInt(scale) * parts, 'half-up'))
  const half = row.scheme === 'intra' ? tax(2n) : 0
  const { taxable, cess } = row
  return { taxable, igst: row.scheme === 'intra' ? 0 : tax(1n), cgst: half, sgst: half, cess }
}

const amountsOf = ({ taxable, igst, cgst, sgst, cess }: Figures, isInter: boolean): Json => ({
  txval: rupees(taxable),
  ...(isInter ? { iamt: rupees(igst) } : { camt: rupees(cgst), samt: rupees(sgst) }),
  csamt: rupees(cess),
})

const hsnOf = (rows: readonly CubeRow[], digits: number, wanted: 'b2b' | 'b2c'): Json[] =>
  hsnRows(rows, digits)
    .filter(({ tab }) => tab === wanted)
    .map(({ hsn, uqc, quantity, rate, taxable, igst, cgst, sgst, cess }, index) => ({
      ...{ num: index + 1, hsn_sc: hsn, uqc, qty: Number(quantity), rt: Number(rate), txval: rupees(taxable) },
      ...{ iamt: rupees(igst), camt: rupees(cgst), samt: rupees(sgst), csamt: rupees(cess) },
    }))

/** Numbers of a run that no document has were skipped by an offline till; the portal calls them cancelled. */
const issued = (docNum: number, kind: NumberRun['kind'], runs: readonly NumberRun[]) => ({
  doc_num: docNum,
  docs: runs
    .filter((run) => run.kind === kind)
    .map(({ from, to, span, count }, index) => ({
      ...{ num: index + 1, from, to, totnum: span, cancel: span - count, net_issue: count },
    })),
})
