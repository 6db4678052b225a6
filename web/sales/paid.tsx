'use client'
import type { Money } from '#sdk/values'
import { Card } from '#web/ui/card.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useWords } from '#web/words/words.tsx'
import type { Method } from './returnable.rules.ts'
import { Sum } from './totals.tsx'

type Tender = { method: Method; amount: Money; reference?: string | null }

/** How it was paid, and the change. */
export function Paid({ tenders, change }: { tenders: readonly Tender[]; change: Money }) {
  const words = useWords('sale')
  const format = useFormat()
  return (
    <Card title={words('paid')}>
      {tenders.length === 0 ? (
        <p className="text-muted">{words('notPaidHere')}</p>
      ) : (
        <dl>
          {tenders.map(({ method, amount, reference }, index) => (
            <Sum
              key={`${method} ${String(index)}`}
              label={
                <>
                  {words(`method.${method}`)}
                  {reference && <span className="ms-2 font-mono text-xs">{reference}</span>}
                </>
              }
              money={amount}
            />
          ))}
          {change.amount > 0 && (
            <div className="mt-1 flex justify-between gap-4 border-t pt-2">
              <dt>{words('change')}</dt>
              <dd className="tabular-nums">{format.money(change)}</dd>
            </div>
          )}
        </dl>
      )}
    </Card>
  )
}
