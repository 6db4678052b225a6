'use client'
import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import { ticksFor } from './ticks.rules.ts'

export type Bar = {
  key: string
  /** Below the bar. */
  label: string
  value: number
  /** Shown while the pointer is over it. */
  hint: ReactNode
}

/** Many bars leave out every other label where there is no room. */
const labelsMost = 16

/**
 * Figures side by side. It shows only how they compare, and is no more than boxes: whoever uses it puts the figures
 * themselves in a table beside it, for those who do not see it.
 */
export function BarChart({ bars, tick }: { bars: readonly Bar[]; tick: (value: number) => string }) {
  const ticks = ticksFor(bars.map(({ value }) => value))
  const low = ticks[0] ?? 0
  const height = (ticks.at(-1) ?? 1) - low
  const percent = (value: number) => (value / height) * 100
  return (
    <div dir="ltr" aria-hidden className="flex h-64 gap-2 pt-2 text-muted text-xs">
      <div className="relative mb-6 grid shrink-0 justify-items-end tabular-nums">
        {ticks.map((value) => (
          // All in one cell, so that it is as wide as the widest.
          <span
            key={value}
            className="relative col-start-1 row-start-1 h-0 leading-none"
            style={{ top: `${100 - percent(value - low)}%` }}
          >
            <span className="relative -top-1.5">{tick(value)}</span>
          </span>
        ))}
      </div>
      <div className="flex min-w-0 flex-1 flex-col">
        <div className="relative flex flex-1">
          {ticks.map((value) => (
            <div key={value} className="absolute inset-x-0 border-t" style={{ bottom: `${percent(value - low)}%` }} />
          ))}
          {bars.map((bar, index) => (
            <div key={bar.key} className="group relative flex flex-1 justify-center hover:bg-sunken">
              <div
                className={classes('absolute w-4/5 max-w-9 bg-chart-1', bar.value < 0 ? 'rounded-b' : 'rounded-t')}
                style={{
                  bottom: `${percent(Math.min(bar.value, 0) - low)}%`,
                  height: `${percent(Math.abs(bar.value))}%`,
                }}
              />
              <Hint side={index < bars.length / 3 ? 'start' : index < (bars.length * 2) / 3 ? 'middle' : 'end'}>
                {bar.hint}
              </Hint>
            </div>
          ))}
        </div>
        <div className="flex h-6">
          {bars.map(({ key, label }, index) => (
            <div key={key} className="flex flex-1 justify-center pt-1.5">
              <span
                className={classes(
                  'w-0 text-center',
                  bars.length > labelsMost && index % 2 === 1 && 'invisible sm:visible',
                )}
              >
                <span className="relative -start-2">{label}</span>
              </span>
            </div>
          ))}
        </div>
      </div>
    </div>
  )
}

const sides = { start: 'start-0', middle: 'start-1/2 -translate-x-1/2', end: 'end-0' } as const

function Hint({ side, children }: { side: keyof typeof sides; children: ReactNode }) {
  return (
    <div
      className={classes(
        'pointer-events-none absolute top-0 z-10 hidden whitespace-nowrap rounded-md border bg-raised px-2.5 py-1.5 text-ink text-sm shadow-raised group-hover:block',
        sides[side],
      )}
    >
      {children}
    </div>
  )
}
