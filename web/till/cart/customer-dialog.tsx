'use client'
import { useDeferredValue, useState } from 'react'
import { buyerOf } from '#engines/gst'
import { useRoute } from '#web/data/queries.ts'
import { useTill } from '#web/till/core/context.tsx'
import { useStore } from '#web/till/core/store.ts'
import { Problem } from '#web/till/parts/problem.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Field, Input } from '#web/ui/field.tsx'
import { Empty, Failure, SkeletonRows } from '#web/ui/states.tsx'
import { useWords } from '#web/words/words.tsx'
import { setCustomer } from './cart.rules.ts'

/** Who buys: their prices hold for the cart from then on. */
export function CustomerDialog({ onClose }: { onClose: () => void }) {
  const words = useWords('till')
  const till = useTill()
  const { isOnline } = useStore(till.link.state)
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const { data, error, refetch } = useRoute(
    'crm.customer',
    'GET /erp/customers',
    { query: { limit: 30, filter: { status: 'active' }, ...(q ? { q } : { sort: 'name' }) } },
    { enabled: isOnline, keep: true },
  )
  return (
    <Dialog isOpen onClose={onClose} title={words('customer.title')}>
      <div className="flex flex-col gap-3">
        <Field label={words('customer.search')}>
          {(described) => (
            <Input
              {...described}
              autoFocus
              type="search"
              autoComplete="off"
              className="h-12 text-base"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        {!isOnline ? (
          <Problem>{words('customer.offline')}</Problem>
        ) : error ? (
          <Failure error={error} retry={() => void refetch()} />
        ) : !data ? (
          <SkeletonRows rows={6} />
        ) : data.data.length === 0 ? (
          <Empty title={words('customer.none')} />
        ) : (
          <ul className="flex flex-col gap-1">
            {data.data.map(({ id, name, groupId, phone, code, ...customer }) => (
              <li key={id}>
                <button
                  type="button"
                  className="flex min-h-12 w-full items-center gap-3 rounded-lg px-3 py-1.5 text-start hover:bg-sunken"
                  onClick={() => {
                    till.desk.change((cart) => setCustomer(cart, { id, name, groupId, phone, gst: buyerOf(customer) }))
                    onClose()
                  }}
                >
                  <span className="min-w-0 flex-1 truncate font-medium">{name}</span>
                  <span className="shrink-0 text-muted tabular-nums">{phone ?? code}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  )
}
