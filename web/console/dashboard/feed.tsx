'use client'
import { useState } from 'react'
import type { Money } from '#sdk/values'
import { useDescription } from '#web/data/description.ts'
import { type LiveEvent, useLive, useLiveState } from '#web/data/live.tsx'
import { useMe } from '#web/data/me.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Card } from '#web/ui/card.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { useLabel, useWords } from '#web/words/words.tsx'
import { recordPage } from '../pages.ts'
import { sentence } from '../value.tsx'
import { useFigures } from './use-figures.ts'

const shownMost = 40

/** What has happened since the page was opened, the latest first; what moves the figures reads them again. */
export function useFeed(): { feed: readonly LiveEvent[]; isFresh: boolean } {
  const { data: me } = useMe()
  const [feed, setFeed] = useState<readonly LiveEvent[]>([])
  const { heard, isFresh } = useFigures('analytics')
  const shops = me?.shopIds ?? []
  const topics = !me ? [] : shops.length > 0 ? shops.map((id) => `shop:${id}`) : ['company']
  useLive(topics, (event) => {
    setFeed((all) => [event, ...all].slice(0, shownMost))
    if (/^(sale|inventory)\./.test(event.type)) heard()
  })
  return { feed, isFresh }
}

export function Feed({ events }: { events: readonly LiveEvent[] }) {
  const words = useWords('dashboard')
  const state = useLiveState()
  return (
    <Card
      title={words('feed')}
      isFlush
      action={<Badge tone={state === 'live' ? 'good' : 'warn'}>{words(state)}</Badge>}
    >
      {events.length === 0 ? (
        <p className="p-4 text-muted">{words('feedEmpty')}</p>
      ) : (
        <ol aria-live="polite" aria-relevant="additions" className="max-h-[38rem] overflow-y-auto">
          {events.map((event) => (
            <FeedRow key={event.cursor} event={event} />
          ))}
        </ol>
      )}
    </Card>
  )
}

function FeedRow({ event }: { event: LiveEvent }) {
  const words = useWords('dashboard')
  const label = useLabel()
  const format = useFormat()
  const entity = useDescription().data?.entities.find(({ name }) => name === event.entity)
  const { number, total } = (event.figures ?? {}) as { number?: string; total?: Money }
  const verb = sentence(event.type.split('.')[1] ?? event.type).toLowerCase()
  const what = words('event', {
    type: event.type.replace('.', '_'),
    number: number ?? '',
    label: `${label(entity?.label ?? event.entity)} ${label(verb)}`,
  })
  return (
    <li className="animate-rise border-b px-4 py-2 last:border-0">
      <div className="flex items-baseline gap-2">
        <Link href={recordPage(event.entity, event.id)} className="min-w-0 flex-1 truncate font-medium hover:underline">
          {what}
        </Link>
        {total && <span className="tabular-nums">{format.money(total)}</span>}
      </div>
      <p className="text-muted text-xs">
        {format.time(event.at)} · {words('by', { name: event.actorName })}
      </p>
    </li>
  )
}
