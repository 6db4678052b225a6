'use client'
import { ListFilter as FilterIcon, X } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Button } from '#web/ui/button.tsx'
import { Popover } from '#web/ui/popover.tsx'
import { Skeleton } from '#web/ui/states.tsx'
import { useWords } from '#web/words/words.tsx'
import { useShortcut } from '../shortcuts.tsx'
import { filterFieldsOf } from './columns.ts'
import { FilterText } from './filter-text.tsx'
import { type Draft, replaceDraft, toDrafts } from './filters.ts'
import type { EntityListModel } from './use-entity-list.ts'

/** Inputs for every kind of field are loaded when somebody filters. */
const FilterEditor = dynamic(() => import('./filter-editor.tsx').then((module) => module.FilterEditor), {
  loading: () => <Skeleton className="h-24 w-64" />,
})

export function AddFilter({ model }: { model: EntityListModel }) {
  const words = useWords('list')
  const [isOpen, setOpen] = useState(false)
  useShortcut('f', words('filter.add'), () => setOpen(true))
  return (
    <Popover
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={<Button icon={<FilterIcon aria-hidden className="size-4" />}>{words('filter.add')}</Button>}
    >
      <FilterEditor
        fields={filterFieldsOf(model.entity)}
        draft={undefined}
        onApply={(draft) => {
          model.change({ filters: replaceDraft(model.state.filters, undefined, draft) })
          setOpen(false)
        }}
      />
    </Popover>
  )
}

/** The filters that are set: each is changed by pressing it, and taken away by its cross. */
export function FilterBar({ model }: { model: EntityListModel }) {
  const words = useWords('list')
  const { state, change, entity } = model
  const known = filterFieldsOf(entity)
  const drafts = toDrafts(state.filters).filter(({ field }) => known.some(({ name }) => name === field))
  if (drafts.length === 0) return null
  return (
    <section aria-label={words('filter.all')} className="flex flex-wrap items-center gap-1.5 border-b px-3 py-2">
      {drafts.map((draft) => (
        <Chip key={`${draft.field} ${draft.choice}`} model={model} draft={draft} />
      ))}
      <Button look="quiet" size="sm" onClick={() => change({ filters: [] })}>
        {words('filter.clear')}
      </Button>
    </section>
  )
}

function Chip({ model, draft }: { model: EntityListModel; draft: Draft }) {
  const words = useWords('list')
  const [isOpen, setOpen] = useState(false)
  const fields = filterFieldsOf(model.entity)
  const field = fields.find(({ name }) => name === draft.field)
  if (!field) return null
  const set = (after: Draft | undefined) => {
    setOpen(false)
    model.change({ filters: replaceDraft(model.state.filters, draft, after) })
  }
  return (
    <span className="inline-flex max-w-full items-center rounded-md border bg-surface">
      <Popover
        isOpen={isOpen}
        onOpenChange={setOpen}
        trigger={
          <button type="button" className="h-6.5 min-w-0 truncate rounded-s-md px-2 hover:bg-sunken">
            <FilterText field={field} draft={draft} />
          </button>
        }
      >
        <FilterEditor fields={fields} draft={draft} onApply={set} onRemove={() => set(undefined)} />
      </Popover>
      <button
        type="button"
        aria-label={words('filter.remove')}
        title={words('filter.remove')}
        className="flex h-6.5 w-7 shrink-0 items-center justify-center rounded-e-md border-s text-muted hover:bg-sunken hover:text-ink"
        onClick={() => set(undefined)}
      >
        <X aria-hidden className="size-3.5" />
      </button>
    </span>
  )
}
