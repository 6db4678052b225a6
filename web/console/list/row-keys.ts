'use client'
/** Moving through the rows by keys. The focus is the place: it is seen, and Enter opens what has it. */
import { type RefObject, useEffect } from 'react'
import { useWords } from '#web/words/words.tsx'
import { useShortcut } from '../shortcuts.tsx'
import type { ListRow } from './use-entity-list.ts'

/** What table and cards offer alike. */
export type RowsHandle = {
  /** Draws the row where only those in sight are drawn. */
  show: (index: number) => void
  root: () => HTMLElement | null
}

/** j and k, or the arrows once a row has the focus; x ticks. */
export function useRowKeys(handle: RefObject<RowsHandle | null>, rows: ListRow[], toggle: (id: string) => void): void {
  const words = useWords('list')
  const move = (by: number) => {
    const at = currentRow(handle.current?.root())
    const next = at === undefined ? (by > 0 ? 0 : rows.length - 1) : Math.min(Math.max(at + by, 0), rows.length - 1)
    focusRow(handle.current, next)
  }
  const isEnabled = rows.length > 0
  useShortcut('j', words('keys.down'), () => move(1), { isEnabled, repeats: true })
  useShortcut('k', words('keys.up'), () => move(-1), { isEnabled, repeats: true })
  useShortcut(
    'x',
    words('keys.tick'),
    () => {
      const row = rows[currentRow(handle.current?.root()) ?? -1]
      if (row) toggle(row.id)
    },
    { isEnabled },
  )
  useEffect(() => {
    const root = handle.current?.root()
    if (!root) return
    const press = (event: KeyboardEvent) => {
      const at = currentRow(root)
      const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (at === undefined || by === undefined || event.altKey || event.ctrlKey || event.metaKey) return
      event.preventDefault()
      focusRow(handle.current, Math.min(Math.max(at + by, 0), rows.length - 1))
    }
    root.addEventListener('keydown', press)
    return () => root.removeEventListener('keydown', press)
  }, [handle, rows])
}

/** The row in which the focus is. */
function currentRow(root: HTMLElement | null | undefined): number | undefined {
  const focused = document.activeElement
  if (!root || !focused || !root.contains(focused)) return undefined
  const link = focused.closest('tr, li')?.querySelector<HTMLElement>('[data-row]')
  return link ? Number(link.dataset.row) : undefined
}

function focusRow(handle: RowsHandle | null, index: number): void {
  const find = () => handle?.root()?.querySelector<HTMLElement>(`[data-row="${index}"]`)
  handle?.show(index)
  const row = find()
  if (row) row.focus()
  else requestAnimationFrame(() => find()?.focus())
}
