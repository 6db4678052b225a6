'use client'
import { FileText, Printer } from 'lucide-react'
import { useState } from 'react'
import type { ReceiptDocument } from '#engines/receipt'
import { refusalText } from '#web/console/form/refusal-text.ts'
import { useRoute } from '#web/data/queries.ts'
import { usePrint } from '#web/till/receipt/print-buttons.tsx'
import { pdfOf } from '#web/till/receipt/printing.ts'
import { ReceiptPaper } from '#web/till/receipt/receipt-paper.tsx'
import { Button, buttonClasses } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Failure, SkeletonRows } from '#web/ui/states.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { useLanguage, useWords } from '#web/words/words.tsx'

type Props = { kind: 'sale' | 'credit-note'; id: string; number: string; onClose: () => void }

const routes = { sale: 'GET /erp/sales/:id/receipt', 'credit-note': 'GET /erp/credit-notes/:id/receipt' } as const

/** The receipt as the till gave it, to look at, to keep and to print once more. */
export function ReceiptDialog({ kind, id, number, onClose }: Props) {
  const words = useWords('sale')
  const { language } = useLanguage()
  const call = { params: { id }, query: { format: 'json' as const, copy: true, language } }
  const receipt = useRoute(kind === 'sale' ? 'sales.sale' : 'sales.creditNote', routes[kind], call)
  // The document travels as a record: it is what the receipt engine made.
  const document = receipt.data?.document as unknown as ReceiptDocument | undefined
  return (
    <Dialog
      isOpen
      onClose={onClose}
      width="sm"
      title={words('receipt.title', { number })}
      foot={
        <>
          <a href={pdfOf({ kind, id }, language)} target="_blank" rel="noreferrer" className={buttonClasses()}>
            <FileText aria-hidden className="size-4" />
            {words('receipt.pdf')}
          </a>
          {document && <PrintButton document={document} kind={kind} id={id} />}
        </>
      }
    >
      {receipt.isError ? (
        <Failure error={receipt.error} retry={receipt.refetch} />
      ) : document ? (
        <ReceiptPaper document={document} />
      ) : (
        <SkeletonRows rows={8} />
      )}
    </Dialog>
  )
}

function PrintButton({ document, kind, id }: { document: ReceiptDocument; kind: Props['kind']; id: string }) {
  const words = useWords('sale')
  const ui = useWords('ui')
  const toast = useToast()
  const [isBusy, setBusy] = useState(false)
  const { print, page } = usePrint(document, { kind, id })
  const run = async () => {
    setBusy(true)
    try {
      await print()
    } catch (error) {
      toast({ kind: 'bad', text: refusalText(error, ui('unreachable')) })
    }
    setBusy(false)
  }
  return (
    <>
      <Button
        look="primary"
        isBusy={isBusy}
        onClick={() => void run()}
        icon={<Printer aria-hidden className="size-4" />}
      >
        {words('receipt.print')}
      </Button>
      {page}
    </>
  )
}
