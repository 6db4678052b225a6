import {
  type Context,
  code,
  date,
  defineAction,
  group,
  integer,
  isDate,
  isId,
  list,
  money,
  refuse,
  text,
} from '#kernel'
import { fromField, type ReportSpan, spanOf, toField } from './span.ts'

export const accountStatement = defineAction('accountStatement', {
  label: 'Account statement',
  says: 'What was posted to an account, with the balance after each line. Debit is above zero.',
  method: 'GET',
  path: '/finance/reports/account-statement',
  input: {
    accountId: code({
      label: 'Account',
      required: true,
      max: 36,
      pattern: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$',
    }),
    from: fromField,
    to: toField,
    currency: code({ label: 'Currency', max: 3, help: 'That of the company unless told.' }),
    limit: integer({ min: 1, max: 200, default: 50, help: 'Lines on a page.' }),
    cursor: text({ max: 60, help: 'What the page before said as `next`.' }),
  },
  output: {
    account: group({ id: text({ required: true }), code: text({ required: true }), name: text({ required: true }) }),
    from: date({ required: true }),
    to: date({ required: true }),
    opening: money({ required: true }),
    closing: money({ required: true }),
    lines: list(
      group({
        ...{ id: text({ required: true }), entryId: text({ required: true }), businessDate: date({ required: true }) },
        ...{ memo: text({ max: 300 }), amount: money({ required: true }), balance: money({ required: true }) },
      }),
      { max: 200, required: true },
    ),
    next: text({ help: 'The cursor of the next page; null on the last.' }),
  },
  refuses: ['NOT_FOUND', 'CURSOR_INVALID'],
  run: async (context, { accountId, limit = 50, ...given }) => {
    const after = cursorOf(given.cursor)
    const [account, span] = await Promise.all([accountOf(context, accountId), spanOf(context, given)])
    const currency = given.currency ?? span.currency
    const { opening, closing, before, lines } = await pageOf(context, { ...span, accountId, currency, after, limit })
    const inMoney = (amount: number) => ({ amount, currency })
    const shown = lines.slice(0, limit)
    const last = lines.length > limit ? shown.at(-1) : undefined
    let balance = before
    return {
      ...{ account, from: span.from, to: span.to, opening: inMoney(opening), closing: inMoney(closing) },
      lines: shown.map(({ amount, ...line }) => {
        balance += amount
        return { ...line, amount: inMoney(amount), balance: inMoney(balance) }
      }),
      next: last ? `${last.businessDate}.${last.id}` : null,
    }
  },
})

type Cursor = { date: string; id: string }

function cursorOf(text: string | undefined): Cursor | undefined {
  if (text === undefined) return undefined
  const [date = '', id = ''] = text.split('.')
  if (!isDate(date) || !isId(id)) throw refuse('CURSOR_INVALID')
  return { date, id }
}

async function accountOf({ sql, companyId }: Context, id: string): Promise<{ id: string; code: string; name: string }> {
  const [row] = await sql<{ id: string; code: string; name: string }[]>`
    select id, code, name from finance.account where company_id = ${companyId} and id = ${id}`
  if (!row) throw refuse('NOT_FOUND')
  return { ...row }
}

type PageWanted = ReportSpan & { accountId: string; currency: string; after: Cursor | undefined; limit: number }
type Line = { id: string; entryId: string; businessDate: string; memo: string | null; amount: number }
/** A piece of a statement. */
type Part = ReturnType<Context['sql']>
type StatementPage = { opening: number; closing: number; before: number; lines: Line[] }

/**
 * The page and its sums in one statement, so that they are of one moment. `before` is what stands ahead of the page.
 */
async function pageOf({ sql, companyId }: Context, wanted: PageWanted): Promise<StatementPage> {
  const { accountId, currency, from, to, after, limit } = wanted
  const ofAccount = sql`l.company_id = ${companyId} and l.account_id = ${accountId} and l.currency = ${currency}`
  const place = sql`(l.business_date, l.id)`
  const isAfter = after ? sql`and ${place} > (${after.date}::date, ${after.id}::uuid)` : sql``
  const isBefore: Part = after
    ? sql`${place} <= (${after.date}::date, ${after.id}::uuid)`
    : sql`l.business_date < ${from}`
  const sumWhere = (condition: Part) =>
    sql`(select coalesce(sum(l.debit - l.credit), 0)::bigint
      from finance.ledger_line l where ${ofAccount} and ${condition})`
  const [row] = await sql<StatementPage[]>`
    select ${sumWhere(sql`l.business_date < ${from}`)} as opening,
      ${sumWhere(sql`l.business_date <= ${to}`)} as closing, ${sumWhere(isBefore)} as before,
      (select coalesce(jsonb_agg(p order by p."businessDate", p.id), '[]') from (
        select l.id, l.entry_id as "entryId", l.business_date as "businessDate", coalesce(l.memo, e.memo) as memo,
          l.debit - l.credit as amount
        from finance.ledger_line l
        join finance.journal_entry e on e.company_id = l.company_id and e.id = l.entry_id
        where ${ofAccount} and l.business_date between ${from} and ${to} ${isAfter}
        order by l.business_date, l.id limit ${limit + 1}) p) as lines`
  if (!row) throw new Error('a select without a from answers one row')
  return row
}
