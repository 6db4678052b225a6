'use client'
import { RotateCcw } from 'lucide-react'
import { useDoing } from '#web/console/doing.ts'
import { sentence } from '#web/console/inputs/sentence.ts'
import { listPage } from '#web/console/pages.ts'
import { client } from '#web/data/client.ts'
import { useEntity } from '#web/data/description.ts'
import { useLive } from '#web/data/live.tsx'
import { useMay } from '#web/data/me.ts'
import { type AnyRecord, useList, useRefresh } from '#web/data/queries.ts'
import { Badge, toneOf } from '#web/ui/badge.tsx'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { Empty } from '#web/ui/states.tsx'
import { type Column, Table } from '#web/ui/table.tsx'
import { useLabel, useWords } from '#web/words/words.tsx'

/** What was sent to printers lately, and what became of it: it moves by itself. */
export function RecentPrints() {
  const words = useWords()
  const label = useLabel()
  const entity = useEntity('printing.printJob')
  useLive(['company'])
  const jobs = useList('printing.printJob', entity?.path, { limit: 10, sort: '-createdAt', include: 'titles' })
  const columns = useColumns()
  if (!entity || !jobs.data) return null
  return (
    <Card
      isFlush
      title={words('settings.recentPrints')}
      action={
        <Link href={listPage('printing.printJob')} className="font-medium text-accent-ink hover:underline">
          {words('record.showAll')}
        </Link>
      }
    >
      {jobs.data.data.length === 0 ? (
        <Empty title={words('list.empty', { plural: label(entity.plural) })} />
      ) : (
        <Table
          caption={words('settings.recentPrints')}
          columns={columns}
          rows={jobs.data.data}
          keyOf={({ id }) => id}
        />
      )}
    </Card>
  )
}

function useColumns(): Column<AnyRecord>[] {
  const words = useWords('settings')
  const label = useLabel()
  const format = useFormat()
  const titleOf = (row: AnyRecord, name: string) => (row.titles as Record<string, string> | undefined)?.[name]
  return [
    { name: 'at', head: words('sentAt'), cell: ({ createdAt }) => format.moment(String(createdAt)) },
    {
      name: 'what',
      head: words('document'),
      cell: ({ what, number }) => [label(sentence(String(what))), number].filter(Boolean).join(' '),
    },
    { name: 'printer', head: words('printer'), cell: (row) => titleOf(row, 'printerId') ?? '' },
    {
      name: 'status',
      head: words('status'),
      cell: ({ status, error }) => (
        <>
          <Badge tone={toneOf(String(status))}>{label(sentence(String(status)))}</Badge>
          {typeof error === 'string' && <span className="ms-2 text-[0.8125rem] text-muted">{error}</span>}
        </>
      ),
    },
    {
      name: 'acts',
      head: <span className="sr-only">{words('try')}</span>,
      cell: (row) => <Again job={row} />,
      className: 'text-end',
    },
  ]
}

function Again({ job }: { job: AnyRecord }) {
  const words = useWords('settings')
  const may = useMay()
  const refresh = useRefresh()
  const { run, isBusy } = useDoing()
  if (!['failed', 'cancelled'].includes(String(job.status)) || !may('sales.sale.sell')) return null
  const retry = async () => {
    await client.call('POST /hardware/print-jobs/:id/retry', { params: { id: job.id }, body: {} })
    await refresh('printing.printJob')
  }
  return (
    <Button
      size="sm"
      isBusy={isBusy}
      icon={<RotateCcw aria-hidden className="size-3.5" />}
      onClick={() => void run(retry, words('queuedAgain'))}
    >
      {words('printAgain')}
    </Button>
  )
}
