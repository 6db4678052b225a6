/** What the GST report is asked and answers with, as fields. */
import { tables } from '#engines/gst'
import { choice, code, type Fields, group, integer, list, money, quantity, rate, record, text } from '#kernel'

export const period = code({
  label: 'Month',
  help: 'This month unless told',
  max: 7,
  pattern: '^[0-9]{4}-(0[1-9]|1[0-2])$',
  example: '2026-11',
})
export const gstin = code({ label: 'GSTIN', help: "The company's unless told", max: 15 })

export const figures = {
  taxable: money({ label: 'Taxable value', required: true }),
  igst: money({ label: 'IGST', required: true }),
  cgst: money({ label: 'CGST', required: true }),
  sgst: money({ label: 'SGST/UTGST', required: true }),
  cess: money({ label: 'Cess', required: true }),
}
const supplies = ['intra', 'inter'] as const
const outwardRows = ['taxable', 'zeroRated', 'exempt', 'nonGst', 'reversed'] as const
const interBuyers = ['unregistered', 'composition', 'uin'] as const
const rows = <const F extends Fields>(fields: F) =>
  list(group(fields, { required: true }), { required: true, max: 20_000 })

export const gstAnswer = {
  period: text({ required: true }),
  gstin: text({ label: 'GSTIN', help: 'Empty where the company is not registered' }),
  registration: text({ label: 'Registration' }),
  gstins: list(text(), { label: 'GSTINs of the month', required: true, max: 100 }),
  tables: rows({ table: choice(tables, { required: true }), documents: integer(), ...figures }),
  small: rows({
    supply: choice(supplies, { required: true }),
    place: text({ required: true }),
    rate: rate(),
    ...figures,
  }),
  nil: rows({
    ...{ supply: choice(supplies, { required: true }), to: choice(['registered', 'unregistered'], { required: true }) },
    ...{ nil: money({ required: true }), exempt: money({ required: true }), nonGst: money({ required: true }) },
  }),
  hsn: rows({
    ...{ tab: text({ required: true }), hsn: text(), unit: text({ required: true }), rate: rate() },
    ...{ quantity: quantity(), ...figures },
  }),
  series: rows({
    ...{ kind: text({ required: true }), from: text({ required: true }), to: text({ required: true }) },
    ...{ numbers: integer({ required: true }), skipped: integer({ required: true }) },
  }),
  outward: rows({ row: choice(outwardRows, { required: true }), ...figures }),
  interState: rows({
    ...{ to: choice(interBuyers, { required: true }), place: text({ required: true }) },
    ...{ taxable: money({ required: true }), igst: money({ required: true }) },
  }),
  ledger: rows({
    head: text({ required: true }),
    documents: money({ required: true }),
    posted: money({ help: 'Empty where a shop sold under two GSTINs in the month' }),
  }),
  notes: list(text({ max: 400 }), { required: true, max: 20 }),
  gstr1: record({ label: 'GSTR-1 in the form of the portal', maxBytes: 50_000_000 }),
  gstr3b: record({ label: 'GSTR-3B in the form of the portal', maxBytes: 50_000_000 }),
}
