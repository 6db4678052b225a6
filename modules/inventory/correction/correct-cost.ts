/** A receipt's cost put right: posted forward, in bounded time, whatever has happened since. */
import {
  businessDate,
  type Context,
  type Decimal,
  type Money,
  msOf,
  multiplyMoney,
  refuse as refuseCore,
} from '#kernel'
import { companySettings } from '#modules/companies'
import { emitAdjusted } from '../adjustment/adjust.ts'
import type { AdjustmentEffect } from '../reason/reason.entity.ts'
import { refuse } from '../refusals.ts'
import { lockStock } from '../stock/rows.ts'
import { type Corrected, correctionRow } from './correction.statement.ts'

type Receipt = {
  productId: string
  warehouseId: string
  shopId: string | null
  kind: string
  quantity: Decimal
  currency: string
  /** Minor units: as posted and corrected since. */
  value: number
  reason: string | null
  effect: AdjustmentEffect | null
}

/**
 * Corrects the value of a receipt (opening stock or goods that came in by adjustment). What is still there of it (first
 * in first out: by its layers; moving average: as much as is on hand, at most what came in) changes the value of stock,
 * the rest is expensed today. Refuses NOT_FOUND, COST_NOT_CORRECTABLE for other moves and for a cost that it has
 * already, CURRENCY_MISMATCH. Emits inventory.adjusted, from which the ledger posts.
 */
export async function correctCost(
  context: Context,
  { id, unitCost, note }: { id: string; unitCost: Money; note: string },
) {
  const [settings, found] = await Promise.all([companySettings(context), receiptOf(context, id)])
  if (!found) throw refuseCore('NOT_FOUND')
  // Two corrections of one receipt come one after the other, and the second begins at what the first left.
  await lockStock(context, [found])
  const receipt = (await receiptOf(context, id)) ?? found
  const after = costOf(receipt, unitCost)
  const today = businessDate(msOf(context.now), settings.timeZone)
  const reason = receipt.reason ?? 'correction'
  const corrected = await correctionRow(context, {
    ...{ id: context.newId(), moveId: id, before: receipt.value, after, businessDate: today, note, reason },
  })
  emitCorrected(context, { receipt: { ...receipt, reason }, corrected, delta: after - receipt.value, today })
  const inMoney = (amount: number): Money => ({ amount, currency: receipt.currency })
  const { held, stockChange, expense } = corrected
  return {
    ...{ id: corrected.id, held, before: inMoney(receipt.value), after: inMoney(after) },
    ...{ stockChange: inMoney(stockChange), expense: inMoney(expense) },
  }
}

/** The new value of all that came in. */
function costOf({ kind, quantity, currency, value, effect }: Receipt, unitCost: Money): number {
  const isReceipt = (kind === 'opening' || kind === 'adjustment') && effect !== null && !quantity.startsWith('-')
  if (!isReceipt) {
    const message = 'Only goods that came in by an adjustment or as opening stock have a cost of their own.'
    throw refuse('COST_NOT_CORRECTABLE', [{ field: 'id', message }])
  }
  if (unitCost.currency !== currency) {
    throw refuseCore('CURRENCY_MISMATCH', [{ field: 'unitCost', message: `Stock is valued in ${currency}.` }])
  }
  const after = multiplyMoney(unitCost, quantity).amount
  if (after === value)
    throw refuse('COST_NOT_CORRECTABLE', [{ field: 'unitCost', message: 'This is its cost already.' }])
  return after
}

async function receiptOf(context: Context, id: string): Promise<Receipt | undefined> {
  const { sql, companyId, scope, actor } = context
  const isShop = scope === 'shop' || scope === 'own'
  const [row] = await sql<Receipt[]>`
    select m.product_id as "productId", m.warehouse_id as "warehouseId", m.shop_id as "shopId", m.kind,
      trim_scale(m.quantity)::text as quantity, m.value_currency as currency,
      m.value_amount + coalesce(c.change, 0) as value, r.code as reason, r.effect
    from inventory.move m
    left join lateral (
      select sum(after_amount - before_amount)::bigint as change from inventory.cost_correction
      where company_id = ${companyId} and move_id = m.id) c on true
    left join inventory.adjustment_line l on l.company_id = ${companyId} and l.id::text = m.source_line_id
    left join inventory.adjustment_reason r on r.company_id = ${companyId} and r.id = l.reason_id
    where m.company_id = ${companyId} and m.id = ${id}
      and (${!isShop} or m.shop_id = any(${[...actor.shopIds]}::uuid[]))`
  return row
}

/** The receipt is worth more to whoever it was booked against; what had gone of it was expensed too low. */
function emitCorrected(
  context: Context,
  {
    receipt,
    corrected,
    delta,
    today,
  }: { receipt: Receipt & { reason: string }; corrected: Corrected; delta: number; today: string },
): void {
  const { productId, warehouseId, shopId, currency, reason, effect } = receipt
  const lines = [
    { productId, quantity: '0', value: delta, reason, effect: effect ?? 'correction' },
    { productId, quantity: '0', value: 0 - corrected.expense, reason: 'true-up', effect: 'correction' as const },
  ].filter(({ value }) => value !== 0)
  const place = { id: warehouseId, shopId, currency }
  emitAdjusted(context, { id: corrected.id, place, lines, result: { stocks: [] }, businessDate: today })
}
