/** Posts the journal from the events of documents: whole batches in a handful of statements. */
import { type Context, defineListener, type LoggedEvent } from '#kernel'
import { companySettings } from '#modules/companies'
import { type AccountsByRole, accountFor, accountsByRole } from '../account/ensure-accounts.ts'
import { type NewEntry, type NewLine, writeEntries } from '../entry/write-entries.ts'
import { type Place, placesOf } from '../period/ensure-periods.ts'
import { type Posting, type PostingLine, postedTypes, postingOf } from '../posting/posting.rules.ts'

export const postJournals = defineListener('post-journals', {
  on: postedTypes,
  says: 'Posts a balanced journal entry for each sale, return and stock adjustment.',
  run: async (context, events) => {
    const [{ currency }, known] = await Promise.all([companySettings(context), accountsByRole(context)])
    const postings = events.map((event) => ({ event, posting: postingOf(event, currency) }))
    const roles = new Set(postings.flatMap(({ posting }) => posting.lines.map(({ role }) => role)))
    const accounts = roles.isSubsetOf(known) ? known : await accountsByRole(context, roles)
    const dates = postings.map(({ posting }) => posting.date)
    const placeOf = await placesOf(context, dates)
    const entries = postings.map(({ event, posting }) =>
      entryOf(context, { event, posting, accounts, place: placeOf(posting.date) }),
    )
    await writeEntries(context, entries)
  },
})

type Parts = { event: LoggedEvent; posting: Posting; accounts: AccountsByRole; place: Place }

function entryOf({ newId }: Context, { event, posting, accounts, place }: Parts): NewEntry {
  const { kind, date, memo, source, sourceId, shopId, customerId } = posting
  return {
    ...{ id: newId(), kind, memo, source, sourceId, eventSeq: event.seq },
    ...{ businessDate: place.date, periodId: place.periodId, occurredOn: date },
    lines: posting.lines.map((line) => ({ ...lineOf(line, accounts), shopId, customerId })),
  }
}

function lineOf({ role, debit, credit, currency }: PostingLine, accounts: AccountsByRole): NewLine {
  return { accountId: accountFor(role, accounts), debit, credit, currency }
}
