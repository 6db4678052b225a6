'use client'
import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useTill } from '#web/till/core/context.tsx'
import { useStore } from '#web/till/core/store.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useWords } from '#web/words/words.tsx'

/** What somebody has to look at: a price that differs, a sale that was refused. It stays until it was seen. */
export function AlarmBar() {
  const words = useWords('till')
  const format = useFormat()
  const till = useTill()
  const alarms = useStore(till.alarms)
  const [isOpen, setOpen] = useState(false)
  if (alarms.length === 0) return null
  return (
    <>
      <div role="alert">
        <button
          type="button"
          onClick={() => setOpen(true)}
          className="flex min-h-11 w-full items-center gap-2 bg-bad-soft px-4 text-start font-medium text-bad-ink"
        >
          <TriangleAlert aria-hidden className="size-4.5 shrink-0" />
          {words('alarm.count', { count: alarms.length })}
        </button>
      </div>
      <Dialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={words('alarm.title')}
        foot={
          <Button
            size="lg"
            look="primary"
            onClick={() => {
              setOpen(false)
              void till.dismissAlarms()
            }}
          >
            {words('alarm.seen')}
          </Button>
        }
      >
        <ul className="flex flex-col gap-3">
          {alarms.map(({ n, at, kind, number, says }) => (
            <li key={n} className="border-b pb-3">
              <p className="flex flex-wrap items-center gap-2">
                <Badge tone="warn">{words(`alarm.${kind}`)}</Badge>
                <span className="font-mono">{number}</span>
                <span className="text-muted">{format.moment(at)}</span>
              </p>
              <p className="mt-1 break-words text-muted">{says}</p>
            </li>
          ))}
        </ul>
      </Dialog>
    </>
  )
}
