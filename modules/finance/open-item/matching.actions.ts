/** Matching by hand, and taking a match back. */
import { type Context, code, date, defineAction, group, link, list, money, refuse, text } from '#kernel'
import { financeRefusals } from '../refusals.ts'
import { lockItems } from './items.queries.ts'
import { bringDown, insertMatches, type MatchToWrite, matchItems, type WrittenMatch } from './match-items.ts'
import { matching } from './matching.entity.ts'
import { openItem } from './open-item.entity.ts'

/** The document in a path. */
export const documentId = code({
  label: 'Document',
  required: true,
  max: 36,
  pattern: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$',
})

export const matchAnswer = group({
  id: text({ required: true }),
  debitId: text({ required: true }),
  creditId: text({ required: true }),
  amount: money({ required: true }),
  matchedOn: date({ required: true }),
})

export const answerOfMatch = ({ id, debitId, creditId, amount, currency, matchedOn }: WrittenMatch) => ({
  ...{ id, debitId, creditId, matchedOn },
  amount: { amount, currency },
})

export const match = defineAction('create', {
  label: 'Match',
  says: 'Sets debits of a party against its credits: as much as both have open, unless an amount is told.',
  entity: () => matching,
  path: '/finance/matchings',
  right: 'create',
  status: 201,
  input: {
    matches: list(
      group({
        debit: link({ label: 'Debit', required: true, to: () => openItem }),
        credit: link({ label: 'Credit', required: true, to: () => openItem }),
        amount: money({ label: 'Amount', min: 1 }),
      }),
      { label: 'Matches', required: true, min: 1, max: 200 },
    ),
  },
  output: { matches: list(matchAnswer, { max: 200, required: true }) },
  refuses: ['REFERENCE_NOT_FOUND', 'MATCH_IMPOSSIBLE', 'MATCH_EXCEEDS_OPEN'],
  emits: ['matching.created'],
  example: {
    matches: [{ debitId: '01890a5d-ac96-774b-bcce-b302099a8057', creditId: '01890a5d-ac96-774b-bcce-b302099a8058' }],
  },
  run: async (context, { matches }) => {
    const written = await matchItems(
      context,
      matches.map(({ debitId, creditId, amount }) => ({ debitId, creditId, amount: amount?.amount })),
    )
    return { matches: written.map(answerOfMatch) }
  },
})

export const unmatch = defineAction('unmatch', {
  isDangerous: true,
  label: 'Take a match back',
  says: 'Opens both documents again by another entry, linked to the match. Nothing is removed.',
  entity: () => matching,
  path: '/finance/matchings/:id/undo',
  status: 201,
  input: { id: documentId },
  output: { match: matchAnswer },
  refuses: ['NOT_FOUND', 'MATCH_UNDONE'],
  emits: ['matching.created'],
  example: {},
  run: async (context, { id }) => {
    const [undone] = await undoMatches(context, [id])
    if (!undone) throw refuse('NOT_FOUND')
    return { match: answerOfMatch(undone) }
  },
})

type Found = WrittenMatch & { undoes: string | null; isUndone: boolean }

/** Takes matches back. Refuses MATCH_UNDONE for one that is taken back already, or that takes one back itself. */
export async function undoMatches(context: Context, ids: readonly string[]): Promise<WrittenMatch[]> {
  const found = await matchesById(context, ids)
  const items = await lockItems(
    context,
    found.flatMap(({ debitId, creditId }) => [debitId, creditId]),
  )
  // Read again behind the locks: of two who take it back at once, the second sees the first.
  const locked = await matchesById(context, ids)
  if (locked.some(({ undoes, isUndone }) => undoes !== null || isUndone)) throw financeRefusals.refuse('MATCH_UNDONE')
  const open = new Map<string, number>()
  const opened = (id: string, by: number) => open.set(id, (open.get(id) ?? items.get(id)?.open ?? 0) + by)
  const written = locked.map(({ id, debitId, creditId, amount, currency, matchedOn }): MatchToWrite => {
    opened(debitId, amount)
    opened(creditId, -amount)
    return { id: context.newId(), debitId, creditId, amount: -amount, currency, matchedOn, undoes: id }
  })
  await Promise.all([insertMatches(context, written), bringDown(context, open)])
  return written
}

async function matchesById({ sql, companyId }: Context, ids: readonly string[]): Promise<Found[]> {
  return await sql<Found[]>`
    select m.id, m.debit_id as "debitId", m.credit_id as "creditId", m.amount_amount as amount,
      m.amount_currency as currency, m.matched_on as "matchedOn", m.undoes_id as undoes, u.id is not null as "isUndone"
    from finance.matching m left join finance.matching u on u.company_id = m.company_id and u.undoes_id = m.id
    where m.company_id = ${companyId} and m.id = any(${[...ids]}::uuid[]) order by m.id`
}
