'use client'
import { Download, RotateCcw, Undo2 } from 'lucide-react'
import type { ImportReport } from '#sdk/answers'
import type { EntityDescription } from '#web/data/description.ts'
import { useAct } from '#web/data/queries.ts'
import { Button, buttonClasses } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { useConfirm } from '#web/ui/confirm.tsx'
import { Link } from '#web/ui/link.tsx'
import { useLabel, useWords } from '#web/words/words.tsx'
import { saveFile } from '../list/export.ts'
import { listPage } from '../pages.ts'
import { Counts } from './counts.tsx'
import { about, type Reading } from './import-data.ts'
import { Problems } from './problems.tsx'
import { Refused } from './refused.tsx'
import { reportText } from './report-text.ts'

type Props = {
  report: ImportReport
  entity: EntityDescription
  reading: Reading
  onAnother: () => void
  onReadAgain: () => void
}

/** What became of the file: of a dry run what would, and the way on or back. */
export function Result(props: Props) {
  const words = useWords('import')
  const { report, entity } = props
  const { state, dryRun, failure, errors, notes, kept } = report
  const title =
    state === 'done'
      ? words(dryRun ? 'outcome.tried' : 'outcome.done', { file: report.fileName })
      : words(`outcome.${state === 'undone' ? 'undone' : state === 'cancelled' ? 'cancelled' : 'failed'}`, {
          file: report.fileName,
        })
  const remarks = [...errors, ...notes, ...kept]
  return (
    <div className="flex flex-col gap-4">
      <Card
        title={<span role="status">{title}</span>}
        action={
          remarks.length > 0 && (
            <Button
              size="sm"
              icon={<Download aria-hidden className="size-3.5" />}
              onClick={() =>
                saveFile(new Blob([reportText(report)], { type: 'text/csv' }), `${report.fileName}-report.csv`)
              }
            >
              {words('report')}
            </Button>
          )
        }
      >
        <Counts report={report} />
        {failure && (
          <p role="alert" className="mt-3 text-bad-ink">
            {failure.message} <span className="font-mono text-xs">{failure.code}</span>
          </p>
        )}
      </Card>
      <Problems title={words('errors')} problems={errors} count={report.errorCount} isBad />
      <Problems title={words('kept')} problems={kept} count={report.keptCount} isBad />
      <Problems title={words('notes')} problems={notes} count={report.noteCount} />
      <Ways {...props} entity={entity} />
    </div>
  )
}

function Ways({ report, entity, reading, onAnother, onReadAgain }: Props) {
  const words = useWords('import')
  const label = useLabel()
  const confirm = useConfirm()
  const run = useAct('POST /imports/:id/run', about, entity.name)
  const resume = useAct('POST /imports/:id/resume', about, entity.name)
  const undo = useAct('POST /imports/:id/undo', about, entity.name)
  const { id, state, dryRun, undone, keptCount } = report
  const call = { params: { id }, body: {} }
  const changes = report.created + report.updated
  const isStopped = state === 'failed' || state === 'cancelled'
  const takeBack = async () => {
    const question = {
      title: words('askUndo', { file: report.fileName }),
      says: words('askUndoSays'),
      verb: words('undo'),
      isDangerous: true,
    }
    if (await confirm(question)) undo.mutate(call)
  }
  const error = run.error ?? resume.error ?? undo.error
  return (
    <>
      {error && <Refused error={error} />}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onAnother}>{words('another')}</Button>
        {dryRun && <Button onClick={onReadAgain}>{words('back')}</Button>}
        {dryRun && state === 'done' && (
          <Button
            look="primary"
            disabled={changes === 0}
            isBusy={run.isPending}
            onClick={() => run.mutate({ params: { id }, body: { ...reading, dryRun: false } })}
          >
            {words('run', { count: changes })}
          </Button>
        )}
        {!dryRun && ['done', 'failed', 'cancelled'].includes(state) && changes > 0 && (
          <Button
            icon={<Undo2 aria-hidden className="size-4 rtl:-scale-x-100" />}
            isBusy={undo.isPending}
            onClick={takeBack}
          >
            {words('undo')}
          </Button>
        )}
        {!dryRun && isStopped && undone + keptCount === 0 && (
          <Button
            look="primary"
            icon={<RotateCcw aria-hidden className="size-4" />}
            isBusy={resume.isPending}
            onClick={() => resume.mutate(call)}
          >
            {words('resume')}
          </Button>
        )}
        {!dryRun && state === 'done' && (
          <Link href={listPage(entity.name)} className={buttonClasses('primary')}>
            {words('toList', { plural: label(entity.plural) })}
          </Link>
        )}
      </div>
    </>
  )
}
