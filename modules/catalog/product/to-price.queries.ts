/** One product as its price is asked for, archived ones too: a price is no promise to sell. */
import type { PricedProduct, PriceList } from '#engines/price'
import type { GoodsForSale } from '#engines/sale'
import type { Context } from '#kernel'
import type { ProductsForSaleRequest } from './for-sale.queries.ts'
import { findGoods, pricedProduct } from './for-sale.statement.ts'
import { mayRead } from './product.reach.ts'

/** `asked` is the unit, by its code. */
export type GoodsToPrice = {
  kind: GoodsForSale['kind']
  asked: string
  priced: PricedProduct
  lists: PriceList[]
}

/** The first product of the request within the caller's reach, with its prices, in one statement. */
export async function goodsToPrice(
  context: Context,
  request: ProductsForSaleRequest,
): Promise<GoodsToPrice | undefined> {
  const { goods, lists } = await findGoods(context, request)
  const [found] = goods
  if (!found || !mayRead(context, found.shopId)) return undefined
  return { kind: found.kind, asked: found.asked, priced: pricedProduct(found), lists }
}
