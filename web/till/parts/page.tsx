'use client'
import type { ReactNode } from 'react'
import { Mark } from '#web/ui/mark.tsx'

/** A screen with one thing to do, before or beside selling. */
export function TillPage({ title, says, children }: { title: string; says?: ReactNode; children: ReactNode }) {
  return (
    <main className="flex min-h-dvh items-start justify-center overflow-y-auto px-4 py-[6vh]">
      <div className="w-full max-w-xl">
        <div className="mb-6 flex items-center gap-3">
          <Mark className="size-9 shrink-0" />
          <div className="min-w-0">
            <h1 className="font-semibold text-xl tracking-tight">{title}</h1>
            {says && <p className="text-muted">{says}</p>}
          </div>
        </div>
        <div className="rounded-xl border bg-surface p-5 shadow-raised">{children}</div>
      </div>
    </main>
  )
}
