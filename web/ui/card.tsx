import type { ReactNode } from 'react'
import { classes } from './classes.ts'

/** A surface with a head. `isFlush` for tables, which go to its edges. */
export function Card({
  title,
  action,
  children,
  isFlush,
  className,
}: {
  title?: ReactNode
  action?: ReactNode
  children: ReactNode
  isFlush?: boolean
  className?: string
}) {
  return (
    <section className={classes('min-w-0 rounded-xl border bg-surface', className)}>
      {(title || action) && (
        <header className="flex min-h-12 items-center gap-3 border-b px-4 py-2">
          <h2 className="min-w-0 flex-1 truncate font-semibold">{title}</h2>
          {action}
        </header>
      )}
      <div className={isFlush ? 'min-w-0' : 'p-4'}>{children}</div>
    </section>
  )
}

/** The head of a page: where one is, its name, and what can be done. */
export function PageHead({
  title,
  says,
  trail,
  actions,
}: {
  title: ReactNode
  says?: ReactNode
  trail?: ReactNode
  actions?: ReactNode
}) {
  return (
    <header className="mb-4 flex flex-wrap items-end gap-x-4 gap-y-3">
      <div className="min-w-0 flex-1 basis-64">
        {trail && <nav className="mb-0.5 text-[0.8125rem] text-muted">{trail}</nav>}
        <h1 className="truncate font-semibold text-xl tracking-tight">{title}</h1>
        {says && <p className="mt-0.5 text-muted">{says}</p>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  )
}
