'use client'
import { CircleCheck, CloudUpload, Plus } from 'lucide-react'
import { useRef } from 'react'
import { receiptOf } from '#engines/receipt'
import { useTill } from '#web/till/core/context.tsx'
import { useStore } from '#web/till/core/store.ts'
import { KeyHint } from '#web/till/parts/key-hint.tsx'
import { Problem } from '#web/till/parts/problem.tsx'
import { headerOf } from '#web/till/receipt/header.ts'
import { PrintButtons } from '#web/till/receipt/print-buttons.tsx'
import { ReceiptPaper } from '#web/till/receipt/receipt-paper.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { useLanguage, useWords } from '#web/words/words.tsx'
import type { Sold } from './sell.ts'
import { SoldCards } from './sold-cards.tsx'
import { ChangeDue } from './tender-dialog.tsx'

/** After the sale: change, receipt, and on to the next customer by Enter. */
export function SoldScreen({ sold, onNext }: { sold: Sold; onNext: () => void }) {
  const words = useWords('till')
  const till = useTill()
  const next = useRef<HTMLButtonElement>(null)
  const { head } = useStore(till.book.state)
  const { language } = useLanguage()
  const { sale, number, isPending, id, differences } = sold
  const document = head && receiptOf(sale, headerOf(head), { language, isPending })
  const Icon = isPending ? CloudUpload : CircleCheck
  return (
    <Dialog
      isOpen
      onClose={onNext}
      title={words('sold.title', { number })}
      says={words(isPending ? 'sold.pending' : 'sold.booked')}
      width="sm"
      foot={
        <Button
          ref={next}
          autoFocus
          size="lg"
          look="primary"
          className="w-full"
          icon={<Plus aria-hidden className="size-5" />}
          onClick={onNext}
        >
          {words('sold.next')}
          <KeyHint name="↵" />
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <p className={isPending ? 'flex items-center gap-2 text-warn-ink' : 'flex items-center gap-2 text-good-ink'}>
          <Icon aria-hidden className="size-5" />
          {words(isPending ? 'sold.waits' : 'sold.kept')}
        </p>
        {differences.length > 0 && <Problem>{words('sold.differs', { what: differences.join('; ') })}</Problem>}
        {sale.change.amount > 0 && <ChangeDue amount={sale.change.amount} currency={sale.change.currency} />}
        <SoldCards sold={sold} />
        {document && (
          <>
            <PrintButtons
              document={document}
              what={isPending ? undefined : { kind: 'sale', id }}
              onPrinted={() => next.current?.focus()}
              isCash={sale.tenders.some(({ method }) => method === 'cash')}
            />
            <ReceiptPaper document={document} />
          </>
        )}
      </div>
    </Dialog>
  )
}
