'use client'
import { FileText, Printer, Settings2 } from 'lucide-react'
import { useState } from 'react'
import { createPortal } from 'react-dom'
import type { ReceiptDocument } from '#engines/receipt'
import { DeviceFault } from '#web/till/core/fault.ts'
import { Problem } from '#web/till/parts/problem.tsx'
import { useWork } from '#web/till/parts/use-work.ts'
import { Button, buttonClasses } from '#web/ui/button.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { useLanguage, useWords } from '#web/words/words.tsx'
import { PrinterDialog } from './printer-dialog.tsx'
import { type Printable, pdfOf, printOnNetwork, printOnUsb, readPrinter } from './printing.ts'
import { ReceiptPaper } from './receipt-paper.tsx'

/** Prints where this device prints. `what` is undefined for what the server does not have yet. */
export function usePrint(document: ReceiptDocument, what: Printable | undefined) {
  const words = useWords('till')
  const toast = useToast()
  const [isPrinting, setPrinting] = useState(false)
  const print = async ({ drawer = false } = {}) => {
    const chosen = readPrinter()
    if (chosen.kind === 'usb') {
      return printOnUsb(document, chosen.width, drawer).catch(() => {
        throw new DeviceFault(words('print.failed'))
      })
    }
    if (chosen.kind === 'network' && what) {
      await printOnNetwork(chosen.id, what, drawer && chosen.drawer === true)
      return toast({ text: words('print.queued') })
    }
    setPrinting(true)
    // The receipt is put beside the page, printed and taken away.
    await new Promise((resolve) => setTimeout(resolve))
    window.print()
    setPrinting(false)
  }
  const page =
    isPrinting &&
    createPortal(
      <div className="receipt-to-print">
        <ReceiptPaper document={document} />
      </div>,
      globalThis.document.body,
    )
  return { print, page }
}

type Props = {
  document: ReceiptDocument
  what: Printable | undefined
  /** Cash has changed hands: the first copy opens the drawer. */
  isCash?: boolean
  onPrinted?: () => void
}

export function PrintButtons({ document, what, isCash = false, onPrinted }: Props) {
  const words = useWords('till')
  const { language } = useLanguage()
  const { print, page } = usePrint(document, what)
  const work = useWork()
  const [isChoosing, setChoosing] = useState(false)
  const [isDrawerDue, setDrawerDue] = useState(isCash)
  const printOnce = async () => {
    await print({ drawer: isDrawerDue })
    setDrawerDue(false)
    onPrinted?.()
  }
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap justify-center gap-2">
        <Button
          size="lg"
          isBusy={work.isBusy}
          icon={<Printer aria-hidden className="size-5" />}
          onClick={() => void work.run(printOnce)}
        >
          {words('print.do')}
        </Button>
        {what && (
          <a href={pdfOf(what, language)} target="_blank" rel="noreferrer" className={buttonClasses('plain', 'lg')}>
            <FileText aria-hidden className="size-5" />
            {words('print.pdf')}
          </a>
        )}
        <Button
          size="lg"
          look="quiet"
          icon={<Settings2 aria-hidden className="size-5" />}
          onClick={() => setChoosing(true)}
        >
          {words('print.choose')}
        </Button>
      </div>
      <Problem>{work.problem}</Problem>
      {isChoosing && <PrinterDialog onClose={() => setChoosing(false)} />}
      {page}
    </div>
  )
}
