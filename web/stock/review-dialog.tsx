'use client'
import type { ReactNode } from 'react'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { type Column, Table } from '#web/ui/table.tsx'
import { useWords } from '#web/words/words.tsx'

export type ReviewRow = {
  key: number
  name: ReactNode
  before: ReactNode
  change: ReactNode
  after: ReactNode
  why?: ReactNode
}

/** What will happen, before it does: stock moves are not taken back but by others. */
export function ReviewDialog({
  title,
  says,
  rows,
  verb,
  isBusy,
  onBook,
  onClose,
  children,
}: {
  title: string
  says: string
  rows: readonly ReviewRow[]
  verb: string
  isBusy: boolean
  onBook: () => void
  onClose: () => void
  children?: ReactNode
}) {
  const words = useWords('stock')
  const ui = useWords('ui')
  const columns: Column<ReviewRow>[] = [
    { name: 'name', head: words('product'), cell: ({ name }) => name },
    ...(rows.some(({ why }) => why) ? [{ name: 'why', head: words('reason'), cell: ({ why }: ReviewRow) => why }] : []),
    { name: 'before', head: words('before'), isFigure: true, cell: ({ before }) => before },
    { name: 'change', head: words('change'), isFigure: true, cell: ({ change }) => change },
    { name: 'after', head: words('after'), isFigure: true, cell: ({ after }) => after },
  ]
  return (
    <Dialog
      isOpen
      onClose={onClose}
      width="lg"
      title={title}
      says={says}
      foot={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button look="primary" isBusy={isBusy} onClick={onBook} data-autofocus>
            {verb}
          </Button>
        </>
      }
    >
      <div className="-mx-5 -mt-4">
        <Table caption={title} columns={columns} rows={rows} keyOf={({ key }) => key} />
      </div>
      {children}
    </Dialog>
  )
}
