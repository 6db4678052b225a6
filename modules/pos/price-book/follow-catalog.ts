/** Notes which goods of the price book changed, so that a till need not load it whole. */
import { type Context, defineListener, type LoggedEvent } from '#kernel'
import { goodsTouchedBy } from '#modules/catalog'
import { touchingTypes, touchOf } from './touch.rules.ts'

/** More goods at once are not noted one by one: loading the book anew costs as much. */
const goodsMax = 20_000

/** It is not rebuilt from the log: versions that tills keep must never be counted again from 1. */
export const followCatalog = defineListener('follow-catalog', {
  on: touchingTypes,
  says: 'Notes which goods of the price book changed, and when all of it did.',
  run: async (context, events) => {
    const touch = touchOf(events as readonly LoggedEvent<Record<string, unknown>>[])
    const { productIds, listIds } = touch
    const isNamed = productIds.length + listIds.length > 0
    const touched = isNamed ? await goodsTouchedBy(context, { productIds, listIds, max: goodsMax }) : []
    await noteChange(context, { isWhole: touch.isWhole || touched === undefined, productIds: touched ?? [] })
  },
})

async function noteChange(
  { sql, companyId }: Context,
  { isWhole, productIds }: { isWhole: boolean; productIds: readonly string[] },
): Promise<void> {
  await sql`
    with head as (
      insert into pos.book_head as h (company_id, whole, version) values (${companyId}, 1, 1)
      on conflict (company_id) do update set version = h.version + 1, whole = h.whole + ${isWhole ? 1 : 0}::int
      returning version)
    insert into pos.book_change as c (company_id, product_id, version)
    select ${companyId}, id, head.version from head, unnest(${[...productIds]}::uuid[]) as id
    order by id
    on conflict (company_id, product_id) do update set version = excluded.version`
}
