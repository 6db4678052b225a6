/** Entries made by hand, and their reversal. */
import {
  businessDate,
  type Context,
  choice,
  date,
  defineAction,
  group,
  link,
  list,
  money,
  msOf,
  startOfMonth,
  text,
} from '#kernel'
import { companySettings } from '#modules/companies'
import { account } from '../account/account.entity.ts'
import { ensurePeriods } from '../period/ensure-periods.ts'
import { financeRefusals } from '../refusals.ts'
import { type EntryAnswer, entryAnswer, entryOf, pathId } from './entry.queries.ts'
import { linesToWrite, mustTakePostings, type PostableAccount } from './entry.rules.ts'
import { journalEntry } from './journal-entry.entity.ts'
import { type NewEntry, type NewLine, writeEntries } from './write-entries.ts'

const postingDate = date({ label: 'Posted on', help: 'Today in the time zone of the company unless told.' })

export const postEntry = defineAction('post', {
  label: 'Post an entry',
  says: 'Posts an entry by hand: lines on the debit or credit side of accounts, balanced in every currency.',
  entity: () => journalEntry,
  path: '/finance/entries',
  status: 201,
  input: {
    businessDate: postingDate,
    memo: text({ label: 'Memo', required: true, max: 300 }),
    kind: choice(['manual', 'opening'], { label: 'Kind', default: 'manual' }),
    lines: list(
      group({
        account: link({ label: 'Account', required: true, to: () => account }),
        debit: money({ label: 'Debit', min: 1 }),
        credit: money({ label: 'Credit', min: 1 }),
        memo: text({ label: 'Memo', max: 300 }),
      }),
      { label: 'Lines', required: true, min: 2, max: 500 },
    ),
  },
  output: entryAnswer,
  refuses: ['ENTRY_UNBALANCED', 'CONTROL_ACCOUNT', 'ACCOUNT_ARCHIVED', 'PERIOD_LOCKED', 'REFERENCE_NOT_FOUND'],
  emits: ['journal_entry.posted'],
  example: {
    businessDate: '2026-11-21',
    memo: 'Till banked',
    lines: [
      { accountId: '01890a5d-ac96-774b-bcce-b302099a8057', debit: { amount: 50_000, currency: 'GBP' } },
      { accountId: '01890a5d-ac96-774b-bcce-b302099a8058', credit: { amount: 50_000, currency: 'GBP' } },
    ],
  },
  run: async (context, { memo, kind = 'manual', ...input }) => {
    const lines = linesToWrite(input.lines)
    mustTakePostings(lines, await accountsOf(context, lines))
    return post(context, { kind, memo, lines, date: input.businessDate })
  },
})

export const reverseEntry = defineAction('reverse', {
  isDangerous: true,
  label: 'Reverse an entry',
  says: 'Posts the opposite of an entry that was made by hand, once, linked to it.',
  entity: () => journalEntry,
  path: '/finance/entries/:id/reverse',
  status: 201,
  input: { id: pathId, businessDate: postingDate, memo: text({ label: 'Memo', max: 300 }) },
  output: entryAnswer,
  refuses: ['NOT_FOUND', 'ENTRY_OF_DOCUMENT', 'ENTRY_REVERSED', 'ALREADY_EXISTS', 'PERIOD_LOCKED'],
  emits: ['journal_entry.posted'],
  example: { memo: 'Posted to the wrong account' },
  run: async (context, { id, memo, ...input }) => {
    const entry = await entryOf(context, id)
    if (entry.eventSeq !== null) throw financeRefusals.refuse('ENTRY_OF_DOCUMENT')
    if (entry.reversesId !== null || entry.reversedById !== null) throw financeRefusals.refuse('ENTRY_REVERSED')
    return post(context, {
      ...{ kind: 'reversal', reverses: entry.id, date: input.businessDate },
      ...{ memo: memo ?? `Reversal: ${entry.memo}`.slice(0, 300), lines: turnedRound(entry) },
    })
  },
})

async function accountsOf({ sql, companyId }: Context, lines: readonly NewLine[]) {
  const ids = [...new Set(lines.map(({ accountId }) => accountId))]
  const rows = await sql<PostableAccount[]>`
    select id, code, control, status from finance.account
    where company_id = ${companyId} and id = any(${ids}::uuid[]) order by id for share`
  return new Map(rows.map((row) => [row.id, row]))
}

const turnedRound = ({ lines }: EntryAnswer): NewLine[] =>
  lines.map(({ accountId, debit, credit, memo }) => ({
    ...{ accountId, memo, currency: (debit ?? credit)?.currency ?? '' },
    ...{ debit: credit?.amount ?? 0, credit: debit?.amount ?? 0 },
  }))

type Posting = Pick<NewEntry, 'kind' | 'memo' | 'lines' | 'reverses'> & { date: string | undefined }

/** Writes it into an open period and answers it. Refuses PERIOD_LOCKED. */
async function post(context: Context, { date: given, ...entry }: Posting): Promise<EntryAnswer> {
  const day = given ?? (await today(context))
  const period = (await ensurePeriods(context, [day])).get(startOfMonth(day))
  if (!period) throw new Error(`no period was made for ${day}`)
  if (period.state === 'locked') {
    const message = `the period that starts on ${period.startsOn} is locked`
    throw financeRefusals.refuse('PERIOD_LOCKED', [{ field: 'businessDate', message }])
  }
  const id = context.newId()
  await writeEntries(context, [{ ...entry, id, businessDate: day, occurredOn: day, periodId: period.id }])
  const posted = await entryOf(context, id)
  context.emit('journal_entry.posted', { entity: 'finance.journalEntry', id, version: 1, data: { entry: posted } })
  return posted
}

async function today(context: Context): Promise<string> {
  const { timeZone } = await companySettings(context)
  return businessDate(msOf(context.now), timeZone)
}
