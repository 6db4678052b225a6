'use client'
import type { ImportReport } from '#sdk/answers'
import { classes } from '#web/ui/classes.ts'
import { useFormat } from '#web/ui/format.ts'
import { useWords } from '#web/words/words.tsx'

const counted = ['rows', 'created', 'updated', 'unchanged', 'skipped', 'failed', 'undone'] as const

/** How many rows had which fate; those that nobody had are left out. */
export function Counts({ report }: { report: ImportReport }) {
  const words = useWords('import')
  const format = useFormat()
  const shown = counted.filter((name) => name === 'rows' || name === 'created' || report[name] > 0)
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-3">
      {shown.map((name) => (
        <div key={name}>
          <dt className="text-[0.8125rem] text-muted">{words(`count.${name}`)}</dt>
          <dd className={classes('font-semibold text-lg tabular-nums', name === 'failed' && 'text-bad-ink')}>
            {format.decimal(report[name])}
          </dd>
        </div>
      ))}
    </dl>
  )
}
