'use client'
import { ArrowDown, ArrowUp, Columns3 } from 'lucide-react'
import { Button, IconButton } from '#web/ui/button.tsx'
import { Checkbox } from '#web/ui/field.tsx'
import { Popover } from '#web/ui/popover.tsx'
import { useLabel, useWords } from '#web/words/words.tsx'
import { fieldsOfList } from './columns.ts'
import type { EntityListModel } from './use-entity-list.ts'

/** Which columns, in which order. The shown ones stand first, as they stand in the list. */
export function ColumnChooser({ model }: { model: EntityListModel }) {
  const words = useWords('list')
  const label = useLabel()
  const { columns, chooseColumns, entity } = model
  const shown = columns.map(({ name }) => name)
  const others = fieldsOfList(entity).filter(({ name }) => !shown.includes(name))
  const move = (index: number, by: number) => {
    const next = [...shown]
    const [name] = next.splice(index, 1)
    if (name) next.splice(index + by, 0, name)
    chooseColumns(next)
  }
  return (
    <Popover
      align="end"
      trigger={
        <Button aria-label={words('columns')} icon={<Columns3 aria-hidden className="size-4" />}>
          <span className="hidden md:inline">{words('columns')}</span>
        </Button>
      }
    >
      <div className="w-64 max-w-full">
        <ul>
          {columns.map((field, index) => (
            <li key={field.name} className="flex items-center gap-1">
              <Checkbox
                label={label(field.label)}
                className="min-w-0 flex-1 py-1"
                checked
                disabled={shown.length === 1}
                onChange={() => chooseColumns(shown.filter((name) => name !== field.name))}
              />
              <IconButton
                size="sm"
                label={words('columnUp', { name: label(field.label) })}
                disabled={index === 0}
                onClick={() => move(index, -1)}
                icon={<ArrowUp aria-hidden className="size-3.5" />}
              />
              <IconButton
                size="sm"
                label={words('columnDown', { name: label(field.label) })}
                disabled={index === shown.length - 1}
                onClick={() => move(index, 1)}
                icon={<ArrowDown aria-hidden className="size-3.5" />}
              />
            </li>
          ))}
        </ul>
        {others.length > 0 && (
          <ul className="mt-2 border-t pt-2">
            {others.map((field) => (
              <li key={field.name}>
                <Checkbox
                  label={label(field.label)}
                  className="w-full py-1"
                  checked={false}
                  disabled={shown.length >= 60}
                  onChange={() => chooseColumns([...shown, field.name])}
                />
              </li>
            ))}
          </ul>
        )}
        <Button look="quiet" size="sm" className="mt-2" onClick={() => chooseColumns(null)}>
          {words('columnsReset')}
        </Button>
      </div>
    </Popover>
  )
}
