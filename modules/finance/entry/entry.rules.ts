/** What an entry made by hand must hold. Pure. */
import { formatMoney, type Money, type RefusalDetail, refuse } from '#kernel'
import { financeRefusals } from '../refusals.ts'
import type { NewLine } from './write-entries.ts'

export type LineInput = {
  accountId: string
  debit?: Money | undefined
  credit?: Money | undefined
  memo?: string | undefined
}

/**
 * The lines as they are written. Refuses VALIDATION_FAILED for a line that is not on one side alone, and
 * ENTRY_UNBALANCED with the difference in each currency.
 */
export function linesToWrite(lines: readonly LineInput[]): NewLine[] {
  const faults = lines.flatMap(({ debit, credit }, index): RefusalDetail[] =>
    (debit === undefined) === (credit === undefined)
      ? [{ field: `lines.${index}`, message: 'needs either a debit or a credit' }]
      : [],
  )
  if (faults.length > 0) throw refuse('VALIDATION_FAILED', faults)
  const written = lines.map(({ accountId, debit, credit, memo }) => ({
    ...{ accountId, memo, currency: (debit ?? credit)?.currency ?? '' },
    ...{ debit: debit?.amount ?? 0, credit: credit?.amount ?? 0 },
  }))
  mustBalance(written)
  return written
}

function mustBalance(lines: readonly NewLine[]): void {
  const rest = new Map<string, number>()
  for (const { debit, credit, currency } of lines) {
    const left = (rest.get(currency) ?? 0) + debit - credit
    if (!Number.isSafeInteger(left)) throw refuse('VALIDATION_FAILED', 'The amounts are too large.')
    rest.set(currency, left)
  }
  const details = [...rest].flatMap(([currency, left]): RefusalDetail[] => {
    if (left === 0) return []
    const side = left > 0 ? 'credit' : 'debit'
    const missing = formatMoney({ amount: Math.abs(left), currency })
    return [{ field: 'lines', message: `${missing} ${currency} is missing on the ${side} side` }]
  })
  if (details.length > 0) throw financeRefusals.refuse('ENTRY_UNBALANCED', details)
}
