'use client'
/** The page of any record: what it says, what can be done with it, what belongs to it, what happened to it. */
import { type EntityDescription, useDescription } from '#web/data/description.ts'
import { Badge, toneOf } from '#web/ui/badge.tsx'
import { PageHead } from '#web/ui/card.tsx'
import { Link } from '#web/ui/link.tsx'
import { Empty, Failure, Skeleton, SkeletonRows } from '#web/ui/states.tsx'
import { useLabel, useWords } from '#web/words/words.tsx'
import { sentence } from '../inputs/sentence.ts'
import { listPage } from '../pages.ts'
import { RecordActions } from './record-actions.tsx'
import { RecordFields } from './record-fields.tsx'
import { RecordTabs } from './record-tabs.tsx'
import { type TitledRecord, titleOfRecord, useEntityRecord } from './use-entity-record.ts'
import { WhoElse } from './who-else.tsx'

export function RecordPage({ name, id }: { name: string; id: string }) {
  const words = useWords('ui')
  const label = useLabel()
  const headOf = useHeadOf()
  const description = useDescription()
  const entity = description.data?.entities.find((each) => each.name === name)
  const record = useEntityRecord(entity, id)
  if (description.isError) return <Failure error={description.error} retry={description.refetch} />
  if (!description.data) return <RecordSkeleton />
  if (!entity) return <Empty title={words('notFound')} />
  if (record.isError) {
    return (
      <>
        <Trail entity={entity} />
        <Failure error={record.error} retry={record.refetch} />
      </>
    )
  }
  if (!record.data) return <RecordSkeleton />
  const state = entity.state ? record.data[entity.state] : undefined
  return (
    <>
      <PageHead
        trail={<Trail entity={entity} />}
        title={
          <span className="flex min-w-0 items-center gap-2.5">
            <span className="truncate">{headOf(entity, record.data)}</span>
            {typeof state === 'string' && <Badge tone={toneOf(state)}>{label(sentence(state))}</Badge>}
          </span>
        }
        actions={
          <>
            <WhoElse entity={name} id={id} />
            <RecordActions entity={entity} record={record.data} />
          </>
        }
      />
      <RecordFields entity={entity} record={record.data} />
      <RecordTabs entity={entity} record={record.data} />
    </>
  )
}

/** A record without a name of its own is named by what it is. */
function useHeadOf() {
  const label = useLabel()
  return (entity: EntityDescription, record: TitledRecord) => {
    const title = titleOfRecord(entity, record)
    return title === record.id ? `${label(entity.label)} ${title.slice(-8)}` : title
  }
}

function Trail({ entity }: { entity: EntityDescription }) {
  const label = useLabel()
  return (
    <Link href={listPage(entity.name)} className="hover:text-ink hover:underline">
      {label(entity.plural)}
    </Link>
  )
}

function RecordSkeleton() {
  return (
    <div>
      <Skeleton className="mb-2 h-4 w-24" />
      <Skeleton className="mb-5 h-7 w-72 max-w-full" />
      <div className="rounded-xl border bg-surface">
        <SkeletonRows rows={6} />
      </div>
    </div>
  )
}
