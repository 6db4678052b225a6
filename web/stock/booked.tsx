'use client'
import { CircleCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { recordPage } from '#web/console/pages.ts'
import { Button, buttonClasses } from '#web/ui/button.tsx'
import { Link } from '#web/ui/link.tsx'
import { useWords } from '#web/words/words.tsx'

/** That it is booked, the way to its document, and what can follow. */
export function Booked({
  text,
  entity,
  id,
  onNew,
  actions,
  children,
}: {
  text: string
  entity: string
  /** Null where nothing needed to be booked. */
  id: string | null
  onNew: () => void
  actions?: ReactNode
  children?: ReactNode
}) {
  const words = useWords('stock')
  return (
    <section className="rounded-xl border bg-surface">
      <div role="status" className="flex flex-wrap items-center gap-3 p-4">
        <CircleCheck aria-hidden className="size-5 text-good" />
        <p className="min-w-40 flex-1 font-medium">{text}</p>
        {id && (
          <Link href={recordPage(entity, id)} className={buttonClasses('plain')}>
            {words('openDocument')}
          </Link>
        )}
        {actions}
        <Button look="primary" onClick={onNew}>
          {words('next')}
        </Button>
      </div>
      {children}
    </section>
  )
}
