'use client'
import { Plus } from 'lucide-react'
import { newPage, recordPage } from '#web/console/pages.ts'
import { sentence } from '#web/console/value.tsx'
import { useEntity } from '#web/data/description.ts'
import { type AnyRecord, useList } from '#web/data/queries.ts'
import { Badge } from '#web/ui/badge.tsx'
import { buttonClasses } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { Link } from '#web/ui/link.tsx'
import { Failure, SkeletonRows } from '#web/ui/states.tsx'
import { useLabel, useWords } from '#web/words/words.tsx'

const name = 'crm.customerAddress'

export function Addresses({ id }: { id: string }) {
  const words = useWords()
  const label = useLabel()
  const entity = useEntity(name)
  const list = useList(name, entity?.verbs.includes('list') ? entity.path : undefined, {
    limit: 10,
    filter: { customerId: id },
  })
  if (!entity) return null
  return (
    <Card
      title={label(entity.plural)}
      action={
        entity.verbs.includes('create') && (
          <Link href={`${newPage(name)}?customerId=${id}`} className={buttonClasses('plain', 'sm')}>
            <Plus aria-hidden className="size-3.5" />
            {words('customer.add')}
            <span className="sr-only">{label(entity.label)}</span>
          </Link>
        )
      }
    >
      {list.isError ? (
        <Failure error={list.error} retry={list.refetch} />
      ) : !list.data ? (
        <SkeletonRows rows={2} />
      ) : list.data.data.length === 0 ? (
        <p className="text-muted">{words('customer.noAddress')}</p>
      ) : (
        <ul className="flex flex-col gap-3">
          {list.data.data.map((row) => (
            <li key={row.id}>
              <Address row={row} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function Address({ row }: { row: AnyRecord }) {
  const label = useLabel()
  const words = useWords('customer')
  const place = [row.postalCode, row.city, row.state, row.country].filter(Boolean).join(' ')
  const lines = [row.name, row.lines, place, row.phone].filter(Boolean).map(String)
  return (
    <>
      <p className="flex items-center gap-2">
        <Link href={recordPage(name, row.id)} className="font-medium text-accent-ink hover:underline">
          {label(sentence(String(row.kind)))}
        </Link>
        {row.isDefault === true && <Badge>{words('usual')}</Badge>}
      </p>
      <address className="whitespace-pre-line text-muted not-italic">{lines.join('\n')}</address>
    </>
  )
}
