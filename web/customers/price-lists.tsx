'use client'
import { RecordLink, sentence } from '#web/console/value.tsx'
import { useMay } from '#web/data/me.ts'
import { type AnyRecord, useList } from '#web/data/queries.ts'
import { Badge, toneOf } from '#web/ui/badge.tsx'
import { Card } from '#web/ui/card.tsx'
import { SkeletonRows } from '#web/ui/states.tsx'
import { useLabel, useWords } from '#web/words/words.tsx'

/** The price lists that were made for this customer, and those of its group. */
export function PriceLists({ id, groupId }: { id: string; groupId: string | undefined }) {
  const words = useWords('customer')
  const label = useLabel()
  const may = useMay()
  const path = may('catalog.priceList.read') ? '/catalog/price-lists' : undefined
  const own = useList('catalog.priceList', path, { limit: 10, filter: { customerId: id } })
  const ofGroup = useList('catalog.priceList', groupId ? path : undefined, {
    limit: 10,
    filter: { customerGroupId: groupId },
  })
  if (!path) return null
  const found: AnyRecord[] = [...(own.data?.data ?? []), ...(groupId ? (ofGroup.data?.data ?? []) : [])]
  return (
    <Card title={words('prices')}>
      {own.isPending ? (
        <SkeletonRows rows={2} />
      ) : (
        <>
          {groupId && (
            <p className="mb-2">
              <span className="text-muted">{words('group')}</span>{' '}
              <RecordLink entity="crm.customerGroup" id={groupId} />
            </p>
          )}
          {found.length === 0 ? (
            <p className="text-muted">{words('noPrices')}</p>
          ) : (
            <ul className="flex flex-col gap-1.5">
              {found.map((list) => (
                <li key={list.id} className="flex items-center gap-2">
                  <RecordLink entity="catalog.priceList" id={list.id} title={String(list.name)} />
                  <Badge tone={toneOf(String(list.status))}>{label(sentence(String(list.status)))}</Badge>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </Card>
  )
}
