'use client'
import type { ImportPreview } from '#sdk/answers'
import type { EntityDescription, FieldDescription } from '#web/data/description.ts'
import { Card } from '#web/ui/card.tsx'
import { classes } from '#web/ui/classes.ts'
import { useLabel, useWords } from '#web/words/words.tsx'
import { isNumber } from '../list/columns.ts'
import { Value } from '../value.tsx'

const shownRows = 10

/** The first rows as they would come in, with what cannot be read in its place. */
export function FirstRows({ preview, entity }: { preview: ImportPreview; entity: EntityDescription }) {
  const words = useWords('import')
  const label = useLabel()
  const columns = Object.entries(preview.mapping).flatMap(([header, name]) => {
    const field = fieldNamed(entity, name)
    return field ? [{ header, field }] : []
  })
  if (columns.length === 0) return null
  return (
    <Card title={words('firstRows')} isFlush>
      <div className="overflow-x-auto">
        <table className="w-full">
          <thead>
            <tr className="border-b text-muted text-xs">
              <th scope="col" className="px-4 py-2 text-end font-medium">
                {words('rowHead')}
              </th>
              {columns.map(({ field }) => (
                <th
                  key={field.name}
                  scope="col"
                  className={classes('px-3 py-2 font-medium', isNumber(field) ? 'text-end' : 'text-start')}
                >
                  {label(field.label)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.previewed.slice(0, shownRows).map(({ row, values, problems }) => (
              <tr key={row} className="border-b last:border-0">
                <td className="px-4 py-1.5 text-end text-muted tabular-nums">{row}</td>
                {columns.map(({ header, field }) => {
                  const problem = problems.find(({ column }) => column === header)
                  return (
                    <td
                      key={field.name}
                      className={classes(
                        'max-w-64 truncate px-3 py-1.5',
                        isNumber(field) && 'text-end',
                        problem && 'bg-bad-soft text-bad-ink',
                      )}
                      title={problem?.message}
                    >
                      {problem ? problem.message : <Cell field={field} value={values[field.name]} />}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}

/** Links come as the file spells them. */
function Cell({ field, value }: { field: FieldDescription; value: unknown }) {
  return field.kind === 'link' && typeof value === 'string' ? value : <Value field={field} value={value} />
}

/** Imports speak of links by the name in the definition, records by the name on the wire. */
const fieldNamed = ({ fields }: EntityDescription, name: string): FieldDescription | undefined =>
  fields.find((field) => field.name === name || (field.kind === 'link' && field.name === `${name}Id`))
