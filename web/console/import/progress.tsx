'use client'
import type { ImportReport } from '#sdk/answers'
import { useAct } from '#web/data/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { useWords } from '#web/words/words.tsx'
import { about } from './import-data.ts'
import { Refused } from './refused.tsx'

/** What is being done, how far it is, and a way to stop it. */
export function Progress({ report }: { report: ImportReport }) {
  const words = useWords('import')
  const cancel = useAct('POST /imports/:id/cancel', about)
  const { state, dryRun, rows, bytesDone, bytesTotal, id } = report
  const isUndo = state === 'undo_queued' || state === 'undoing'
  const doing = words(isUndo ? 'doing.undo' : dryRun ? 'doing.check' : 'doing.run', { file: report.fileName })
  const share = !isUndo && bytesTotal && bytesDone ? Math.min(1, bytesDone / bytesTotal) : undefined
  return (
    <Card>
      <p role="status" className="font-medium">
        {doing}
      </p>
      <progress className="mt-3 h-2 w-full accent-accent" aria-label={doing} max={1} value={share} />
      <p className="mt-2 text-muted tabular-nums">{words('rowsDone', { count: rows })}</p>
      {!isUndo && (
        <Button className="mt-4" isBusy={cancel.isPending} onClick={() => cancel.mutate({ params: { id }, body: {} })}>
          {words('cancel')}
        </Button>
      )}
      {cancel.error && <Refused error={cancel.error} />}
    </Card>
  )
}
