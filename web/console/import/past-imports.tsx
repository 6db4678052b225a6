'use client'
import type { ImportReport } from '#sdk/answers'
import type { EntityDescription } from '#web/data/description.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Card } from '#web/ui/card.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useWords } from '#web/words/words.tsx'
import { usePastImports } from './import-data.ts'

/** Imports that were made before, to be looked at, gone on with, or taken back. */
export function PastImports({
  entity,
  target,
  onOpen,
}: {
  entity: EntityDescription
  target: string
  onOpen: (id: string) => void
}) {
  const words = useWords('import')
  const format = useFormat()
  const { past } = usePastImports(target)
  if (!past || past.length === 0 || !entity.import) return null
  return (
    <Card title={words('past')} isFlush className="mt-4">
      <div className="overflow-x-auto">
        <table className="w-full">
          <thead>
            <tr className="border-b text-muted text-xs">
              <th scope="col" className="px-4 py-2 text-start font-medium">
                {words('file')}
              </th>
              <th scope="col" className="px-3 py-2 text-start font-medium">
                {words('when')}
              </th>
              <th scope="col" className="px-3 py-2 text-start font-medium">
                {words('stateHead')}
              </th>
              <th scope="col" className="px-4 py-2 text-end font-medium">
                {words('rows')}
              </th>
            </tr>
          </thead>
          <tbody>
            {past.slice(0, 20).map((report) => (
              <tr key={report.id} className="relative border-b last:border-0 hover:bg-sunken">
                <td className="px-4 py-2">
                  <button
                    type="button"
                    className="text-start font-medium after:absolute after:inset-0"
                    onClick={() => onOpen(report.id)}
                  >
                    {report.fileName}
                  </button>
                </td>
                <td className="px-3 py-2 whitespace-nowrap">{format.moment(report.createdAt)}</td>
                <td className="px-3 py-2">
                  <ImportBadge report={report} />
                </td>
                <td className="px-4 py-2 text-end tabular-nums">{format.decimal(report.rows)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}

export function ImportBadge({ report: { state, dryRun } }: { report: ImportReport }) {
  const words = useWords('import')
  const tones = { done: 'good', failed: 'bad', cancelled: 'warn', undone: 'neutral' } as const
  const tone = state in tones ? tones[state as keyof typeof tones] : 'neutral'
  return (
    <Badge tone={dryRun ? 'neutral' : tone}>
      {words(dryRun && state === 'done' ? 'state.tried' : `state.${state}`)}
    </Badge>
  )
}
