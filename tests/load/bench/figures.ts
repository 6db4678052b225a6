/** Figures of the bench: quantiles, and the table that is printed. */

export type Quantiles = { p50: number; p95: number; p99: number }

/** Quantiles of latencies in milliseconds. */
export function quantilesOf(latencies: readonly number[]): Quantiles {
  const sorted = Float64Array.from(latencies).sort()
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

/** One line of the result. `required` is as the issue says it; `met` undefined where nothing is required. */
export type Figure = {
  what: string
  figure: string
  bare?: string
  ratio?: string
  latency?: string
  errors?: number
  serverMb?: number
  /** Statements and round trips of one request. */
  statements?: string
  /** Milliseconds of CPU that one request took, by process. */
  cpu?: string
  required?: string
  met?: boolean
}

const columns: readonly (readonly [keyof Figure, string])[] = [
  ['what', 'part'],
  ['figure', 'figure'],
  ['bare', 'bare'],
  ['ratio', 'ratio'],
  ['latency', 'p50/p95/p99 ms'],
  ['errors', 'errors'],
  ['serverMb', 'RSS MB'],
  ['statements', 'statements/trips'],
  ['cpu', 'CPU ms server/database/load'],
  ['required', 'required'],
  ['met', 'met'],
]

/** The figures as a table of aligned columns. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = [
    columns.map(([, title]) => title),
    ...figures.map((figure) => columns.map(([key]) => cell(figure[key]))),
  ]
  const widths = columns.map((_, index) => Math.max(...rows.map((row) => row[index]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((text, index) => text.padEnd(widths[index] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function cell(value: Figure[keyof Figure]): string {
  if (value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'MISSED'
  return String(value)
}

export const latencyText = ({ p50, p95, p99 }: Quantiles): string => [p50, p95, p99].map(short).join(' / ')
export const short = (value: number): string => value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)
