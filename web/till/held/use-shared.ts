'use client'
import { useEffect } from 'react'
import { useLive } from '#web/data/live.tsx'
import { useTill } from '#web/till/core/context.tsx'
import { useStore } from '#web/till/core/store.ts'
import { useToast } from '#web/ui/toast.tsx'
import { useWords } from '#web/words/words.tsx'
import { look, push } from './shared-carts.ts'

/** Keeps the cart that is open here and the one that others see the same. */
export function useShared(isPaying: boolean): void {
  const words = useWords('till')
  const till = useTill()
  const toast = useToast()
  const { shared } = useStore(till.desk.state)
  const { isOnline } = useStore(till.link.state)
  const id = shared?.id
  const read = () => {
    if (isPaying) return
    look(till).then(
      (what) => what === 'finished' && toast({ kind: 'bad', text: words('held.finishedElsewhere') }),
      () => undefined,
    )
  }
  useLive(id ? [`record:sales.sharedCart:${id}`] : [], read)
  useEffect(() => {
    till.desk.onChange(({ shared: open }) => {
      if (open) push(till, () => toast({ kind: 'bad', text: words('held.conflict') }))
    })
  }, [till, toast, words])
  // What was missed while the line was down.
  useEffect(() => {
    if (id && isOnline) void look(till).catch(() => undefined)
  }, [till, id, isOnline])
}
