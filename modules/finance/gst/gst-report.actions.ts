/** The GST of a month: GSTR-1 and GSTR-3B, beside what the books say. */
import { addDays, businessDate, type Context, defineAction, type InputOf, integer, msOf } from '#kernel'
import { companySettings } from '#modules/companies'
import { gstCube, gstNumbers } from '#modules/sales'
import { nextMonth } from '../period/period.rules.ts'
import { financeRefusals } from '../refusals.ts'
import { gstAnswer, gstin, period } from './gst.fields.ts'
import { gstReport } from './gst-report.rules.ts'

/** Sums in one report: invoices to registered customers count one for each rate and code. */
const rowsMax = 100_000
const input = {
  period,
  gstin,
  hsnDigits: integer({
    label: 'Digits of HSN',
    help: '4 up to a turnover of 5 crore, else 6',
    min: 2,
    max: 8,
    default: 4,
  }),
}

export const gst = defineAction('gst', {
  label: 'GST report',
  says: 'GSTR-1 and GSTR-3B of a month under one GSTIN, as tables and in the form of the portal, beside the books.',
  method: 'GET',
  path: '/finance/reports/gst',
  input,
  output: gstAnswer,
  refuses: ['REPORT_TOO_LARGE'],
  run: (context, input) => reportOf(context, input),
})

async function reportOf(context: Context, given: InputOf<typeof input>) {
  const { company, gstin, month } = await monthOf(context, given)
  const registration = company.gst?.registration ?? null
  if (gstin === undefined) return { ...nothing, period: month.period, gstin: null, registration, gstins: [] }
  const wanted = { gstin, from: month.from, to: month.to }
  const [rows, { runs, shops, untold }] = await Promise.all([
    gstCube(context, wanted, rowsMax),
    gstNumbers(context, wanted),
  ])
  if (rows.length > rowsMax) throw financeRefusals.refuse('REPORT_TOO_LARGE')
  const posted = await postedHeads(context, { ...month, shops, gstin })
  const { hsnDigits = 4 } = given
  const facts = { gstin, registration: registration ?? '', period: month.period, currency: company.currency }
  return {
    ...{ period: month.period, gstin, registration },
    gstins: [...new Set([gstin, ...shops.map((shop) => shop.gstin)])].sort(),
    ...gstReport({ ...facts, rows, runs, untold, hsnDigits, posted }),
  }
}

const nothing = {
  ...{ tables: [], small: [], nil: [], hsn: [], series: [], outward: [], interState: [], ledger: [] },
  notes: ['The company is not registered for GST. Give it a GSTIN and a registration in the settings.'],
}

type Given = { period?: string | undefined; gstin?: string | undefined }

/** The month and the registration that are meant. */
export async function monthOf(context: Context, given: Given) {
  const company = await companySettings(context)
  const period = given.period ?? businessDate(msOf(context.now), company.timeZone).slice(0, 7)
  const from = `${period}-01`
  const month = { period, from, to: addDays(nextMonth(from), -1) }
  return { company, month, gstin: given.gstin ?? company.gst?.gstin }
}

type Wanted = { from: string; to: string; gstin: string; shops: readonly { gstin: string; shopId: string }[] }

/** What the documents of the shops left on the account of each head; undefined where a shop sold under two GSTINs. */
async function postedHeads(
  { sql, companyId }: Context,
  { from, to, gstin, shops }: Wanted,
): Promise<Map<string, number> | undefined> {
  const mine = shops.flatMap((shop) => (shop.gstin === gstin ? [shop.shopId] : []))
  if (shops.some((shop) => shop.gstin !== gstin && mine.includes(shop.shopId))) return undefined
  const rows = await sql<{ head: string; amount: number }[]>`
    select substr(a.role, 8) as head, sum(l.credit - l.debit)::bigint as amount
    from finance.account a
      join finance.ledger_line l on l.company_id = a.company_id and l.account_id = a.id
        and l.business_date >= ${from}
      join finance.journal_entry e on e.company_id = l.company_id and e.id = l.entry_id and e.event_seq is not null
        and e.occurred_on between ${from} and ${to}
    where a.company_id = ${companyId} and l.shop_id = any(${mine})
      and a.role in ('output_igst', 'output_cgst', 'output_sgst', 'output_utgst', 'output_cess')
    group by 1`
  return new Map(rows.map(({ head, amount }) => [head, amount]))
}
