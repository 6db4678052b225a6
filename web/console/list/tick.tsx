'use client'
import type { EntityDescription } from '#web/data/description.ts'
import { useWords } from '#web/words/words.tsx'
import { nameOfRow } from './cell.tsx'
import type { ListRow } from './use-entity-list.ts'

/** Takes a record into the selection. It lies above the link of its row. */
export function Tick({
  entity,
  row,
  isOn,
  toggle,
}: {
  entity: EntityDescription
  row: ListRow
  isOn: boolean
  toggle: (id: string) => void
}) {
  const words = useWords('list')
  return (
    <input
      type="checkbox"
      aria-label={words('select.one', { name: nameOfRow(entity, row) })}
      className="relative z-[1] size-4 align-middle accent-accent"
      checked={isOn}
      onChange={() => toggle(row.id)}
    />
  )
}
