'use client'
import { useEffect } from 'react'
import { SkeletonRows } from '#web/ui/states.tsx'
import { useWords } from '#web/words/words.tsx'
import { useTill } from './core/context.tsx'
import { useStore } from './core/store.ts'
import { TillPage } from './parts/page.tsx'
import { SellScreen } from './sell-screen.tsx'
import { OpenRegister } from './session/open-register.tsx'

export type ScreenDialog =
  | ('customer' | 'coupon' | 'note' | 'held' | 'line' | 'returns' | 'camera' | 'printer')
  | ('paid-in' | 'paid-out' | 'report' | 'close')

/** Selling where the register is open; opening it where it is not. */
export function Screen({ onMove }: { onMove: () => void }) {
  const words = useWords('till')
  const till = useTill()
  const session = useStore(till.session)
  const { isOnline } = useStore(till.link.state)
  useEffect(() => {
    if (isOnline) void till.readSession().catch(() => undefined)
  }, [till, isOnline])
  if (session) return <SellScreen onMove={onMove} />
  if (session === undefined && isOnline)
    return (
      <TillPage title={words('title')} says={till.place.registerName}>
        <SkeletonRows rows={4} />
      </TillPage>
    )
  return <OpenRegister onMove={onMove} />
}
