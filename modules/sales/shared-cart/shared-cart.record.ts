/** A shared cart's record as hand-written statements answer it. Names come from the definition, never from input. */
import { type Context, propertyOf, type RecordOf, refuse, type Sql, snake } from '#kernel'
import { salesRefusals } from '../refusals.ts'
import { sharedCart } from './shared-cart.entity.ts'

export type CartRecord = RecordOf<typeof sharedCart>

const properties = Object.entries(sharedCart.fields).map(([name, field]) => propertyOf(name, field))
const selectList = ['id', 'version', ...properties, 'createdAt', 'updatedAt']
  .map((property) => `c.${snake(property)} as "${property}"`)
  .join(', ')

/** The select list of a whole record; the table goes by the name `c`. */
export const cartColumns = (sql: Sql) => sql.unsafe(selectList)

/** The open cart, locked for change. Refuses NOT_FOUND beyond reach and CART_FINISHED for one that is not open. */
export async function lockOpenCart(context: Context, id: string): Promise<CartRecord> {
  const { sql, companyId } = context
  const [row] = await sql<CartRecord[]>`
    select ${cartColumns(sql)} from sales.shared_cart c where c.company_id = ${companyId} and c.id = ${id} for update`
  if (!row) throw refuse('NOT_FOUND')
  context.requireShop(row.shopId)
  if (row.status !== 'open') throw salesRefusals.refuse('CART_FINISHED', [{ field: 'status', message: row.status }])
  return { ...row }
}

/** Refuses CART_CLAIMED where another till holds the cart. */
export function mustNotBeClaimed({ claimedById }: CartRecord, registerId: string | undefined): void {
  if (claimedById === null || claimedById === registerId) return
  throw salesRefusals.refuse('CART_CLAIMED', [{ field: 'claimedById', message: 'another till', claimedById }])
}

/** Tells the log that a cart is new or changed; the other tills show it as it is now. */
export function emitCart(context: Context, what: 'created' | 'updated' | 'finished', after: CartRecord): void {
  const { id, version, shopId } = after
  context.emit(`shared_cart.${what}`, {
    entity: 'sales.sharedCart',
    id,
    version,
    shopId,
    data: { after: { ...after } },
  })
}
