/** Entries made by hand, and their reversal. */
import { type Context, choice, date, defineAction, group, link, list, money, text } from '#kernel'
import { account } from '../account/account.entity.ts'
import { financeRefusals } from '../refusals.ts'
import { type EntryAnswer, entryAnswer, entryOf, pathId } from './entry.queries.ts'
import { linesToWrite } from './entry.rules.ts'
import { journalEntry } from './journal-entry.entity.ts'
import { type EntryToPost, postToOpenPeriod } from './post-entry.ts'
import { mustTakePostings, postableAccounts } from './postable-accounts.ts'
import type { NewLine } from './write-entries.ts'

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
    mustTakePostings(lines, await postableAccounts(context, lines))
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
    if (entry.eventSeq !== null || entry.source !== null) throw financeRefusals.refuse('ENTRY_OF_DOCUMENT')
    if (entry.reversesId !== null || entry.reversedById !== null) throw financeRefusals.refuse('ENTRY_REVERSED')
    return post(context, {
      ...{ kind: 'reversal', reverses: entry.id, date: input.businessDate },
      ...{ memo: memo ?? `Reversal: ${entry.memo}`.slice(0, 300), lines: turnedRound(entry) },
    })
  },
})

const turnedRound = ({ lines }: EntryAnswer): NewLine[] =>
  lines.map(({ accountId, debit, credit, memo }) => ({
    ...{ accountId, memo, currency: (debit ?? credit)?.currency ?? '' },
    ...{ debit: credit?.amount ?? 0, credit: debit?.amount ?? 0 },
  }))

/** Writes it into an open period and answers it. Refuses PERIOD_LOCKED. */
async function post(context: Context, entry: EntryToPost): Promise<EntryAnswer> {
  const id = await postToOpenPeriod(context, entry)
  const posted = await entryOf(context, id)
  context.emit('journal_entry.posted', { entity: 'finance.journalEntry', id, version: 1, data: { entry: posted } })
  return posted
}
