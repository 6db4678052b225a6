'use client'
import { Button } from '#web/ui/button.tsx'
import { useWords } from '#web/words/words.tsx'

type Props = { pagination: { totalPages?: number | null }; page: number; onPage: (page: number) => void }

/** The way to further pages; nothing where there is one. */
export function Pager({ pagination, page, onPage }: Props) {
  const words = useWords('ui')
  const pages = pagination.totalPages ?? 1
  if (pages < 2) return null
  return (
    <div className="flex items-center justify-end gap-2 border-t px-4 py-2">
      <span className="me-auto text-muted tabular-nums">
        {page} / {pages}
      </span>
      <Button size="sm" disabled={page <= 1} onClick={() => onPage(page - 1)}>
        {words('previous')}
      </Button>
      <Button size="sm" disabled={page >= pages} onClick={() => onPage(page + 1)}>
        {words('next')}
      </Button>
    </div>
  )
}
