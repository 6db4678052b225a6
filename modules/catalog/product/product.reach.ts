/** How far the caller's permission reaches among products, for statements that the pipeline does not write. */
import type { Context } from '#kernel'

/** Whether a product of that shop (null: of all shops) lies within what the caller may read. */
export const mayRead = ({ scope, actor }: Context, shopId: string | null): boolean =>
  scope !== 'shop' || shopId === null || actor.shopIds.includes(shopId)

/** Whether the caller may change it: what belongs to the whole company is beyond the reach of a shop. */
export const mayChange = ({ scope, actor }: Context, shopId: string | null): boolean =>
  scope === 'all' || scope === 'company' || (scope === 'shop' && shopId !== null && actor.shopIds.includes(shopId))
