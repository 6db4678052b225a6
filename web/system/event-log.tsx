'use client'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import type { SystemListEventsAnswer } from '#sdk/system'
import { client } from '#web/data/client.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Field, Input } from '#web/ui/field.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { Empty, Failure, SkeletonRows } from '#web/ui/states.tsx'
import { type Column, Table } from '#web/ui/table.tsx'
import { useWords } from '#web/words/words.tsx'
import { recordPage } from '../console/pages.ts'

type Event = SystemListEventsAnswer

/** The event log as it is, the newest first. */
export function EventLog() {
  const words = useWords('system')
  const [type, setType] = useState('')
  const [shown, setShown] = useState<Event | undefined>()
  const wanted = useDeferredValue(type.trim())
  const events = useInfiniteQuery({
    queryKey: ['system', 'events', wanted],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      client.call('GET /system/events', {
        query: { limit: 50, ...(wanted ? { type: wanted } : {}), ...(pageParam ? { cursor: pageParam } : {}) },
        signal,
      }),
    getNextPageParam: ({ pagination }) => pagination.nextCursor ?? undefined,
  })
  const columns = useColumns(setShown)
  const rows = events.data?.pages.flatMap((page) => page.data) ?? []
  return (
    <>
      <Field label={words('eventType')} help={words('eventTypeHelp')} className="mb-4 max-w-sm">
        {(field) => <Input {...field} type="search" value={type} onChange={(event) => setType(event.target.value)} />}
      </Field>
      {events.isError ? (
        <Failure error={events.error} retry={events.refetch} />
      ) : (
        <Card isFlush>
          {!events.data ? (
            <SkeletonRows />
          ) : rows.length === 0 ? (
            <Empty title={words('eventsEmpty')} />
          ) : (
            <Table caption={words('events')} columns={columns} rows={rows} keyOf={({ id }) => id} />
          )}
          {events.hasNextPage && (
            <div className="border-t p-3 text-center">
              <Button isBusy={events.isFetchingNextPage} onClick={() => void events.fetchNextPage()}>
                {words('older')}
              </Button>
            </div>
          )}
        </Card>
      )}
      {shown && <EventDialog event={shown} onClose={() => setShown(undefined)} />}
    </>
  )
}

function useColumns(show: (event: Event) => void): Column<Event>[] {
  const words = useWords('system')
  const format = useFormat()
  return [
    { name: 'at', head: words('when'), cell: ({ at }) => format.moment(at), className: 'whitespace-nowrap' },
    {
      name: 'type',
      head: words('eventType'),
      cell: (event) => (
        <button type="button" className="font-medium text-accent-ink hover:underline" onClick={() => show(event)}>
          {event.type}
        </button>
      ),
    },
    {
      name: 'record',
      head: words('record'),
      cell: ({ entity, subjectId }) => (
        <Link href={recordPage(entity, subjectId)} className="hover:underline">
          {entity}
        </Link>
      ),
    },
    { name: 'actor', head: words('who'), cell: ({ actor }) => String(actor.name ?? '') },
    { name: 'seq', head: words('sequence'), isFigure: true, cell: ({ seq }) => format.decimal(seq) },
  ]
}

function EventDialog({ event, onClose }: { event: Event; onClose: () => void }) {
  const words = useWords('system')
  const format = useFormat()
  return (
    <Dialog isOpen onClose={onClose} title={event.type} says={format.moment(event.at)} width="lg" place="side">
      <dl className="mb-4 grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1">
        <dt className="text-muted">{words('requestId')}</dt>
        <dd className="break-all font-mono text-[0.8125rem]">{event.requestId}</dd>
        <dt className="text-muted">{words('who')}</dt>
        <dd>{String(event.actor.name ?? '')}</dd>
      </dl>
      <pre className="overflow-x-auto rounded-lg bg-sunken p-3 text-[0.8125rem]" dir="ltr">
        {JSON.stringify(event.data, null, 2)}
      </pre>
    </Dialog>
  )
}
