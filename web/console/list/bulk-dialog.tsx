'use client'
import type { EntityDescription } from '#web/data/description.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Link } from '#web/ui/link.tsx'
import { useLabel, useWords } from '#web/words/words.tsx'
import { recordPage } from '../pages.ts'
import type { BulkProgress } from './bulk-run.ts'

const shownFailures = 200

/** How far it is, and which records would not, with the reason of each. */
export function BulkDialog({
  entity,
  title,
  progress,
  onStop,
  onClose,
}: {
  entity: EntityDescription
  title: string
  progress: BulkProgress
  onStop: () => void
  onClose: () => void
}) {
  const words = useWords('list')
  const ui = useWords('ui')
  const label = useLabel()
  const { total, done, failures } = progress
  const isOver = total !== undefined && done >= total
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`${title} · ${label(entity.plural)}`}
      foot={
        isOver ? (
          <Button look="primary" onClick={onClose}>
            {ui('close')}
          </Button>
        ) : (
          <Button onClick={onStop}>{words('bulk.stop')}</Button>
        )
      }
    >
      <p aria-live="polite" className="mb-2 tabular-nums">
        {total === undefined ? words('bulk.looking') : words('bulk.progress', { done, total })}
      </p>
      <progress
        className="h-2 w-full accent-accent"
        aria-label={title}
        max={total ?? 1}
        value={total ? done : undefined}
      />
      {failures.length > 0 && (
        <section className="mt-4">
          <h3 className="mb-1 font-medium text-bad-ink">{words('bulk.failures', { count: failures.length })}</h3>
          <ul className="divide-y rounded-lg border">
            {failures.slice(0, shownFailures).map(({ id, name, message }) => (
              <li key={id} className="px-3 py-2">
                <Link href={recordPage(entity.name, id)} className="font-medium hover:underline">
                  {name}
                </Link>
                <p className="text-muted">{message}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Dialog>
  )
}
