/** Every day of a period, for a chart that shows the days without sales too. */
const dayMs = 86_400_000
const most = 366

export function daysOf({ from, to }: { from: string; to: string }): string[] {
  const first = Date.parse(`${from}T00:00:00Z`)
  const count = Math.min(Math.round((Date.parse(`${to}T00:00:00Z`) - first) / dayMs) + 1, most)
  return Array.from({ length: Math.max(count, 0) }, (_, day) =>
    new Date(first + day * dayMs).toISOString().slice(0, 10),
  )
}
