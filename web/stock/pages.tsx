'use client'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { Pagination } from '#sdk/values'
import { IconButton } from '#web/ui/button.tsx'
import { useWords } from '#web/words/words.tsx'

/** Which part of a long list is shown, and the way to the rest of it. */
export function Pages({
  page,
  pagination,
  count,
  onChange,
}: {
  page: number
  pagination: Pagination
  /** Rows on this page. */
  count: number
  onChange: (page: number) => void
}) {
  const words = useWords('list')
  const ui = useWords('ui')
  const { total, limit, nextCursor, totalPages } = pagination
  const first = (page - 1) * limit + 1
  const isMore = nextCursor ? true : totalPages !== null && totalPages !== undefined && page < totalPages
  return (
    <footer className="flex items-center gap-3 border-t px-4 py-2 text-[0.8125rem] text-muted">
      <p role="status" className="flex-1 tabular-nums">
        {typeof total === 'number'
          ? words('range', { first, last: first + count - 1, count: total })
          : words('rangeMore', { first, last: first + count - 1, count: 10_000 })}
      </p>
      <IconButton
        look="plain"
        label={ui('previous')}
        disabled={page === 1}
        onClick={() => onChange(page - 1)}
        icon={<ChevronLeft aria-hidden className="size-4 rtl:rotate-180" />}
      />
      <IconButton
        look="plain"
        label={ui('next')}
        disabled={!isMore}
        onClick={() => onChange(page + 1)}
        icon={<ChevronRight aria-hidden className="size-4 rtl:rotate-180" />}
      />
    </footer>
  )
}
