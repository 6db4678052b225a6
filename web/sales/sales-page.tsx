'use client'
import { EntityList } from '#web/console/list/entity-list.tsx'
import { listPage } from '#web/console/pages.ts'
import { useMay } from '#web/data/me.ts'
import { buttonClasses } from '#web/ui/button.tsx'
import { Link } from '#web/ui/link.tsx'
import { useLabel } from '#web/words/words.tsx'

/** All sales, and the way to what came back of them. */
export function SalesPage() {
  const label = useLabel()
  const may = useMay()
  return (
    <EntityList
      name="sales.sale"
      actions={
        may('sales.creditNote.read') && (
          <Link href={listPage('sales.creditNote')} className={buttonClasses()}>
            {label('Credit notes')}
          </Link>
        )
      }
    />
  )
}
