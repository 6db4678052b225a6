import type { Context } from '#kernel'
import { registerForSale } from '#modules/shops'

/** Refuses REFERENCE_NOT_FOUND where a register that money of an order goes through is not one of its shop. */
export async function mustBeOfShop(context: Context, shopId: string, registerId: string | undefined): Promise<void> {
  if (registerId !== undefined) await registerForSale(context, { shopId, registerId })
}
