/** Receivables and payables by age, and the documents behind a figure. */
import { type Context, choice, code, date, defineAction, group, integer, list, money, text } from '#kernel'
import { customerNames } from '#modules/crm'
import { vendorNames } from '#modules/purchasing'
import { today } from '../entry/post-entry.ts'
import { type Side, sides } from '../open-item/open-item.entity.ts'
import { type Bucket, bucketOf, buckets } from './ageing.rules.ts'
import { openAt } from './open-at.ts'

const onDay = date({ label: 'On', help: 'The end of this day; today in the time zone of the company unless told.' })
const side = choice(sides, { label: 'Ledger', required: true })
const wantedSide = choice(sides, { label: 'Ledger', default: 'receivable' })
const figures = {
  credits: money({ required: true, help: 'Payments and credit notes that are not matched yet' }),
  ...{ notDue: money({ required: true }), to30: money({ required: true }), to60: money({ required: true }) },
  ...{ to90: money({ required: true }), over90: money({ required: true }), total: money({ required: true }) },
}

export const ageing = defineAction('ageing', {
  label: 'Ageing',
  says: 'What customers owe, or is owed to vendors, by days past the due date: 0, 1-30, 31-60, 61-90 and more.',
  method: 'GET',
  path: '/finance/reports/ageing',
  input: {
    side: wantedSide,
    date: onDay,
    limit: integer({ min: 1, max: 1000, default: 200, help: 'Parties on a page, those with the most first.' }),
    page: integer({ min: 1, max: 10_000, default: 1 }),
  },
  output: {
    date: date({ required: true }),
    side,
    parties: integer({ required: true, help: 'How many there are, on all pages' }),
    rows: list(group({ partyId: text({ required: true }), name: text({ required: true }), ...figures }), {
      max: 1000,
      required: true,
    }),
    totals: list(group(figures), { max: 100, required: true, help: 'Of all parties; `total` is the control account' }),
  },
  run: async (context, { side = 'receivable', limit = 200, page = 1, ...given }) => {
    const day = given.date ?? (await today(context))
    const { parties, rows, totals } = await sumsByParty(context, { side, date: day, limit, offset: (page - 1) * limit })
    const ids = rows.map(({ partyId }) => partyId)
    const names = await (side === 'receivable' ? customerNames(context, ids) : vendorNames(context, ids))
    return {
      ...{ date: day, side, parties },
      rows: rows.map(({ partyId, ...sums }) => ({ partyId, name: names.get(partyId) ?? partyId, ...inMoney(sums) })),
      totals: totals.map(inMoney),
    }
  },
})

type Sums = Record<Bucket | 'credits' | 'total', number> & { currency: string }
type PartySums = Sums & { partyId: string }

function inMoney({ currency, ...sums }: Sums) {
  const of = (name: Bucket | 'credits' | 'total') => ({ amount: sums[name], currency })
  return {
    ...{ credits: of('credits'), notDue: of('notDue'), to30: of('to30'), to60: of('to60') },
    ...{ to90: of('to90'), over90: of('over90'), total: of('total') },
  }
}

type Wanted = { side: Side; date: string; limit: number; offset: number }
type Answer = { parties: number; rows: PartySums[]; totals: Sums[] }

/** Sums by party and over all of them, in one statement. What is owed is above zero on both sides. */
async function sumsByParty(context: Context, { side, date, limit, offset }: Wanted): Promise<Answer> {
  const { sql } = context
  const owed = side === 'receivable' ? sql`open` : sql`-open`
  const [row] = await sql<Answer[]>`
    with items as (${openAt(context, { side, date })}),
    signed as materialized (select party_id, currency, days, ${owed} as open from items),
    sums as materialized (
      select party_id as "partyId", currency, coalesce(sum(open) filter (where open < 0), 0)::bigint as credits,
        coalesce(sum(open) filter (where open > 0 and days = 0), 0)::bigint as "notDue",
        coalesce(sum(open) filter (where open > 0 and days between 1 and 30), 0)::bigint as "to30",
        coalesce(sum(open) filter (where open > 0 and days between 31 and 60), 0)::bigint as "to60",
        coalesce(sum(open) filter (where open > 0 and days between 61 and 90), 0)::bigint as "to90",
        coalesce(sum(open) filter (where open > 0 and days > 90), 0)::bigint as "over90", sum(open)::bigint as total
      from signed group by 1, 2)
    select (select count(*)::int from sums) as parties, (
        select coalesce(jsonb_agg(s order by s.total desc, s."partyId"), '[]')
        from (select * from sums order by total desc, "partyId" limit ${limit} offset ${offset}) s) as rows, (
        select coalesce(jsonb_agg(t order by t.currency), '[]') from (
          select currency, sum(credits)::bigint as credits, sum("notDue")::bigint as "notDue",
            sum("to30")::bigint as "to30", sum("to60")::bigint as "to60", sum("to90")::bigint as "to90",
            sum("over90")::bigint as "over90", sum(total)::bigint as total
          from sums group by currency) t) as totals`
  if (!row) throw new Error('a select without a from answers one row')
  return { ...row }
}

