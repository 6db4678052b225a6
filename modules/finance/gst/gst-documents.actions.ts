/** The documents that a figure of the GST report is the sum of. */
import { tables } from '#engines/gst'
import {
  choice,
  code,
  date,
  defineAction,
  group,
  integer,
  isDate,
  isId,
  list,
  money,
  rate,
  refuse,
  text,
} from '#kernel'
import { gstDocuments } from '#modules/sales'
import { figures, gstin, period } from './gst.fields.ts'
import { monthOf } from './gst-report.actions.ts'

const document = group({
  ...{ entity: text({ required: true }), id: text({ required: true }), number: text({ required: true }) },
  ...{ date: date({ required: true }), buyerGstin: text(), place: text({ required: true }), rule: text() },
  ...{ value: money({ required: true }), ...figures },
})

export const gstDocumentsOf = defineAction('gstDocuments', {
  label: 'Documents of a GST figure',
  says: 'The sales and credit notes that a figure of the GST report is the sum of; credit notes are below zero.',
  method: 'GET',
  path: '/finance/reports/gst/documents',
  input: {
    ...{ period, gstin, table: choice(tables, { label: 'Table of GSTR-1', required: true }) },
    place: code({ label: 'Place of supply', max: 2 }),
    rate: rate({ label: 'Rate' }),
    hsn: code({ label: 'HSN begins with', max: 8, pattern: '^[0-9]*$' }),
    cursor: text({ label: 'Cursor', help: 'Of the page before', max: 60 }),
    limit: integer({ label: 'Documents on a page', min: 1, max: 200, default: 50 }),
  },
  output: {
    documents: list(document, { required: true, max: 200 }),
    cursor: text({ help: 'Of the next page; empty on the last' }),
  },
  refuses: ['CURSOR_INVALID'],
  run: async (context, given) => {
    const { company, month, gstin } = await monthOf(context, given)
    const { table, place, rate, hsn, limit = 50 } = given
    if (gstin === undefined) return { documents: [], cursor: null }
    const { from, to } = month
    const after = placeOf(given.cursor)
    const rows = await gstDocuments(context, { gstin, from, to, table, place, rate, hsn, after, limit })
    const shown = rows.slice(0, limit)
    const last = rows.length > limit ? shown.at(-1) : undefined
    const inMoney = (amount: number) => ({ amount, currency: company.currency })
    return {
      documents: shown.map(({ kind, value, taxable, igst, cgst, sgst, cess, ...row }) => ({
        ...{ entity: kind === 'sale' ? 'sales.sale' : 'sales.creditNote', ...row, value: inMoney(value) },
        ...{ taxable: inMoney(taxable), igst: inMoney(igst), cgst: inMoney(cgst), sgst: inMoney(sgst) },
        cess: inMoney(cess),
      })),
      cursor: last ? `${last.date}_${last.id}` : null,
    }
  },
})

function placeOf(cursor: string | undefined): { date: string; id: string } | undefined {
  if (cursor === undefined) return undefined
  const [date = '', id = ''] = cursor.split('_')
  if (isDate(date) && isId(id)) return { date, id }
  throw refuse('CURSOR_INVALID')
}
