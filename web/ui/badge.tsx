import type { ReactNode } from 'react'
import { classes } from './classes.ts'

export type Tone = 'neutral' | 'accent' | 'good' | 'warn' | 'bad'
const tones: Record<Tone, string> = {
  neutral: 'bg-sunken text-muted',
  accent: 'bg-accent-soft text-accent-ink',
  good: 'bg-good-soft text-good-ink',
  warn: 'bg-warn-soft text-warn-ink',
  bad: 'bg-bad-soft text-bad-ink',
}

/** A word on a coloured ground: a state. The word says it, the colour only helps. */
export function Badge({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={classes(
        'inline-flex items-center gap-1 rounded-full px-2 py-0.5 font-medium text-xs whitespace-nowrap',
        tones[tone],
      )}
    >
      {children}
    </span>
  )
}

const tonesOfStates: Record<string, Tone> = {
  ...Object.fromEntries(
    ['active', 'open', 'completed', 'paid', 'posted', 'printed', 'running'].map((word) => [word, 'good']),
  ),
  ...Object.fromEntries(['draft', 'pending', 'queued', 'held', 'locked', 'closed'].map((word) => [word, 'neutral'])),
  ...Object.fromEntries(['parked', 'low', 'flagged', 'partly_returned', 'retrying'].map((word) => [word, 'warn'])),
  ...Object.fromEntries(['failed', 'cancelled', 'deactivated', 'archived', 'out'].map((word) => [word, 'bad'])),
}
/** The tone of a state's word; neutral for words nobody has given one. */
export const toneOf = (state: string): Tone => tonesOfStates[state] ?? 'neutral'