export const openDocuments = defineAction('openDocuments', {
  label: 'Open documents',
  says: 'The documents behind a figure of the ageing report, those due first.',
  method: 'GET',
  path: '/finance/reports/open-documents',
  input: {
    side: wantedSide,
    partyId: code({
      label: 'Customer or vendor',
      max: 36,
      pattern: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$',
    }),
    bucket: code({ label: 'Age', max: 10, pattern: `^(${[...buckets, 'credits'].join('|')})$` }),
    date: onDay,
    limit: integer({ min: 1, max: 500, default: 200 }),
    page: integer({ min: 1, max: 10_000, default: 1 }),
  },
  output: {
    date: date({ required: true }),
    rows: list(
      group({
        ...{ id: text({ required: true }), partyId: text({ required: true }), kind: text({ required: true }) },
        ...{ name: text({ required: true }), number: text({ required: true }) },
        ...{ sourceEntity: text({ required: true }), sourceId: text({ required: true }) },
        ...{ issuedOn: date({ required: true }), dueOn: date({ required: true }), days: integer({ required: true }) },
        ...{ bucket: text({ required: true }), amount: money({ required: true }), open: money({ required: true }) },
      }),
      { max: 500, required: true },
    ),
    isMore: text({ help: 'The number of the next page; null on the last.' }),
  },
  run: async (context, { side = 'receivable', limit = 200, page = 1, partyId, bucket, ...given }) => {
    const day = given.date ?? (await today(context))
    const found = await documentsOf(context, {
      side,
      partyId,
      bucket: bucket as Bucket | 'credits' | undefined,
      date: day,
      limit,
      offset: (page - 1) * limit,
    })
    const ids = [...new Set(found.map((each) => each.partyId))]
    const names = await (side === 'receivable' ? customerNames(context, ids) : vendorNames(context, ids))
    return {
      date: day,
      rows: found.slice(0, limit).map(({ amount, open, currency, ...row }) => ({
        ...{ ...row, name: names.get(row.partyId) ?? row.partyId },
        bucket: open < 0 ? 'credits' : bucketOf(row.dueOn, day),
        ...{ amount: { amount, currency }, open: { amount: open, currency } },
      })),
      isMore: found.length > limit ? String(page + 1) : null,
    }
  },
})

type Document = {
  id: string
  partyId: string
  kind: string
  number: string
  sourceEntity: string
  sourceId: string
  issuedOn: string
  dueOn: string
  days: number
  currency: string
  amount: number
  open: number
}
type DocumentsWanted = Wanted & { partyId: string | undefined; bucket: Bucket | 'credits' | undefined }

const daysOfBucket: Record<Bucket, [number, number]> = {
  ...{ notDue: [0, 0], to30: [1, 30], to60: [31, 60], to90: [61, 90], over90: [91, 1_000_000] },
}

async function documentsOf(context: Context, wanted: DocumentsWanted): Promise<Document[]> {
  const { sql } = context
  const { side, date, partyId, bucket, limit, offset } = wanted
  const sign = side === 'receivable' ? 1 : -1
  const [first, last] = bucket && bucket !== 'credits' ? daysOfBucket[bucket] : [0, 1_000_000]
  const isCredit = bucket === 'credits'
  return await sql<Document[]>`
    with items as (${openAt(context, { side, date, partyId })})
    select id, party_id as "partyId", kind, number, source_entity as "sourceEntity", source_id as "sourceId",
      issued_on as "issuedOn", due_on as "dueOn", days, currency, amount * ${sign} as amount,
      (open * ${sign})::bigint as open
    from items
    where ${bucket === undefined}
      or (${isCredit} and open * ${sign} < 0)
      or (not ${isCredit} and open * ${sign} > 0 and days between ${first} and ${last})
    order by due_on, id limit ${limit + 1} offset ${offset}`
}
