/** One entry with its lines. */
import { type Context, code, date, defineAction, group, integer, list, type Money, money, refuse, text } from '#kernel'
import { journalEntry } from './journal-entry.entity.ts'

/** The entry in a path. */
export const pathId = code({
  label: 'Entry',
  required: true,
  max: 36,
  pattern: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$',
})

/** A line as it is answered; the side that it is not on is absent. */
type LineAnswer = {
  id: string
  accountId: string
  code: string
  name: string
  debit?: Money
  credit?: Money
  memo: string | null
}
export type EntryAnswer = {
  id: string
  kind: string
  businessDate: string
  occurredOn: string
  memo: string
  source: string | null
  sourceId: string | null
  eventSeq: number | null
  reversesId: string | null
  reversedById: string | null
  lines: LineAnswer[]
}

/** The answer's shape, for docs and clients. */
export const entryAnswer = {
  id: text({ required: true }),
  kind: text({ required: true }),
  businessDate: date({ required: true }),
  occurredOn: date({ required: true }),
  memo: text({ required: true, max: 300 }),
  source: text(),
  sourceId: text(),
  eventSeq: integer({ max: Number.MAX_SAFE_INTEGER }),
  reversesId: text(),
  reversedById: text(),
  lines: list(
    group({
      id: text({ required: true }),
      accountId: text({ required: true }),
      code: text({ required: true }),
      name: text({ required: true }),
      debit: money(),
      credit: money(),
      memo: text({ max: 300 }),
    }),
    { max: 500, required: true },
  ),
}

export const readEntry = defineAction('read', {
  label: 'Journal entry',
  says: 'Reads one entry with its lines.',
  entity: () => journalEntry,
  method: 'GET',
  path: '/finance/entries/:id',
  input: { id: pathId },
  output: entryAnswer,
  refuses: ['NOT_FOUND'],
  run: (context, { id }) => entryOf(context, id),
})

type LineRow = Omit<LineAnswer, 'debit' | 'credit'> & { debit: number; credit: number; currency: string }

/** The entry with its lines, in one round trip. Refuses NOT_FOUND alike for missing and foreign ids. */
export async function entryOf({ sql, companyId }: Context, id: string): Promise<EntryAnswer> {
  const [[header], lines] = await Promise.all([
    sql<Omit<EntryAnswer, 'lines'>[]>`
      select e.id, e.kind, e.business_date as "businessDate", e.occurred_on as "occurredOn", e.memo, e.source,
        e.source_id as "sourceId", e.event_seq as "eventSeq", e.reverses_id as "reversesId", r.id as "reversedById"
      from finance.journal_entry e
      left join finance.journal_entry r on r.company_id = e.company_id and r.reverses_id = e.id
      where e.company_id = ${companyId} and e.id = ${id}`,
    sql<LineRow[]>`
      select l.id, l.account_id as "accountId", a.code, a.name, l.debit, l.credit, l.currency, l.memo
      from finance.ledger_line l join finance.account a on a.company_id = l.company_id and a.id = l.account_id
      where l.company_id = ${companyId} and l.entry_id = ${id} order by l.id`,
  ])
  if (!header) throw refuse('NOT_FOUND')
  return { ...header, lines: lines.map(lineAnswer) }
}

function lineAnswer({ debit, credit, currency, ...line }: LineRow): LineAnswer {
  return debit > 0 ? { ...line, debit: { amount: debit, currency } } : { ...line, credit: { amount: credit, currency } }
}
