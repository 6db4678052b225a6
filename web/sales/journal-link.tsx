'use client'
import { recordPage } from '#web/console/pages.ts'
import { useMay } from '#web/data/me.ts'
import { useRoute } from '#web/data/queries.ts'
import { Link } from '#web/ui/link.tsx'

/** The entries of the books that a document made; undefined where there are none, or not for this person. */
export function useJournal(source: string, id: string) {
  const may = useMay()
  const enabled = may('finance.journalEntry.read')
  const query = { limit: 20, sort: 'id', filter: { source, sourceId: id } } as const
  const entries = useRoute('finance', 'GET /finance/entries', { query }, { enabled }).data?.data ?? []
  if (entries.length === 0) return undefined
  return entries.map(({ id: entry, memo }) => (
    <Link
      key={entry}
      href={recordPage('finance.journalEntry', entry)}
      className="block text-accent-ink hover:underline"
    >
      {memo}
    </Link>
  ))
}
