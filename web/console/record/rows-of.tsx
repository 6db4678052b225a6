'use client'
import type { FieldDescription } from '#web/data/description.ts'
import { classes } from '#web/ui/classes.ts'
import { useLabel } from '#web/words/words.tsx'
import { isTable } from '../inputs/input.ts'
import { LinkedValue, Value } from '../value.tsx'

const figures: ReadonlySet<string> = new Set(['integer', 'quantity', 'rate', 'money'])
export const isFigure = ({ kind }: FieldDescription): boolean => figures.has(kind)

/** A list inside a record, as the table that it is. */
export function RowsOf({ field, value }: { field: FieldDescription; value: unknown }) {
  const label = useLabel()
  const item = field.of && !Array.isArray(field.of) ? (field.of as FieldDescription) : undefined
  const rows = Array.isArray(value) ? value : []
  if (item?.kind !== 'group') {
    return (
      <div className="p-4">
        <Value field={field} value={value} />
      </div>
    )
  }
  const columns = item.fields ?? []
  return (
    <div className="overflow-x-auto">
      <table className="w-full">
        <thead>
          <tr className="border-b text-muted text-xs">
            {columns.map((column) => (
              <th
                key={column.name}
                scope="col"
                className={classes('px-4 py-2 font-medium', isFigure(column) ? 'text-end' : 'text-start')}
              >
                {label(column.label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={`${field.name} ${String(index)}`} className="border-b last:border-0">
              {columns.map((column) => (
                <td key={column.name} className={classes('px-4 py-2', isFigure(column) && 'text-end')}>
                  <LinkedValue field={column} value={isTable(row) ? row[column.name] : undefined} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
