'use client'
import { ChevronsUpDown, X } from 'lucide-react'
import { Popover } from 'radix-ui'
import { useContext, useState } from 'react'
import { useEntity } from '#web/data/description.ts'
import { IconButton } from '#web/ui/button.tsx'
import { classes } from '#web/ui/classes.ts'
import { useWords } from '#web/words/words.tsx'
import { InlineCreate } from './inline-create.ts'
import type { InputProps } from './input.ts'
import { LinkChoices } from './link-choices.tsx'
import { type Found, recents, useTitle } from './link-search.ts'

/** Chooses a record: search, recent ones, and a new one where the person may make it. */
export function LinkInput({ field, value, onChange, described, isDisabled, title, label }: InputProps) {
  const words = useWords('inputs')
  const CreateDialog = useContext(InlineCreate)
  const name = field.to ?? ''
  const entity = useEntity(name)
  const [isOpen, setOpen] = useState(false)
  const [chosen, setChosen] = useState<Found | undefined>()
  const [newName, setNewName] = useState<string | undefined>()
  const id = typeof value === 'string' && value !== '' ? value : undefined
  const shown = useTitle(name, id, chosen && chosen.id === id ? chosen.title : title)
  const choose = (found: Found) => {
    recents.add(name, found)
    setChosen(found)
    setOpen(false)
    onChange(found.id)
  }
  return (
    <span className="relative block">
      <Popover.Root open={isOpen} onOpenChange={setOpen} modal>
        <Popover.Trigger asChild>
          <button
            {...described}
            type="button"
            role="combobox"
            aria-expanded={isOpen}
            aria-haspopup="dialog"
            disabled={isDisabled}
            className={classes(
              'flex h-8 w-full items-center gap-2 rounded-md border bg-surface ps-2.5 pe-2 text-start',
              'hover:border-line-strong disabled:bg-sunken disabled:text-muted aria-invalid:border-bad',
              id && !isDisabled && 'pe-9',
            )}
          >
            <span className={classes('min-w-0 flex-1 truncate', !id && 'text-faint')}>
              {id ? (shown ?? id) : words('choose')}
            </span>
            {!(id && !isDisabled) && <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-faint" />}
          </button>
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content
            align="start"
            sideOffset={4}
            collisionPadding={8}
            aria-label={label}
            className={classes(
              'z-[55] w-[max(var(--radix-popover-trigger-width),18rem)] max-w-[calc(100vw-1rem)]',
              'animate-rise overflow-hidden rounded-lg border bg-raised shadow-raised',
            )}
          >
            <LinkChoices
              name={name}
              label={label}
              value={id}
              onChoose={choose}
              {...(CreateDialog && entity?.verbs.includes('create')
                ? { onCreate: createNamed(setOpen, setNewName) }
                : {})}
            />
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
      {id && !isDisabled && (
        <IconButton
          label={words('clear', { label })}
          size="sm"
          className="absolute end-0.5 top-0.5"
          onClick={() => onChange(null)}
          icon={<X aria-hidden className="size-3.5" />}
        />
      )}
      {newName !== undefined && entity && CreateDialog && (
        <CreateDialog
          entity={entity}
          named={newName}
          onClose={() => setNewName(undefined)}
          onCreated={(found) => {
            setNewName(undefined)
            choose(found)
          }}
        />
      )}
    </span>
  )
}

const createNamed = (setOpen: (isOpen: boolean) => void, setName: (name: string) => void) => (typed: string) => {
  setOpen(false)
  setName(typed)
}
