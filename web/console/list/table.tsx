'use client'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type Ref, useImperativeHandle, useRef } from 'react'
import { useLabel } from '#web/words/words.tsx'
import type { RowsHandle } from './row-keys.ts'
import { TableHead } from './table-head.tsx'
import { TableRow } from './table-row.tsx'
import type { EntityListModel, ListRow } from './use-entity-list.ts'

/** Beyond so many rows only those in sight are drawn. */
const drawnWhole = 60
const rowHeight = 37

/** The records as a table that scrolls within itself, so that its head and its scroll bars stay in sight. */
export function Table({ model, rows, ref }: { model: EntityListModel; rows: ListRow[]; ref: Ref<RowsHandle> }) {
  const label = useLabel()
  const scroller = useRef<HTMLDivElement>(null)
  const { entity, columns, selection } = model
  const isVirtual = rows.length > drawnWhole
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    enabled: isVirtual,
  })
  useImperativeHandle(ref, () => ({
    show: (index) => isVirtual && virtualizer.scrollToIndex(index),
    root: () => scroller.current,
  }))
  const items = virtualizer.getVirtualItems()
  const shown = isVirtual ? items.map(({ index }) => index) : rows.map((_, index) => index)
  const before = isVirtual ? (items[0]?.start ?? 0) : 0
  const after = isVirtual ? virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0) : 0
  return (
    <div ref={scroller} className="overflow-auto" style={{ maxHeight: `calc(100dvh - ${heightAround(model)}rem)` }}>
      <table className="w-full border-separate border-spacing-0" aria-rowcount={rows.length + 1}>
        <caption className="sr-only">{label(entity.plural)}</caption>
        <TableHead model={model} rows={rows} />
        <tbody>
          <Gap height={before} columns={columns.length + 1} />
          {shown.map((index) => {
            const row = rows[index]
            return (
              row && (
                <TableRow
                  key={row.id}
                  {...{ entity, columns, row, index }}
                  isSelected={selection.isAll || selection.ids.has(row.id)}
                  toggle={selection.toggle}
                />
              )
            )
          })}
          <Gap height={after} columns={columns.length + 1} />
        </tbody>
      </table>
    </div>
  )
}

/** What stands over and under the rows takes so much of the window, in rem: the list's foot stays in sight. */
const heightAround = ({ entity, state, selection }: EntityListModel): number =>
  15.5 + (entity.says ? 1.25 : 0) + (state.filters.length > 0 ? 2.75 : 0) + (selection.ids.size > 0 ? 2.75 : 0)

/** Stands for the rows that are not drawn. */
function Gap({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null
  return (
    <tr aria-hidden>
      <td colSpan={columns} style={{ height }} />
    </tr>
  )
}
