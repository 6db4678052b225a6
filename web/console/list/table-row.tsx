'use client'
import { memo } from 'react'
import type { EntityDescription, FieldDescription } from '#web/data/description.ts'
import { classes } from '#web/ui/classes.ts'
import { Link } from '#web/ui/link.tsx'
import { recordPage } from '../pages.ts'
import { Cell, NameCell } from './cell.tsx'
import { isNumber } from './columns.ts'
import { Tick } from './tick.tsx'
import type { ListRow } from './use-entity-list.ts'

type Props = {
  entity: EntityDescription
  columns: FieldDescription[]
  row: ListRow
  index: number
  isSelected: boolean
  toggle: (id: string) => void
}

/**
 * A record. The link of its first cell lies over the whole row, so that a click anywhere opens it as a link does, with
 * the browser's own ways to open it beside. What can be pressed besides lies above the link.
 */
export const TableRow = memo(function TableRow({ entity, columns, row, index, isSelected, toggle }: Props) {
  return (
    <tr
      aria-rowindex={index + 2}
      className={classes('group relative', isSelected ? 'bg-accent-soft' : 'focus-within:bg-sunken hover:bg-sunken')}
    >
      {entity.bulk.length > 0 && (
        <td className="w-10 border-b ps-4 pe-1 group-last:border-b-0">
          <Tick entity={entity} row={row} isOn={isSelected} toggle={toggle} />
        </td>
      )}
      {columns.map((field, column) => (
        <td
          key={field.name}
          className={classes(
            'h-[37px] max-w-80 truncate border-b px-3 first:ps-4 group-last:border-b-0',
            isNumber(field) && 'text-end tabular-nums',
          )}
        >
          {column === 0 ? (
            <Link
              href={recordPage(entity.name, row.id)}
              data-row={index}
              className="font-medium outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:outline-accent focus-visible:after:-outline-offset-2"
            >
              <NameCell entity={entity} field={field} row={row} />
            </Link>
          ) : (
            <Cell field={field} row={row} />
          )}
        </td>
      ))}
    </tr>
  )
})
