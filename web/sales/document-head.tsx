'use client'
import type { ReactNode } from 'react'

/** The head of a document: who, where, when. */
export function DocumentFacts({ facts }: { facts: readonly (readonly [label: string, value: ReactNode] | false)[] }) {
  const shown = facts.filter((fact): fact is readonly [string, ReactNode] => fact !== false && Boolean(fact[1]))
  return (
    <dl className="grid gap-x-6 gap-y-3 rounded-xl border bg-surface p-4 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4">
      {shown.map(([label, value]) => (
        <div key={label} className="min-w-0">
          <dt className="text-muted text-[0.8125rem]">{label}</dt>
          <dd className="min-w-0 break-words">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
