'use client'
import { Check } from 'lucide-react'
import { classes } from '#web/ui/classes.ts'
import { useWords } from '#web/words/words.tsx'

const steps = ['file', 'columns', 'check', 'run', 'done'] as const
export type Step = (typeof steps)[number]

/** Where one is on the way. */
export function Steps({ now }: { now: Step }) {
  const words = useWords('import')
  const at = steps.indexOf(now)
  return (
    <ol className="mb-4 flex flex-wrap gap-x-5 gap-y-1.5" aria-label={words('steps')}>
      {steps.slice(0, 4).map((step, index) => (
        <li
          key={step}
          aria-current={step === now ? 'step' : undefined}
          className={classes('flex items-center gap-2', index <= at ? 'text-ink' : 'text-muted')}
        >
          <span
            className={classes(
              'flex size-5.5 items-center justify-center rounded-full font-medium text-xs',
              index < at
                ? 'bg-accent-soft text-accent-ink'
                : index === at
                  ? 'bg-accent text-on-accent'
                  : 'border bg-surface',
            )}
          >
            {index < at ? <Check aria-hidden className="size-3.5" /> : index + 1}
          </span>
          <span className={classes(index === at && 'font-medium')}>{words(`step.${step}`)}</span>
        </li>
      ))}
    </ol>
  )
}
