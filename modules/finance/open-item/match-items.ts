/** Matches open items inside the caller's transaction. The deciding is in match.rules.ts. */
import type { Context } from '#kernel'
import { lockItems } from './items.queries.ts'
import { type Match, matchAll, type WantedMatch } from './match.rules.ts'

export type WrittenMatch = Match & { id: string }

/**
 * Matches debits with credits. The items are locked in id order first, so that of two matches at once the second sees
 * what the first left open. Refuses as `matchAll` does. Emits `matching.created` for each.
 */
export async function matchItems(context: Context, wanted: readonly WantedMatch[]): Promise<WrittenMatch[]> {
  if (wanted.length === 0) return []
  const items = await lockItems(
    context,
    wanted.flatMap(({ debitId, creditId }) => [debitId, creditId]),
  )
  const { matches, open } = matchAll(items, wanted)
  const written = matches.map((match) => ({ ...match, id: context.newId() }))
  await Promise.all([insertMatches(context, written), bringDown(context, open)])
  return written
}

export type MatchToWrite = WrittenMatch & { undoes?: string }

export async function insertMatches(context: Context, matches: readonly MatchToWrite[]): Promise<void> {
  const { sql, companyId, now } = context
  await sql`
    insert into finance.matching (company_id, id, created_at, updated_at, debit_id, credit_id, amount_amount,
      amount_currency, matched_on, undoes_id)
    select ${companyId}, m.id, ${now}, ${now}, m."debitId", m."creditId", m.amount, m.currency, m."matchedOn", m.undoes
    from jsonb_to_recordset(${sql.json([...matches])}) as m(id uuid, "debitId" uuid, "creditId" uuid, amount bigint,
      currency text, "matchedOn" date, undoes uuid)`
  for (const { id, undoes = null, ...match } of matches) {
    context.emit('matching.created', {
      entity: 'finance.matching',
      id,
      version: 1,
      data: { after: { id, ...match, undoesId: undoes } },
    })
  }
}

/** Writes what is open of locked items now. Sent after the matches, whose last day is when an item was settled. */
export async function bringDown({ sql, companyId, now }: Context, open: ReadonlyMap<string, number>): Promise<void> {
  const rows = [...open].map(([id, amount]) => ({ id, amount })).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  await sql`
    update finance.open_item i set open_amount = w.amount, version = i.version + 1, updated_at = ${now},
      settled_on = case when w.amount = 0 then (
        select max(m.matched_on) from finance.matching m
        where m.company_id = ${companyId} and (m.debit_id = i.id or m.credit_id = i.id)) end
    from jsonb_to_recordset(${sql.json(rows)}) as w(id uuid, amount bigint)
    where i.company_id = ${companyId} and i.id = w.id`
}
