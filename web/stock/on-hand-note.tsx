'use client'
import { addDecimal } from '#engines/ground'
import type { InventoryStock } from '#sdk/inventory'
import { useFormat } from '#web/ui/format.ts'
import { useWords } from '#web/words/words.tsx'
import type { GoodsLine } from './lines.rules.ts'

/** What lies there now, and what would after the change. */
export function OnHandNote({
  line,
  onHand,
  isLeaving,
}: {
  line: GoodsLine
  onHand: ReadonlyMap<string, InventoryStock> | undefined
  /** The quantity goes out although it is not below zero. */
  isLeaving?: boolean
}) {
  const words = useWords('stock')
  const format = useFormat()
  if (!line.productId || !onHand) return null
  const before = onHand.get(line.productId)?.onHand ?? '0'
  const after = typeof line.quantity === 'string' ? afterOf(before, line.quantity, isLeaving) : undefined
  return (
    <p className="mt-1 text-[0.8125rem] text-muted tabular-nums">
      {after === undefined
        ? words('hereNow', { now: format.decimal(before) })
        : words('hereThen', { now: format.decimal(before), after: format.decimal(after) })}
    </p>
  )
}

export function afterOf(before: string, quantity: string, isLeaving = false): string {
  if (!isLeaving) return addDecimal(before, quantity)
  return addDecimal(before, quantity.startsWith('-') ? quantity.slice(1) : `-${quantity}`)
}
