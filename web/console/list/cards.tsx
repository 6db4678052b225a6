'use client'
import { type Ref, useImperativeHandle, useRef } from 'react'
import { classes } from '#web/ui/classes.ts'
import { Link } from '#web/ui/link.tsx'
import { useLabel } from '#web/words/words.tsx'
import { recordPage } from '../pages.ts'
import { Value } from '../value.tsx'
import { Cell, NameCell } from './cell.tsx'
import type { RowsHandle } from './row-keys.ts'
import { Tick } from './tick.tsx'
import type { EntityListModel, ListRow } from './use-entity-list.ts'

/** The records on a phone: one card each, its name first, its state at the end, the other columns below. */
export function Cards({ model, rows, ref }: { model: EntityListModel; rows: ListRow[]; ref: Ref<RowsHandle> }) {
  const label = useLabel()
  const root = useRef<HTMLUListElement>(null)
  useImperativeHandle(ref, () => ({ show: () => undefined, root: () => root.current }))
  const { entity, columns, selection } = model
  const named = columns.find(({ name }) => name === entity.title) ?? columns[0]
  const state = columns.find(({ kind }) => kind === 'state')
  const others = columns.filter((field) => field !== named && field !== state)
  return (
    <ul ref={root} className="divide-y">
      {rows.map((row, index) => {
        const isSelected = selection.isAll || selection.ids.has(row.id)
        return (
          <li
            key={row.id}
            className={classes(
              'relative flex gap-3 px-4 py-3 [contain-intrinsic-size:auto_11rem] [content-visibility:auto]',
              isSelected && 'bg-accent-soft',
            )}
          >
            {entity.bulk.length > 0 && <Tick entity={entity} row={row} isOn={isSelected} toggle={selection.toggle} />}
            <div className="min-w-0 flex-1">
              <div className="flex items-start justify-between gap-2">
                <Link
                  href={recordPage(entity.name, row.id)}
                  data-row={index}
                  className="min-h-6 min-w-0 break-words font-medium after:absolute after:inset-0"
                >
                  {named && <NameCell entity={entity} field={named} row={row} />}
                </Link>
                {state && <Value field={state} value={row[state.name]} />}
              </div>
              <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-[0.8125rem] leading-6">
                {others
                  .filter(({ name }) => row[name] !== null && row[name] !== undefined && row[name] !== '')
                  .slice(0, 5)
                  .map((field) => (
                    <div key={field.name} className="contents">
                      <dt className="text-muted">{label(field.label)}</dt>
                      <dd className="min-w-0 truncate [&_a]:inline-block [&_a]:max-w-full [&_a]:truncate [&_a]:align-top">
                        <Cell field={field} row={row} />
                      </dd>
                    </div>
                  ))}
              </dl>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
