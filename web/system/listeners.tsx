'use client'
import type { SystemListListenersAnswer } from '#sdk/system'
import { useRoute } from '#web/data/queries.ts'
import { Badge, type Tone } from '#web/ui/badge.tsx'
import { Card } from '#web/ui/card.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Failure, SkeletonRows } from '#web/ui/states.tsx'
import { type Column, Table } from '#web/ui/table.tsx'
import { useWords } from '#web/words/words.tsx'

type Row = SystemListListenersAnswer
const tones: Record<SystemListListenersAnswer['state'], Tone> = {
  reading: 'good',
  behind: 'warn',
  rebuilding: 'accent',
  parked: 'bad',
}

/** Each follower of the log: its cursor, how far it is behind, and what it has parked. Read again every few seconds. */
export function Listeners() {
  const words = useWords('system')
  const format = useFormat()
  const listeners = useRoute('system', 'GET /system/listeners', { query: { limit: 200 } }, { refreshMs: 5_000 })
  if (listeners.isError) return <Failure error={listeners.error} retry={listeners.refetch} />
  const rows = listeners.data?.data ?? []
  const columns: Column<Row>[] = [
    {
      name: 'listener',
      head: words('listener'),
      cell: ({ listener, says }) => (
        <>
          <span className="font-medium">{listener}</span>
          <span className="block max-w-prose text-[0.8125rem] text-muted">{says}</span>
        </>
      ),
    },
    { name: 'state', head: words('state'), cell: ({ state }) => <Badge tone={tones[state]}>{words(state)}</Badge> },
    // Where the log is all companies' together, its positions are for those who look after the installation.
    ...(rows.some(({ cursor }) => cursor !== null && cursor !== undefined)
      ? [{ name: 'cursor', head: words('cursor'), isFigure: true, cell: ({ cursor }: Row) => format.decimal(cursor) }]
      : []),
    { name: 'behind', head: words('behindEvents'), isFigure: true, cell: ({ behind }) => format.decimal(behind) },
    {
      name: 'lag',
      head: words('lag'),
      isFigure: true,
      cell: ({ lagSeconds }) => words('seconds', { count: format.decimal(lagSeconds) }),
    },
    { name: 'waiting', head: words('waiting'), isFigure: true, cell: ({ waiting }) => format.decimal(waiting) },
    { name: 'parked', head: words('parked'), isFigure: true, cell: ({ parked }) => format.decimal(parked) },
  ]
  return (
    <Card isFlush>
      {listeners.data ? (
        <Table caption={words('listeners')} columns={columns} rows={rows} keyOf={({ listener }) => listener} />
      ) : (
        <SkeletonRows />
      )}
    </Card>
  )
}
