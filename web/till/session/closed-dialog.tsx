'use client'
import type { AnswerOf } from '#sdk/client'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useWords } from '#web/words/words.tsx'

/** What the count came to, for those who may not read the whole report. */
export function ClosedDialog({
  session,
  onClose,
}: {
  session: AnswerOf<'POST /pos/register-sessions/:id/close'>
  onClose: () => void
}) {
  const words = useWords('till')
  const format = useFormat()
  const { expected, counted, variance } = session
  const rows = [
    { name: words('close.expected'), money: expected },
    { name: words('close.counted'), money: counted },
    { name: words('close.variance'), money: variance },
  ]
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words('close.closed')}
      width="sm"
      foot={
        <Button size="lg" look="primary" onClick={onClose}>
          {words('done')}
        </Button>
      }
    >
      <dl className="grid grid-cols-2 gap-y-2 text-base">
        {rows.map(({ name, money }) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd className="text-end font-semibold tabular-nums">{format.money(money)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
