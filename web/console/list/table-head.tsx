'use client'
import { ArrowDown, ArrowUp } from 'lucide-react'
import type { FieldDescription } from '#web/data/description.ts'
import { classes } from '#web/ui/classes.ts'
import { useLabel, useWords } from '#web/words/words.tsx'
import { isNumber } from './columns.ts'
import { nextSort } from './list-state.ts'
import type { EntityListModel, ListRow } from './use-entity-list.ts'

export function TableHead({ model, rows }: { model: EntityListModel; rows: ListRow[] }) {
  const words = useWords('list')
  return (
    <thead>
      <tr>
        {model.entity.bulk.length > 0 && (
          <th scope="col" className="sticky top-0 z-10 w-10 border-b bg-surface ps-4 pe-1 text-start">
            <PageTick rows={rows} selection={model.selection} label={words('select.page')} />
          </th>
        )}
        {model.columns.map((field) => (
          <HeadCell key={field.name} model={model} field={field} />
        ))}
      </tr>
    </thead>
  )
}

function HeadCell({ model: { entity, state, change }, field }: { model: EntityListModel; field: FieldDescription }) {
  const label = useLabel()
  const { name } = field
  const isUp = state.sort === name
  const isDown = state.sort === `-${name}`
  const Arrow = isDown ? ArrowDown : ArrowUp
  return (
    <th
      scope="col"
      aria-sort={isUp ? 'ascending' : isDown ? 'descending' : undefined}
      className={classes(
        'sticky top-0 z-10 border-b bg-surface px-3 py-1.5 font-medium text-muted text-xs whitespace-nowrap first:ps-4',
        isNumber(field) ? 'text-end' : 'text-start',
      )}
    >
      {entity.sorts.includes(name) ? (
        <button
          type="button"
          className={classes(
            'group inline-flex items-center gap-1 rounded py-0.5 align-middle hover:text-ink',
            isNumber(field) && 'flex-row-reverse',
            (isUp || isDown) && 'text-ink',
          )}
          onClick={() => change({ sort: nextSort(state.sort, name) })}
        >
          {label(field.label)}
          <Arrow aria-hidden className={classes('size-3.5', !(isUp || isDown) && 'opacity-0 group-hover:opacity-50')} />
        </button>
      ) : (
        label(field.label)
      )}
    </th>
  )
}

/** Ticks the page, and says by its dash when a part of it is. */
export function PageTick({
  rows,
  selection,
  label,
}: {
  rows: ListRow[]
  selection: EntityListModel['selection']
  label: string
}) {
  const ticked = rows.filter(({ id }) => selection.ids.has(id)).length
  const isWhole = selection.isAll || (rows.length > 0 && ticked === rows.length)
  return (
    <input
      ref={(box) => {
        if (box) box.indeterminate = !isWhole && ticked > 0
      }}
      type="checkbox"
      aria-label={label}
      className="size-4 align-middle accent-accent"
      checked={isWhole}
      onChange={(event) => {
        const ids = rows.map(({ id }) => id)
        if (selection.isAll) selection.clear()
        else selection.togglePage(ids, event.currentTarget.checked)
      }}
    />
  )
}
