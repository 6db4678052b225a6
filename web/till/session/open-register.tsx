'use client'
import { useState } from 'react'
import { client } from '#web/data/client.ts'
import { useTill } from '#web/till/core/context.tsx'
import { newId } from '#web/till/core/device.ts'
import { useStore } from '#web/till/core/store.ts'
import { TillPage } from '#web/till/parts/page.tsx'
import { Problem } from '#web/till/parts/problem.tsx'
import { useWork } from '#web/till/parts/use-work.ts'
import { Button } from '#web/ui/button.tsx'
import { useWords } from '#web/words/words.tsx'
import { CashCount, type Counted } from './cash-count.tsx'

/** The float is counted and the register opened; without the server it cannot be. */
export function OpenRegister({ onMove }: { onMove: () => void }) {
  const words = useWords('till')
  const till = useTill()
  const link = useStore(till.link.state)
  const { head } = useStore(till.book.state)
  const [counted, setCounted] = useState<Counted | undefined>()
  const [id] = useState(newId)
  const work = useWork()
  const { shopName, registerName, registerId } = till.place
  const open = () =>
    work.run(async () => {
      if (!counted) return
      const { amount: openingFloat, denominations } = counted
      const body = { id, registerId, openingFloat, ...(denominations ? { denominations } : {}) }
      await client.call('POST /pos/register-sessions', { body, key: id })
      await till.readSession()
    })
  return (
    <TillPage title={words('open.title')} says={`${shopName} · ${registerName}`}>
      <form
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          void open()
        }}
      >
        {!link.isOnline && <Problem>{words('open.offline')}</Problem>}
        {head && <CashCount label={words('open.float')} currency={head.settings.currency} onChange={setCounted} />}
        <Problem>{work.problem}</Problem>
        <div className="flex flex-wrap justify-between gap-3">
          <Button size="lg" look="quiet" onClick={onMove}>
            {words('open.elsewhere')}
          </Button>
          <Button size="lg" look="primary" type="submit" isBusy={work.isBusy} disabled={!counted || !link.isOnline}>
            {words('open.do')}
          </Button>
        </div>
      </form>
    </TillPage>
  )
}
