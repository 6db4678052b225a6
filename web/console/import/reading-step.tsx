'use client'
import { useState } from 'react'
import type { ImportReport } from '#sdk/answers'
import type { EntityDescription } from '#web/data/description.ts'
import { useAct } from '#web/data/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { Failure, SkeletonRows } from '#web/ui/states.tsx'
import { useLabel, useWords } from '#web/words/words.tsx'
import { Dialect } from './dialect.tsx'
import { FirstRows } from './first-rows.tsx'
import { about, type Reading, usePreview, useTarget } from './import-data.ts'
import { Mapping } from './mapping.tsx'
import { Refused } from './refused.tsx'

type Props = {
  id: string
  entity: EntityDescription
  target: string
  report: ImportReport
  /** What was said before, where the file was tried already. */
  first: Reading
  onAnother: () => void
  onStarted: () => void
}

/** The second step: how the file is read, which column fills which field, and what comes of it. */
export function ReadingStep({ id, entity, target: address, report, first, onAnother, onStarted }: Props) {
  const words = useWords('import')
  const label = useLabel()
  const [reading, setReading] = useState(first)
  const preview = usePreview(id, reading)
  const { target } = useTarget(address)
  const run = useAct('POST /imports/:id/run', about)
  // What cannot be read so leaves what could be in sight: the way back is there.
  const [data, setData] = useState(preview.data)
  if (preview.data && preview.data !== data) setData(preview.data)
  if (preview.error && !data) return <Failure error={preview.error} retry={preview.refetch} />
  if (!data || !target) return <SkeletonRows />
  const nameOf = (field: string) => label(target.fields.find(({ name }) => name === field)?.label ?? field)
  const isKeyed = target.key === null || Object.values(data.mapping).includes(target.key)
  const start = () => run.mutate({ params: { id }, body: { ...reading, dryRun: true } }, { onSuccess: onStarted })
  return (
    <div className="flex flex-col gap-4">
      <Card title={words('readAs', { file: report.fileName })}>
        <Dialect preview={data} reading={reading} onChange={setReading} />
      </Card>
      <Card title={words('mapping')} isFlush>
        <Mapping preview={data} target={target} reading={reading} onChange={setReading} />
      </Card>
      {preview.error && <Refused error={preview.error} />}
      <FirstRows preview={data} entity={entity} />
      {run.error && <Refused error={run.error} />}
      <div className="sticky bottom-0 flex flex-wrap items-center gap-2 border-t bg-ground py-3">
        <p role="status" className="min-w-0 flex-1 text-muted">
          {!isKeyed && target.key
            ? words('needsKey', { field: nameOf(target.key) })
            : data.missing.length > 0 && words('missing', { fields: data.missing.map(nameOf).join(', ') })}
        </p>
        <Button onClick={onAnother}>{words('another')}</Button>
        <Button look="primary" disabled={!isKeyed || preview.isError} isBusy={run.isPending} onClick={start}>
          {words('check')}
        </Button>
      </div>
    </div>
  )
}
