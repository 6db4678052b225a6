'use client'
import { useState } from 'react'
import type { SystemListParkedAnswer } from '#sdk/system'
import { ApiRefusal } from '#web/data/client.ts'
import { useMay } from '#web/data/me.ts'
import { useAct, useRoute } from '#web/data/queries.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Field, Textarea } from '#web/ui/field.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { Empty, Failure, SkeletonRows } from '#web/ui/states.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { useWords } from '#web/words/words.tsx'
import { recordPage } from '../console/pages.ts'

/** Events that a follower could not apply, with the error; each can be applied again or left for good. */
export function ParkedEvents() {
  const words = useWords('system')
  const [dismissed, setDismissed] = useState<SystemListParkedAnswer | undefined>()
  const parked = useRoute('system', 'GET /system/parked', { query: { limit: 100 } }, { refreshMs: 10_000 })
  if (parked.isError) return <Failure error={parked.error} retry={parked.refetch} />
  return (
    <Card isFlush>
      {!parked.data ? (
        <SkeletonRows />
      ) : parked.data.data.length === 0 ? (
        <Empty title={words('parkedEmpty')}>{words('parkedEmptySays')}</Empty>
      ) : (
        <ul>
          {parked.data.data.map((row) => (
            <ParkedRow key={row.id} row={row} onDismiss={() => setDismissed(row)} />
          ))}
        </ul>
      )}
      {dismissed && <DismissDialog row={dismissed} onClose={() => setDismissed(undefined)} />}
    </Card>
  )
}

function ParkedRow({ row, onDismiss }: { row: SystemListParkedAnswer; onDismiss: () => void }) {
  const words = useWords('system')
  const format = useFormat()
  const may = useMay()
  const toast = useToast()
  const replay = useAct('POST /system/parked/:id/replay', 'system')
  const { listener, event, error, attempts, isParked, failedAt } = row
  const run = () =>
    replay.mutate(
      { params: { id: row.id }, body: {} },
      {
        onSuccess: () => toast({ text: words('replayed') }),
        onError: (problem) =>
          toast({ kind: 'bad', text: problem instanceof ApiRefusal ? problem.message : String(problem) }),
      },
    )
  return (
    <li className="flex flex-wrap items-start gap-3 border-b px-4 py-3 last:border-0">
      <div className="min-w-0 flex-1 basis-72">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-medium">{event?.type ?? words('unknownEvent')}</span>
          <Badge tone={isParked ? 'bad' : 'warn'}>{words(isParked ? 'isParked' : 'retrying')}</Badge>
          <span className="text-muted">{listener}</span>
        </p>
        <p className="mt-1 break-words font-mono text-[0.8125rem] text-bad-ink">{error}</p>
        <p className="mt-1 text-[0.8125rem] text-muted">
          {words('attempts', { count: attempts })} · {format.moment(failedAt)}
          {event && (
            <>
              {' · '}
              <Link className="text-accent-ink hover:underline" href={recordPage(event.entity, event.subjectId)}>
                {words('openRecord')}
              </Link>
            </>
          )}
        </p>
      </div>
      <div className="flex gap-2">
        {may('system.replayParked') && (
          <Button isBusy={replay.isPending} onClick={run}>
            {words('replay')}
          </Button>
        )}
        {may('system.dismissParked') && (
          <Button look="quiet" onClick={onDismiss}>
            {words('dismiss')}
          </Button>
        )}
      </div>
    </li>
  )
}

/** Leaving an event for good changes what the books say, so it takes a reason, which the audit log keeps. */
function DismissDialog({ row, onClose }: { row: SystemListParkedAnswer; onClose: () => void }) {
  const words = useWords('system')
  const ui = useWords('ui')
  const [reason, setReason] = useState('')
  const dismiss = useAct('POST /system/parked/:id/dismiss', 'system')
  const problem =
    dismiss.error instanceof ApiRefusal ? (dismiss.error.details[0]?.message ?? dismiss.error.message) : undefined
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words('dismissTitle')}
      says={words('dismissSays', { listener: row.listener })}
      foot={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button
            look="danger"
            isBusy={dismiss.isPending}
            disabled={reason.trim() === ''}
            onClick={() => dismiss.mutate({ params: { id: row.id }, body: { reason } }, { onSuccess: onClose })}
          >
            {words('dismiss')}
          </Button>
        </>
      }
    >
      <Field label={words('reason')} isRequired error={problem}>
        {(field) => (
          <Textarea {...field} value={reason} onChange={(event) => setReason(event.target.value)} maxLength={1000} />
        )}
      </Field>
    </Dialog>
  )
}
