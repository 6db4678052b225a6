'use client'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { IconButton } from '#web/ui/button.tsx'
import { Field, Select } from '#web/ui/field.tsx'
import { useWords } from '#web/words/words.tsx'
import { pageSizes } from './list-state.ts'
import type { EntityListModel } from './use-entity-list.ts'

/** How many there are, which of them are shown, and the way to the others. */
export function Paging({ model }: { model: EntityListModel }) {
  const words = useWords('list')
  const ui = useWords('ui')
  const { state, change, page } = model
  if (!page) return null
  const { total, nextCursor, totalMoreThan } = page.pagination
  const first = (state.page - 1) * state.limit + 1
  const range = { first, last: first + page.data.length - 1 }
  const isMore = Boolean(nextCursor)
  return (
    <footer className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t px-4 py-2 text-[0.8125rem] text-muted">
      <p role="status" className="min-w-0 flex-1 tabular-nums">
        {page.data.length === 0
          ? words('total', { count: total ?? 0 })
          : typeof total === 'number'
            ? words('range', { ...range, count: total })
            : words('rangeMore', { ...range, count: totalMoreThan ?? range.last })}
      </p>
      <Field label={words('pageSize')} isLabelHidden className="w-32">
        {(field) => (
          <Select
            {...field}
            value={state.limit}
            onChange={(event) => change({ limit: Number(event.currentTarget.value) })}
          >
            {pageSizes.map((size) => (
              <option key={size} value={size}>
                {words('perPage', { count: size })}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className="flex gap-1">
        <IconButton
          look="plain"
          label={ui('previous')}
          disabled={state.page === 1}
          onClick={() => change({ page: state.page - 1 })}
          icon={<ChevronLeft aria-hidden className="size-4 rtl:rotate-180" />}
        />
        <IconButton
          look="plain"
          label={ui('next')}
          disabled={!isMore}
          onClick={() => change({ page: state.page + 1 })}
          icon={<ChevronRight aria-hidden className="size-4 rtl:rotate-180" />}
        />
      </div>
    </footer>
  )
}
