'use client'
/** The codes of the gift cards that a sale sold, to be handed over. */
import { useState } from 'react'
import { client } from '#web/data/client.ts'
import { newId } from '#web/till/core/device.ts'
import { Problem } from '#web/till/parts/problem.tsx'
import { useWork } from '#web/till/parts/use-work.ts'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useWords } from '#web/words/words.tsx'
import type { Sold } from './sell.ts'

type Shown = { id: string; code: string; worth: string }

/** Asks only when somebody wants to see them: every showing is in the audit log. */
export function SoldCards({ sold }: { sold: Sold }) {
  const words = useWords('till')
  const format = useFormat()
  const [cards, setCards] = useState<readonly Shown[]>([])
  const work = useWork()
  if (!sold.hasCards) return null
  const show = () =>
    work.run(async () => {
      const query = { limit: 100, filter: { sourceId: sold.id } }
      const { data } = await client.call('GET /loyalty/gift-cards', { query })
      setCards(
        await Promise.all(
          data.map(async ({ id, initial }) => {
            const { code } = await client.call('POST /loyalty/gift-cards/:id/code', {
              params: { id },
              body: {},
              key: newId(),
            })
            return { id, code, worth: format.money(initial) }
          }),
        ),
      )
    })
  return (
    <section className="flex flex-col gap-2 rounded-lg border p-3" aria-label={words('stored.sold')}>
      {cards.length === 0 && (
        <Button size="lg" isBusy={work.isBusy} onClick={() => void show()}>
          {words('stored.show')}
        </Button>
      )}
      {cards.map(({ id, code, worth }) => (
        <p key={id} className="flex flex-wrap items-baseline justify-between gap-2">
          <bdi dir="ltr" className="font-mono font-semibold text-lg">
            {code}
          </bdi>
          <span className="tabular-nums">{worth}</span>
        </p>
      ))}
      <Problem>{work.problem}</Problem>
    </section>
  )
}
