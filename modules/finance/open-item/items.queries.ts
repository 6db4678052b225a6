/** Reads open items under a lock, in id order. */
import type { Context, Sql } from '#kernel'
import type { Item } from './match.rules.ts'
import type { Side } from './open-item.entity.ts'

const columns = (sql: Sql) => sql`id, side, coalesce(customer_id, vendor_id) as "partyId",
  amount_currency as currency, number, issued_on as "issuedOn", due_on as "dueOn", open_amount as open`

/** These items by id, locked; ids that are unknown are left out. */
export async function lockItems(
  { sql, companyId }: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Item>> {
  const rows = await sql<Item[]>`
    select ${columns(sql)} from finance.open_item
    where company_id = ${companyId} and id = any(${[...new Set(ids)]}::uuid[]) order by id for update`
  return new Map(rows.map((row) => [row.id, { ...row }]))
}

/** The item that a document left; undefined where it left none. */
export async function itemOf(
  { sql, companyId }: Context,
  { entity, id }: { entity: string; id: string },
): Promise<Item | undefined> {
  const [row] = await sql<Item[]>`
    select ${columns(sql)} from finance.open_item
    where company_id = ${companyId} and source_entity = ${entity} and source_id = ${id}`
  return row && { ...row }
}

export type ItemsWanted = { side: Side; partyId: string; currency: string; isDebit: boolean }

/** What is open of a party on one side of an account, due first; at most 500, which is more than a payment names. */
export async function openItemsOf(
  { sql, companyId }: Context,
  { side, partyId, currency, isDebit }: ItemsWanted,
): Promise<Item[]> {
  const party = side === 'receivable' ? sql`customer_id = ${partyId}` : sql`vendor_id = ${partyId}`
  return await sql<Item[]>`
    select ${columns(sql)} from finance.open_item
    where company_id = ${companyId} and ${party} and settled_on is null and open_currency = ${currency}
      and ${isDebit ? sql`open_amount > 0` : sql`open_amount < 0`}
    order by due_on, issued_on, id limit 500`
}
