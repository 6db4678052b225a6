'use client'
import { useInfiniteQuery } from '@tanstack/react-query'
import { client } from '#web/data/client.ts'
import type { EntityDescription } from '#web/data/description.ts'
import type { AnswerOf } from '#web/data/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Empty, Failure, SkeletonRows } from '#web/ui/states.tsx'
import { useLabel, useWords } from '#web/words/words.tsx'
import { LinkedValue, sentence } from '../value.tsx'

type Moment = AnswerOf<'GET /console/timeline'>['data'][number]
type More = { nextCursor?: string | null; since?: string | null }

const pageSize = 20

/** What happened to a record, the latest first: changes field by field, and other events by their names. */
export function Timeline({ entity, id }: { entity: EntityDescription; id: string }) {
  const words = useWords('record')
  const format = useFormat()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [entity.name, 'timeline', id],
    queryFn: ({ pageParam, signal }) =>
      client.call('GET /console/timeline', {
        query: { entity: entity.name, id, limit: pageSize, ...(pageParam ? { cursor: pageParam } : {}) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ pagination }) => pagination.nextCursor ?? undefined,
  })
  if (error) return <Failure error={error} retry={refetch} />
  if (!data) return <SkeletonRows rows={4} />
  const moments = data.pages.flatMap((page) => page.data)
  const since = (data.pages.at(-1)?.pagination as More | undefined)?.since
  if (moments.length === 0) return <Empty title={words('timelineEmpty')} />
  return (
    <div className="rounded-xl border bg-surface p-4">
      <ol className="ms-1.5 border-s">
        {moments.map((moment) => (
          <TimelineMoment key={moment.id} entity={entity} moment={moment} />
        ))}
      </ol>
      {hasNextPage && (
        <Button className="mt-3" isBusy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {words('timelineMore')}
        </Button>
      )}
      {!hasNextPage && since && (
        <p className="mt-3 text-muted text-xs">{words('timelineSince', { moment: format.moment(since) })}</p>
      )}
    </div>
  )
}

function TimelineMoment({ entity, moment }: { entity: EntityDescription; moment: Moment }) {
  const label = useLabel()
  const format = useFormat()
  const { type, at, says, actor, changes } = moment
  return (
    <li className="relative pb-4 ps-5 last:pb-0">
      <span aria-hidden className="absolute -start-[5px] top-1.5 size-2.5 rounded-full border-2 bg-surface" />
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-medium">{label(sentence(type.split('.').slice(1).join(' ') || type))}</span>
        <span className="text-muted">{actor.name}</span>
        <time dateTime={at} className="text-muted text-xs">
          {format.moment(at)}
        </time>
      </p>
      {changes.length > 0 ? (
        <Changes entity={entity} changes={changes} />
      ) : (
        says && <p className="text-[0.8125rem] text-muted">{label(says)}</p>
      )}
    </li>
  )
}

function Changes({ entity, changes }: { entity: EntityDescription; changes: Moment['changes'] }) {
  const words = useWords('record')
  const label = useLabel()
  return (
    <ul className="mt-1 flex flex-col gap-1">
      {changes.map(({ field: name, before, after }) => {
        const field = entity.fields.find((each) => each.name === name)
        if (!field) return null
        return (
          <li key={name} className="flex flex-wrap items-baseline gap-x-2">
            <span className="text-muted">{label(field.label)}</span>
            <span className="sr-only">{words('before')}</span>
            <del className="break-words text-muted decoration-muted/60">
              <LinkedValue field={field} value={before} />
            </del>
            <span aria-hidden className="text-faint rtl:rotate-180">
              →
            </span>
            <span className="sr-only">{words('after')}</span>
            <ins className="break-words no-underline">
              <LinkedValue field={field} value={after} />
            </ins>
          </li>
        )
      })}
    </ul>
  )
}
