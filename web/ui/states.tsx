'use client'
/** What stands where content would: it loads, there is none, it failed, it may not be seen. */
import { CircleAlert, Inbox, Lock } from 'lucide-react'
import type { ReactNode } from 'react'
import { ApiRefusal } from '#web/data/client.ts'
import { useWords } from '#web/words/words.tsx'
import { Button } from './button.tsx'
import { classes } from './classes.ts'

export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={classes('animate-shimmer rounded-md bg-line', className)} />
}

const widths = Array.from({ length: 20 }, (_, row) => ({ row, width: ['w-full', 'w-11/12', 'w-4/5'][row % 3] }))

/** Rows of a list that is on its way; at most 20. */
export function SkeletonRows({ rows = 8 }: { rows?: number }) {
  const words = useWords('ui')
  return (
    <div role="status" aria-label={words('loading')} className="flex flex-col gap-2.5 p-4">
      {widths.slice(0, rows).map(({ row, width }) => (
        <Skeleton key={row} className={classes('h-5', width)} />
      ))}
    </div>
  )
}

function Block({
  icon,
  title,
  children,
  action,
}: {
  icon: ReactNode
  title: string
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="flex flex-col items-center gap-1.5 px-6 py-12 text-center">
      <span className="mb-1.5 flex size-11 items-center justify-center rounded-full bg-sunken text-muted">{icon}</span>
      <p className="font-semibold text-base">{title}</p>
      {children && <div className="max-w-prose text-muted">{children}</div>}
      {action && <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  )
}

/** Nothing here yet: says what would be, and offers the next step. */
export function Empty({
  title,
  children,
  action,
  icon,
}: {
  title: string
  children?: ReactNode
  action?: ReactNode
  icon?: ReactNode
}) {
  return (
    <Block icon={icon ?? <Inbox aria-hidden className="size-5" />} title={title} action={action}>
      {children}
    </Block>
  )
}

/** It failed, or it may not be seen: the reason in the API's words, a way to try again, and what to quote to support. */
export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  const words = useWords('ui')
  const refusal = error instanceof ApiRefusal ? error : undefined
  if (refusal && (refusal.status === 403 || refusal.code === 'FORBIDDEN')) {
    return (
      <Block icon={<Lock aria-hidden className="size-5" />} title={words('denied')}>
        {words('deniedSays')}
      </Block>
    )
  }
  return (
    <div role="alert">
      <Block
        icon={<CircleAlert aria-hidden className="size-5 text-bad" />}
        title={refusal?.status === 404 ? words('notFound') : words('failed')}
        action={retry && <Button onClick={retry}>{words('retry')}</Button>}
      >
        <p>{refusal ? refusal.message : words('unreachable')}</p>
        {refusal && (
          <p className="mt-1 font-mono text-xs">
            {refusal.code}
            {refusal.requestId && ` · ${refusal.requestId}`}
          </p>
        )}
      </Block>
    </div>
  )
}
