'use client'
import { Command } from 'cmdk'
import { Check, Plus, Search } from 'lucide-react'
import { useEffect, useState } from 'react'
import { classes } from '#web/ui/classes.ts'
import { useLabel, useWords } from '#web/words/words.tsx'
import { type Found, recents, useFound } from './link-search.ts'

const row = classes(
  'flex cursor-default items-center gap-2 rounded-md px-2 py-1.5 select-none',
  'data-[selected=true]:bg-sunken data-[disabled=true]:opacity-50',
)
const heading = classes(
  '[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1',
  '[&_[cmdk-group-heading]]:text-muted [&_[cmdk-group-heading]]:text-xs',
)

/** What a picker offers: recent choices before anything is typed, then what the server finds. */
export function LinkChoices({
  name,
  label,
  value,
  onChoose,
  onCreate,
}: {
  name: string
  label: string
  value: string | undefined
  onChoose: (found: Found) => void
  onCreate?: (typed: string) => void
}) {
  const words = useWords('inputs')
  const labelOf = useLabel()
  const [typed, setTyped] = useState('')
  const { found, entity, isPending, error, mayList } = useFound(name, typed, true)
  const recent = typed === '' ? recents.read(name) : []
  const rest = found.filter(({ id }) => !recent.some((each) => each.id === id))
  // The first that was found is the one that Enter takes, also when it came after the last key.
  const first = recent[0]?.id ?? rest[0]?.id ?? (isPending ? '' : 'new')
  const [marked, mark] = useState(first)
  useEffect(() => mark(first), [first])
  const choice = (each: Found) => (
    <Command.Item key={each.id} value={each.id} onSelect={() => onChoose(each)} className={row}>
      <span className="min-w-0 flex-1 truncate">{each.title}</span>
      <span className="max-w-32 truncate text-muted text-xs">{each.detail}</span>
      {each.id === value && <Check aria-hidden className="size-4 text-accent" />}
    </Command.Item>
  )
  return (
    <Command shouldFilter={false} label={label} value={marked} onValueChange={mark}>
      <div className="flex items-center gap-2 border-b px-3">
        <Search aria-hidden className="size-4 shrink-0 text-faint" />
        <Command.Input
          value={typed}
          onValueChange={setTyped}
          placeholder={words('search')}
          className="h-9 w-full bg-transparent outline-none"
        />
      </div>
      <Command.List className="max-h-64 overflow-y-auto p-1" aria-busy={isPending}>
        {recent.length > 0 && (
          <Command.Group heading={words('recent')} className={heading}>
            {recent.map(choice)}
          </Command.Group>
        )}
        {rest.length > 0 && (
          <Command.Group heading={recent.length > 0 ? words('all') : undefined} className={heading}>
            {rest.map(choice)}
          </Command.Group>
        )}
        {rest.length === 0 && recent.length === 0 && (
          <p role="status" className="px-2 py-3 text-center text-muted">
            {error?.message ?? words(!mayList ? 'mayNotList' : isPending ? 'searching' : 'nothingFound')}
          </p>
        )}
        {onCreate && entity && (
          <Command.Item value="new" onSelect={() => onCreate(typed.trim())} className={row}>
            <Plus aria-hidden className="size-4 shrink-0 text-muted" />
            <span className="truncate">
              {typed.trim()
                ? words('createNamed', { label: labelOf(entity.label), name: typed.trim() })
                : words('create', { label: labelOf(entity.label) })}
            </span>
          </Command.Item>
        )}
      </Command.List>
    </Command>
  )
}
