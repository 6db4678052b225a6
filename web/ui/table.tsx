import type { Key, ReactNode } from 'react'
import { classes } from './classes.ts'

export type Column<Row> = {
  name: string
  head: ReactNode
  cell: (row: Row) => ReactNode
  /** Figures stand at the end of their column, digit under digit. */
  isFigure?: boolean
  className?: string
}

export type TableProps<Row> = {
  /** What the table holds, for those who do not see where it stands. */
  caption: string
  columns: Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => Key
  /** Rows at its foot, such as sums, each with a cell per column. */
  foot?: ReactNode
}

/** Rows that all fit on a page. It scrolls sideways by itself where it is too narrow; the page never does. */
export function Table<Row>({ caption, columns, rows, keyOf, foot }: TableProps<Row>) {
  return (
    <section aria-label={caption} className="relative overflow-x-auto outline-offset-[-2px]" {...scrollable}>
      <table className="w-full">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b text-muted text-xs">
            {columns.map(({ name, head, isFigure, className }) => (
              <th
                key={name}
                scope="col"
                className={classes(
                  'px-4 py-2 font-medium whitespace-nowrap',
                  isFigure ? 'text-end' : 'text-start',
                  className,
                )}
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} className="border-b last:border-0 hover:bg-sunken">
              {columns.map(({ name, cell, isFigure, className }) => (
                <td
                  key={name}
                  className={classes('px-4 py-2', isFigure && 'text-end whitespace-nowrap tabular-nums', className)}
                >
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {foot && <tfoot className="border-t font-semibold">{foot}</tfoot>}
      </table>
    </section>
  )
}

const scrollable = { tabIndex: 0 }
