'use client'
import { useState } from 'react'
import type { Draft } from '#engines/sale'
import { useTill } from '#web/till/core/context.tsx'
import { wordsOf } from '#web/till/core/fault.ts'
import { claim, release } from '#web/till/held/shared-carts.ts'
import { NoLease } from '#web/till/offline/queue.ts'
import type { Tender } from '#web/till/values.ts'
import { useWords } from '#web/words/words.tsx'
import { useCardWords } from './card-words.ts'
import { abandonSale, beginSale, CardRefused, CouponsNeedServer, type Sold, StoredRefused, sell } from './sell.ts'

export type SaleFlow = {
  /** The cart is written down and its tender may be taken. */
  isPaying: boolean
  isBusy: boolean
  problem: string | undefined
  sold: Sold | undefined
  begin: (draft: Draft) => Promise<boolean>
  pay: (draft: Draft, tenders: readonly Tender[]) => Promise<void>
  cancel: () => Promise<void>
  next: () => void
}

/** The way of a cart to a receipt: written down, paid, booked or queued, shown. */
export function useSale(): SaleFlow {
  const words = useWords('till')
  const till = useTill()
  const sayCard = useCardWords()
  const [isPaying, setPaying] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | undefined>()
  const [sold, setSold] = useState<Sold | undefined>()
  const begin = async (draft: Draft) => {
    setProblem(undefined)
    // What the money is taken with, and the receipt, are there by the time that they are needed.
    void Promise.allSettled([import('./tender-dialog.tsx'), import('./sold-screen.tsx')])
    const { cart, shared } = till.desk.state.get()
    try {
      await beginSale(till, cart, draft)
    } catch {
      setProblem(words('pay.noStore'))
      return false
    }
    try {
      if (shared) await claim(till)
      setPaying(true)
      return true
    } catch (error) {
      await abandonSale(till, cart)
      setProblem(wordsOf(error, words('pay.notClaimed')))
      return false
    }
  }
  const pay = async (draft: Draft, tenders: readonly Tender[]) => {
    const { cart, shared } = till.desk.state.get()
    setBusy(true)
    setProblem(undefined)
    try {
      const result = await sell(till, { cart, shared, draft, tenders })
      till.desk.clear()
      setSold(result)
      setPaying(false)
    } catch (error) {
      if (error instanceof CardRefused) setProblem(sayCard(error.problem))
      else if (error instanceof StoredRefused) setProblem(words('stored.offline'))
      else if (error instanceof CouponsNeedServer) setProblem(words('coupon.offline'))
      else if (error instanceof NoLease) setProblem(words('pay.noLease'))
      else setProblem(wordsOf(error, words('pay.failed')))
    } finally {
      setBusy(false)
    }
  }
  const cancel = async () => {
    setPaying(false)
    setProblem(undefined)
    const { cart, shared } = till.desk.state.get()
    await abandonSale(till, cart)
    if (shared) await release(till).catch(() => undefined)
  }
  return { isPaying, isBusy, problem, sold, begin, pay, cancel, next: () => setSold(undefined) }
}
