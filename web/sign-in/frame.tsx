'use client'
/** What the pages share that one sees without being signed in: the mark, one card, and the way back. */
import type { ReactNode } from 'react'
import { ApiRefusal } from '#web/data/client.ts'
import { useIsInBrowser } from '#web/ui/in-browser.ts'
import { Mark } from '#web/ui/mark.tsx'
import { useWords } from '#web/words/words.tsx'

export function Frame({ title, says, children }: { title: string; says?: string; children: ReactNode }) {
  const words = useWords('signIn')
  const isInBrowser = useIsInBrowser()
  return (
    <main className="grid min-h-dvh place-items-center px-4 py-10">
      <div className="w-full max-w-sm">
        <div className="mb-6 flex flex-col items-center gap-3 text-center">
          <Mark className="size-11" />
          <h1 className="font-semibold text-2xl tracking-tight">{title}</h1>
          {says && <p className="text-balance text-muted">{says}</p>}
        </div>
        <div className="rounded-xl border bg-surface p-5">{isInBrowser && children}</div>
        <p className="mt-5 text-center">
          <a href="/sign-in" className="text-[0.8125rem] text-accent-ink hover:underline">
            {words('toSignIn')}
          </a>
        </p>
      </div>
    </main>
  )
}

/** It is done; what comes next is said. Takes the focus, so that it is heard. */
export function Done({ children }: { children: ReactNode }) {
  return (
    <p role="status" className="rounded-md bg-good-soft px-3 py-2 text-good-ink">
      {children}
    </p>
  )
}

/** The refusal of the whole; what is about a field stands there. */
export function Refused({ error, fields = [] }: { error: Error | null; fields?: readonly string[] }) {
  const words = useWords('ui')
  if (!error) return null
  if (error instanceof ApiRefusal && error.details.some(({ field }) => field && fields.includes(field))) return null
  return (
    <p role="alert" className="rounded-md bg-bad-soft px-3 py-2 text-bad-ink">
      {error instanceof ApiRefusal ? error.message : words('unreachable')}
    </p>
  )
}

export const errorOf = (error: Error | null, field: string): string | undefined =>
  error instanceof ApiRefusal ? error.details.find((detail) => detail.field === field)?.message : undefined
