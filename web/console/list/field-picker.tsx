'use client'
import { Command } from 'cmdk'
import type { FieldDescription } from '#web/data/description.ts'
import { useLabel, useWords } from '#web/words/words.tsx'

/** Chooses a field by typing a part of its name. */
export function FieldPicker({
  fields,
  onPick,
}: {
  fields: readonly FieldDescription[]
  onPick: (field: FieldDescription) => void
}) {
  const words = useWords('list')
  const label = useLabel()
  return (
    <Command label={words('filter.field')} className="-m-1 w-64 max-w-full" loop>
      <Command.Input
        autoFocus
        placeholder={words('filter.field')}
        className="mb-1 h-8 w-full rounded-md border bg-surface px-2.5"
      />
      <Command.List className="max-h-72 overflow-y-auto">
        <Command.Empty className="px-2 py-3 text-muted">{words('emptyFound')}</Command.Empty>
        {fields.map((field) => (
          <Command.Item
            key={field.name}
            value={field.name}
            keywords={[label(field.label)]}
            onSelect={() => onPick(field)}
            className="cursor-default rounded-md px-2 py-1.5 data-[selected=true]:bg-sunken"
          >
            {label(field.label)}
          </Command.Item>
        ))}
      </Command.List>
    </Command>
  )
}
