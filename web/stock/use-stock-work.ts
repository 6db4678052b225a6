'use client'
/**
 * A document of stock from its first line to its booking, the same for adjustments, transfers and counts: kept while it
 * is filled in, checked, looked at once more, sent at most once, and cleared when it is booked.
 */
import { useState } from 'react'
import { useDraft } from './draft.ts'
import { filledLines, type GoodsLine, type LineFaults } from './lines.rules.ts'
import { useRequestKey } from './request-key.ts'
import { useFaults } from './use-faults.ts'

export type StockDraft = { lines: GoodsLine[]; note: string }

type Work<D extends StockDraft> = {
  /** Of the draft on this device. */
  name: string
  empty: D
  faultsOf: (lines: readonly GoodsLine[]) => LineFaults
  /** What is wrong beside the lines, by field. */
  missing: (draft: D) => Readonly<Record<string, string>>
  /** Sends it under the key; rejects where it was not booked. */
  book: (draft: D, key: string) => Promise<void>
}

export function useStockWork<D extends StockDraft>({ name, empty, faultsOf, missing, book }: Work<D>) {
  const [draft, keep] = useDraft<D>(name, empty)
  const [isReviewed, setReviewed] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const { key, answered } = useRequestKey()
  const faults = useFaults()
  const send = async () => {
    setBusy(true)
    try {
      await book(draft, key)
      keep(empty)
      answered()
    } catch (error) {
      faults.refuse(error)
      answered(error)
    }
    setReviewed(false)
    setBusy(false)
  }
  return {
    ...{ draft, isReviewed, isBusy, errorAt: faults.errorAt, problem: faults.problem },
    change: (part: Partial<D>) => {
      keep({ ...draft, ...part })
      faults.clear()
    },
    /** On to the review, without the lines that say nothing, where nothing is wrong. */
    check: () => {
      const filled = filledLines(draft.lines)
      const lines = filled.length > 0 ? filled : draft.lines
      keep({ ...draft, lines })
      if (faults.show(faultsOf(lines), missing(draft))) setReviewed(true)
    },
    endReview: () => setReviewed(false),
    book: () => void send(),
  }
}
