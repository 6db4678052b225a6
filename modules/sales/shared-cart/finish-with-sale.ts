/** Finishes a shared cart in the transaction of the sale that comes of it: of several at once one goes through. */
import { type Context, refuse } from '#kernel'
import { salesRefusals } from '../refusals.ts'
import { type CartRecord, cartColumns, emitCart, mustNotBeClaimed } from './shared-cart.record.ts'

type Finishing = { cartId: string; saleId: string; shopId: string; registerId: string | null }

/**
 * One statement. Refuses REFERENCE_NOT_FOUND naming `sharedCartId` for a cart that the shop does not have,
 * CART_FINISHED and CART_CLAIMED.
 */
export async function finishWithSale(context: Context, finishing: Finishing): Promise<void> {
  const before = await tryToFinish(context, finishing)
  if (!before) throw refuse('REFERENCE_NOT_FOUND', [{ field: 'sharedCartId', message: 'The shop has no such cart.' }])
  if (before.status !== 'open') {
    throw salesRefusals.refuse('CART_FINISHED', [{ field: 'sharedCartId', message: before.status }])
  }
  mustNotBeClaimed(before, finishing.registerId ?? undefined)
  emitCart(context, 'finished', finished(context, before, finishing))
}

/** The same for a sale that has happened already: false where the cart is not its to finish. */
export async function finishIfOpen(context: Context, finishing: Finishing): Promise<boolean> {
  const before = await tryToFinish(context, finishing)
  if (before?.status !== 'open') return false
  if (before.claimedById !== null && before.claimedById !== finishing.registerId) return false
  emitCart(context, 'finished', finished(context, before, finishing))
  return true
}

const finished = ({ now }: Context, before: CartRecord, { saleId }: Finishing): CartRecord => ({
  ...before,
  ...{ status: 'finished', saleId, finishedAt: now, version: before.version + 1 },
})

/** The cart as it was when it was locked; it is finished where it was open and claimed by nobody else. */
async function tryToFinish(
  { sql, companyId, now }: Context,
  { cartId, saleId, shopId, registerId }: Finishing,
): Promise<CartRecord | undefined> {
  const [row] = await sql<CartRecord[]>`
    with held as materialized (
      select c.* from sales.shared_cart c
      where c.company_id = ${companyId} and c.id = ${cartId} and c.shop_id = ${shopId} for update
    ), changed as (
      update sales.shared_cart c set status = 'finished', finished_at = ${now}, sale_id = ${saleId},
        version = held.version + 1, updated_at = ${now}
      from held where c.company_id = ${companyId} and c.id = held.id and held.status = 'open'
        and (held.claimed_by_id is null or held.claimed_by_id = ${registerId}::uuid)
    )
    select ${cartColumns(sql)} from held c`
  return row && { ...row }
}
