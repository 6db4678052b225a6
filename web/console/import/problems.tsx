'use client'
import type { ImportProblem, ImportRemark } from '#sdk/answers'
import { Card } from '#web/ui/card.tsx'
import { useWords } from '#web/words/words.tsx'

const shownMost = 100

/** Rows with what is to be said of each. `count` is of all; the table shows the first. */
export function Problems({
  title,
  problems,
  count,
  isBad,
}: {
  title: string
  problems: readonly (ImportRemark & Partial<ImportProblem>)[]
  count: number
  isBad?: boolean
}) {
  const words = useWords('import')
  if (problems.length === 0) return null
  const hasColumns = problems.some(({ column }) => column)
  const shown = problems.slice(0, shownMost)
  return (
    <Card title={`${title} (${count})`} isFlush>
      <div className="max-h-96 overflow-auto">
        <table className="w-full">
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr className="text-muted text-xs">
              <th scope="col" className="sticky top-0 w-20 border-b bg-surface px-4 py-2 text-end font-medium">
                {words('rowHead')}
              </th>
              {hasColumns && (
                <th scope="col" className="sticky top-0 border-b bg-surface px-3 py-2 text-start font-medium">
                  {words('column')}
                </th>
              )}
              <th scope="col" className="sticky top-0 border-b bg-surface px-4 py-2 text-start font-medium">
                {words('what')}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ row, column, message }) => (
              <tr key={`${row} ${column ?? ''} ${message}`} className="last:*:border-b-0">
                <td className="border-b px-4 py-1.5 text-end align-top tabular-nums">{row}</td>
                {hasColumns && <td className="border-b px-3 py-1.5 align-top font-medium">{column}</td>}
                <td className={isBad ? 'border-b px-4 py-1.5 text-bad-ink' : 'border-b px-4 py-1.5'}>{message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {count > shown.length && (
        <p className="border-t px-4 py-2 text-muted">{words('more', { shown: shown.length, count })}</p>
      )}
    </Card>
  )
}
