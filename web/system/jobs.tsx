'use client'
import type { SystemListFailedJobsAnswer, SystemListJobsAnswer } from '#sdk/system'
import { useMay } from '#web/data/me.ts'
import { useAct, useRoute } from '#web/data/queries.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Empty, Failure, SkeletonRows } from '#web/ui/states.tsx'
import { type Column, Table } from '#web/ui/table.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { useWords } from '#web/words/words.tsx'

/** What runs by the clock or in the background, and the runs that failed for the last time. */
export function Jobs() {
  const words = useWords('system')
  const jobs = useRoute('system', 'GET /system/jobs', { query: { limit: 200 } }, { refreshMs: 5_000 })
  const columns = useJobColumns()
  if (jobs.isError) return <Failure error={jobs.error} retry={jobs.refetch} />
  return (
    <div className="grid gap-4">
      <FailedRuns />
      <Card title={words('jobs')} isFlush>
        {jobs.data ? (
          <Table caption={words('jobs')} columns={columns} rows={jobs.data.data} keyOf={({ job }) => job} />
        ) : (
          <SkeletonRows />
        )}
      </Card>
    </div>
  )
}

function useJobColumns(): Column<SystemListJobsAnswer>[] {
  const words = useWords('system')
  const format = useFormat()
  return [
    {
      name: 'job',
      head: words('job'),
      cell: ({ job, says }) => (
        <>
          <span className="font-medium">{job}</span>
          <span className="block max-w-prose text-[0.8125rem] text-muted">{says}</span>
        </>
      ),
    },
    {
      name: 'schedule',
      head: words('schedule'),
      cell: ({ schedule }) => <code className="text-xs">{schedule ?? '–'}</code>,
    },
    { name: 'waiting', head: words('waiting'), isFigure: true, cell: ({ waiting }) => format.decimal(waiting) },
    { name: 'active', head: words('active'), isFigure: true, cell: ({ active }) => format.decimal(active) },
    {
      name: 'failed',
      head: words('failed'),
      isFigure: true,
      cell: ({ failed }) => (failed > 0 ? <Badge tone="bad">{format.decimal(failed)}</Badge> : format.decimal(failed)),
    },
    {
      name: 'last',
      head: words('lastDone'),
      cell: ({ lastDoneAt }) => format.moment(lastDoneAt) || words('never'),
      className: 'whitespace-nowrap',
    },
  ]
}

function FailedRuns() {
  const words = useWords('system')
  const { data } = useRoute('system', 'GET /system/jobs/failed', { query: { limit: 50 } }, { refreshMs: 10_000 })
  if (!data) return null
  return (
    <Card title={words('failedRuns')} isFlush>
      {data.data.length === 0 ? (
        <Empty title={words('failedEmpty')} />
      ) : (
        <ul>
          {data.data.map((run) => (
            <FailedRun key={run.id} run={run} />
          ))}
        </ul>
      )}
    </Card>
  )
}

function FailedRun({ run }: { run: SystemListFailedJobsAnswer }) {
  const words = useWords('system')
  const format = useFormat()
  const may = useMay()
  const toast = useToast()
  const retry = useAct('POST /system/jobs/failed/:id/retry', 'system')
  return (
    <li className="flex flex-wrap items-start gap-3 border-b px-4 py-3 last:border-0">
      <div className="min-w-0 flex-1 basis-72">
        <p className="font-medium">{run.job}</p>
        <p className="mt-1 break-words font-mono text-[0.8125rem] text-bad-ink">{run.error}</p>
        <p className="mt-1 text-[0.8125rem] text-muted">{format.moment(run.failedAt)}</p>
      </div>
      {may('system.retryJob') && (
        <Button
          isBusy={retry.isPending}
          onClick={() =>
            retry.mutate(
              { params: { id: run.id }, body: {} },
              { onSuccess: () => toast({ text: words('queuedAgain') }) },
            )
          }
        >
          {words('runAgain')}
        </Button>
      )}
    </li>
  )
}
