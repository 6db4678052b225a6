'use client'
import { useEffect, useState } from 'react'
import { useRefresh, useRoute } from '#web/data/queries.ts'
import { isEmpty } from '#web/till/cart/cart.rules.ts'
import { useTill } from '#web/till/core/context.tsx'
import { faultOf } from '#web/till/core/fault.ts'
import { useStore } from '#web/till/core/store.ts'
import type { HeldHere } from '#web/till/offline/database.ts'
import { Problem } from '#web/till/parts/problem.tsx'
import { useWork } from '#web/till/parts/use-work.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Field, Input } from '#web/ui/field.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Empty } from '#web/ui/states.tsx'
import { useWords } from '#web/words/words.tsx'
import { cartOf, holdHere, share, takeHere, takeUp } from './shared-carts.ts'

/** Puts the cart aside under a name, shares it, or takes up one that was. */
export function HeldDialog({ onClose }: { onClose: () => void }) {
  const words = useWords('till')
  const till = useTill()
  const refresh = useRefresh()
  const { cart, shared } = useStore(till.desk.state)
  const { isOnline } = useStore(till.link.state)
  const [name, setName] = useState(shared?.name ?? cart.customer?.name ?? '')
  const work = useWork()
  const hasCart = !isEmpty(cart)
  const keep = (held: boolean) =>
    work.run(async () => {
      try {
        if (isOnline || !held) await share(till, { name: name.trim(), held })
        else await holdHere(till, name.trim())
      } catch (error) {
        if (!held || faultOf(error) !== 'gone') throw error
        await holdHere(till, name.trim())
      }
      await refresh('sales.sharedCart')
      onClose()
    })
  return (
    <Dialog isOpen onClose={onClose} title={words('held.title')} says={words('held.says')}>
      <div className="flex flex-col gap-5">
        {hasCart && (
          <form
            className="flex flex-col gap-3"
            onSubmit={(event) => {
              event.preventDefault()
              void keep(true)
            }}
          >
            <Field label={words('held.name')}>
              {(described) => (
                <Input
                  {...described}
                  autoFocus
                  className="h-12"
                  maxLength={80}
                  value={name}
                  onChange={(event) => setName(event.target.value)}
                />
              )}
            </Field>
            <div className="flex flex-wrap gap-2">
              <Button size="lg" look="primary" type="submit" isBusy={work.isBusy}>
                {words('held.hold')}
              </Button>
              {!shared && (
                <Button size="lg" disabled={!isOnline || work.isBusy} onClick={() => void keep(false)}>
                  {words('held.share')}
                </Button>
              )}
            </div>
          </form>
        )}
        <Problem>{work.problem}</Problem>
        <HeldList hasCart={hasCart} run={(take) => void work.run(take).then(onClose)} />
      </div>
    </Dialog>
  )
}

function HeldList({ hasCart, run }: { hasCart: boolean; run: (take: () => Promise<void>) => void }) {
  const words = useWords('till')
  const format = useFormat()
  const till = useTill()
  const { isOnline } = useStore(till.link.state)
  const here = useHeldHere()
  const { shopId, registerId } = till.place
  const { data } = useRoute(
    'sales.sharedCart',
    'GET /multi-pc/sessions',
    { query: { limit: 50, sort: '-updatedAt', filter: { shopId, status: 'open' } } },
    { enabled: isOnline },
  )
  const open = till.desk.state.get().shared?.id
  const rows = [
    ...here.map(({ id, name, at, cart }) => ({
      ...{ id, name, at, lines: cart.lines.length, says: words('held.here'), isTaken: false },
      take: () => takeHere(till, id),
    })),
    ...(data?.data ?? [])
      .filter(({ id }) => id !== open)
      .map((each) => ({
        ...{ id: each.id, name: each.name ?? '', at: each.updatedAt, lines: cartOf(each).lines.length },
        says: each.held ? each.madeByName : words('held.isShared'),
        isTaken: each.claimedById !== null && each.claimedById !== registerId,
        take: () => takeUp(till, each.id),
      })),
  ]
  return (
    <section aria-label={words('held.list')}>
      <h3 className="mb-2 font-medium">{words('held.list')}</h3>
      {rows.length === 0 && <Empty title={words('held.none')} />}
      <ul className="flex flex-col gap-1.5">
        {rows.map(({ id, name, at, lines, says, isTaken, take }) => (
          <li key={id}>
            <button
              type="button"
              disabled={isTaken || hasCart}
              onClick={() => run(take)}
              className="flex min-h-14 w-full items-center gap-3 rounded-lg border px-4 py-2 text-start hover:bg-sunken disabled:opacity-55"
            >
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium">{name || words('held.nameless')}</span>
                <span className="block text-muted text-xs">
                  {words('held.lines', { count: lines })} · {says} · {format.moment(at)}
                </span>
              </span>
              {isTaken && <Badge tone="warn">{words('held.taken')}</Badge>}
            </button>
          </li>
        ))}
      </ul>
      {hasCart && rows.length > 0 && <p className="mt-2 text-muted">{words('held.finishFirst')}</p>}
    </section>
  )
}

function useHeldHere(): readonly HeldHere[] {
  const till = useTill()
  const [held, setHeld] = useState<readonly HeldHere[]>([])
  useEffect(() => {
    till.db.held
      .limit(100)
      .toArray()
      .then(setHeld, () => undefined)
  }, [till])
  return held
}
