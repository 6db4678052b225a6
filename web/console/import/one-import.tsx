'use client'
import { useState } from 'react'
import type { ImportReport } from '#sdk/answers'
import type { EntityDescription } from '#web/data/description.ts'
import { Failure, SkeletonRows } from '#web/ui/states.tsx'
import { isWorking, type Reading, useImport } from './import-data.ts'
import { Progress } from './progress.tsx'
import { ReadingStep } from './reading-step.tsx'
import { Result } from './result.tsx'
import { type Step, Steps } from './steps.tsx'

type Props = { id: string; entity: EntityDescription; target: string; onAnother: () => void }

/** One import at the step that it has come to. */
export function OneImport({ id, entity, target, onAnother }: Props) {
  const { data: report, error, refetch } = useImport(id)
  const [isReadAgain, setReadAgain] = useState(false)
  if (error && !report) return <Failure error={error} retry={refetch} />
  if (!report) return <SkeletonRows />
  const isReading = report.state === 'uploaded' || (isReadAgain && report.dryRun && !isWorking(report))
  const reading = report.options as Reading
  return (
    <>
      <Steps now={isReading ? 'columns' : stepOf(report)} />
      {isReading ? (
        <ReadingStep
          {...{ id, entity, target, report }}
          first={reading}
          onAnother={onAnother}
          onStarted={() => setReadAgain(false)}
        />
      ) : isWorking(report) ? (
        <Progress report={report} />
      ) : (
        <Result {...{ report, entity, reading, onAnother }} onReadAgain={() => setReadAgain(true)} />
      )}
    </>
  )
}

const stepOf = (report: ImportReport): Step =>
  report.dryRun ? 'check' : isWorking(report) || report.state !== 'done' ? 'run' : 'done'
