'use client'
import { CircleCheck, Stethoscope } from 'lucide-react'
import type { SystemReadExaminationAnswer } from '#sdk/system'
import { useMay } from '#web/data/me.ts'
import { useAct, useRoute } from '#web/data/queries.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Empty, Failure, SkeletonRows } from '#web/ui/states.tsx'
import { useWords } from '#web/words/words.tsx'

type Examination = NonNullable<SystemReadExaminationAnswer['last']>

/** Whether stock, money, books, numbers and events agree: the last proof, and the one that runs now. */
export function Doctor() {
  const words = useWords('system')
  const may = useMay()
  const run = useAct('POST /system/doctor/run', 'system')
  const examination = useRoute('system', 'GET /system/doctor', {}, { refreshMs: 1_500 })
  if (examination.isError) return <Failure error={examination.error} retry={examination.refetch} />
  if (!examination.data) return <SkeletonRows />
  const { last, current } = examination.data
  return (
    <Card
      title={words('doctor')}
      action={
        may('system.runExamination') && (
          <Button look="primary" isBusy={run.isPending || Boolean(current)} onClick={() => run.mutate({ body: {} })}>
            {words('prove')}
          </Button>
        )
      }
    >
      <div aria-live="polite" className="grid gap-4">
        {current && <Progress examination={current} />}
        {last ? (
          <Result examination={last} />
        ) : (
          !current && (
            <Empty title={words('neverProved')} icon={<Stethoscope aria-hidden className="size-5" />}>
              {words('doctorSays')}
            </Empty>
          )
        )}
      </div>
    </Card>
  )
}

function Progress({ examination: { done, total, state } }: { examination: Examination }) {
  const words = useWords('system')
  return (
    <div>
      <p className="mb-1">{state === 'queued' ? words('queued') : words('progress', { done, total: total ?? 0 })}</p>
      <progress
        aria-label={words('doctor')}
        max={total ?? 1}
        value={done}
        className="h-2 w-full appearance-none overflow-hidden rounded-full bg-sunken [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent"
      />
    </div>
  )
}

function Result({ examination: { broken, endedAt, total, error } }: { examination: Examination }) {
  const words = useWords('system')
  const format = useFormat()
  if (error) return <p className="break-words text-bad-ink">{error}</p>
  return (
    <div>
      <p className="flex items-center gap-2">
        {broken.length === 0 ? (
          <>
            <CircleCheck aria-hidden className="size-5 text-good" />
            <span className="font-medium">{words('allHold', { count: total ?? 0 })}</span>
          </>
        ) : (
          <Badge tone="bad">{words('broken', { count: broken.length })}</Badge>
        )}
        <span className="text-muted">{format.moment(endedAt)}</span>
      </p>
      <ul className="mt-3 grid gap-3">
        {broken.map(({ equation, says, breaches }) => (
          <li key={equation} className="rounded-lg border border-bad p-3">
            <p className="font-medium">{says}</p>
            <p className="text-[0.8125rem] text-muted">{equation}</p>
            <pre className="mt-2 overflow-x-auto rounded bg-sunken p-2 text-xs" dir="ltr">
              {JSON.stringify(breaches.slice(0, 3), null, 2)}
            </pre>
          </li>
        ))}
      </ul>
    </div>
  )
}
