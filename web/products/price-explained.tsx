'use client'
import { useState } from 'react'
import { FieldInput } from '#web/console/inputs/inputs.tsx'
import { useRested } from '#web/console/inputs/link-search.ts'
import { ApiRefusal } from '#web/data/client.ts'
import type { FieldDescription } from '#web/data/description.ts'
import { useMay } from '#web/data/me.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Card } from '#web/ui/card.tsx'
import { classes } from '#web/ui/classes.ts'
import { useFormat } from '#web/ui/format.ts'
import { Failure, SkeletonRows } from '#web/ui/states.tsx'
import { useLabel, useWords } from '#web/words/words.tsx'
import { PriceOffers } from './price-offers.tsx'
import type { Product } from './product.ts'
import { type PriceAsked, type TraceStep, usePrice } from './use-price.ts'

type Asked = Readonly<Record<string, unknown>>

/** The price for whom, how much, where and when one likes, and how it comes about. */
export function PriceExplained({ product }: { product: Product }) {
  const words = useWords('product')
  const format = useFormat()
  const [asked, setAsked] = useState<Asked>({ quantity: '1' })
  const price = usePrice(product.id, queryOf(useRested(asked)))
  const isMissing = price.error instanceof ApiRefusal && price.error.code === 'PRICE_MISSING'
  return (
    <Card title={words('price.title')}>
      <Question asked={asked} onChange={setAsked} />
      <div aria-live="polite" aria-busy={price.isFetching} className="mt-4 border-t pt-4">
        {isMissing ? (
          <p className="text-muted">{words('price.missing')}</p>
        ) : price.isError ? (
          <Failure error={price.error} retry={price.refetch} />
        ) : !price.data ? (
          <SkeletonRows rows={2} />
        ) : (
          <>
            <p className="flex flex-wrap items-baseline gap-x-2">
              <span className="font-semibold text-2xl tabular-nums tracking-tight">
                {format.money(price.data.unitPrice)}
              </span>
              <span className="text-muted">{words('per', { unit: price.data.unit })}</span>
            </p>
            <Trace steps={price.data.trace} />
            <PriceOffers price={price.data} />
          </>
        )}
      </div>
    </Card>
  )
}

function Question({ asked, onChange }: { asked: Asked; onChange: (asked: Asked) => void }) {
  const words = useWords('product')
  const may = useMay()
  const fields: FieldDescription[] = [
    { name: 'quantity', kind: 'quantity', label: words('price.quantity'), required: false },
    ...(may('crm.customer.read')
      ? [
          linkField('customerId', words('price.customer'), 'crm.customer'),
          linkField('customerGroupId', words('price.group'), 'crm.customerGroup'),
        ]
      : []),
    ...(may('shops.shop.read') ? [linkField('shopId', words('price.shop'), 'shops.shop')] : []),
    { name: 'date', kind: 'date', label: words('price.date'), required: false },
    { name: 'time', kind: 'time', label: words('price.time'), required: false },
    { name: 'coupon', kind: 'code', label: words('price.coupon'), required: false },
  ]
  return (
    <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-5">
      {fields.map((field) => (
        <FieldInput
          key={field.name}
          field={field}
          value={asked[field.name]}
          onChange={(value) => onChange({ ...asked, [field.name]: value })}
        />
      ))}
    </div>
  )
}

const linkField = (name: string, label: string, to: string): FieldDescription => ({
  ...{ name, kind: 'link', label, required: false, to },
})

/** What could not be read yet is not asked about. */
const queryOf = (asked: Asked): PriceAsked =>
  Object.fromEntries(
    Object.entries(asked).filter(([, value]) => typeof value === 'string' && value !== ''),
  ) as PriceAsked

function Trace({ steps }: { steps: readonly TraceStep[] }) {
  const words = useWords('product')
  const label = useLabel()
  const format = useFormat()
  if (steps.length === 0) return null
  return (
    <>
      <h3 className="mt-4 mb-2 font-medium text-muted text-[0.8125rem]">{words('price.how')}</h3>
      <ol className="flex flex-col divide-y rounded-lg border">
        {steps.map((step, index) => (
          <li
            key={`${step.said} ${String(index)}`}
            className={classes(
              'flex flex-wrap items-baseline gap-x-3 gap-y-0.5 px-3 py-2',
              step.chosen && 'bg-good-soft',
            )}
          >
            <span className="min-w-40 flex-1">
              <span className={classes(step.chosen && 'font-medium text-good-ink')}>{label(step.said)}</span>
              <span className={classes('block text-[0.8125rem]', step.chosen ? 'text-good-ink' : 'text-muted')}>
                {label(step.why)}
              </span>
            </span>
            {step.price && <span className="tabular-nums">{format.money(step.price)}</span>}
            {step.chosen && <Badge tone="good">{words('price.chosen')}</Badge>}
          </li>
        ))}
      </ol>
    </>
  )
}
