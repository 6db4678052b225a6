'use client'
/** Arrow keys from cell to cell of a table of selects; the Tab key takes the whole table for one. */
import { type KeyboardEvent, useLayoutEffect, useRef } from 'react'

const steps: Record<string, [row: number, column: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** For a table whose selects have `data-row` and `data-column`, counted from the top and from the start of the line. */
export function useGridKeys() {
  const root = useRef<HTMLTableElement>(null)
  const current = useRef<string | undefined>(undefined)
  const cells = () => [...(root.current?.querySelectorAll<HTMLSelectElement>('select[data-row]') ?? [])]
  // The cell that the focus was in last is the one that Tab comes back to.
  const settle = () => {
    const all = cells().filter(({ disabled }) => !disabled)
    const open = all.find(({ name }) => name === current.current) ?? all[0]
    for (const cell of all) cell.tabIndex = cell === open ? 0 : -1
  }
  useLayoutEffect(settle)
  const onFocus = (event: { target: EventTarget }) => {
    if (!(event.target instanceof HTMLSelectElement) || event.target.dataset.row === undefined) return
    current.current = event.target.name
    settle()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const { target } = event
    if (!(target instanceof HTMLSelectElement) || target.dataset.row === undefined) return
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter') {
      event.preventDefault()
      target.showPicker()
      return
    }
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    next(cells(), target, step)?.focus()
  }
  return { root, onFocus, onKeyDown }
}

/** The nearest cell in that direction; not every row has all columns. */
function next(
  cells: readonly HTMLSelectElement[],
  from: HTMLSelectElement,
  [down, along]: [row: number, column: number],
): HTMLSelectElement | undefined {
  const isRtl = document.documentElement.dir === 'rtl'
  const placeOf = ({ dataset }: HTMLSelectElement) => ({ row: Number(dataset.row), column: Number(dataset.column) })
  const here = placeOf(from)
  const open = cells.filter(({ disabled }) => !disabled)
  if (down !== 0) {
    const beyond = open.filter((cell) => (placeOf(cell).row - here.row) * down > 0)
    const nearest = (down > 0 ? beyond : beyond.toReversed())[0]
    const inColumn = (down > 0 ? beyond : beyond.toReversed()).find((cell) => placeOf(cell).column === here.column)
    return inColumn ?? nearest
  }
  const way = isRtl ? -along : along
  const inRow = open.filter((cell) => placeOf(cell).row === here.row && (placeOf(cell).column - here.column) * way > 0)
  return (way > 0 ? inRow : inRow.toReversed())[0]
}
