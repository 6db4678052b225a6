'use client'
import { useState } from 'react'
import { useRoute } from '#web/data/queries.ts'
import { useTill } from '#web/till/core/context.tsx'
import { Problem } from '#web/till/parts/problem.tsx'
import { useWork } from '#web/till/parts/use-work.ts'
import { classes } from '#web/ui/classes.ts'
import { Dialog } from '#web/ui/dialog.tsx'
import { useWords } from '#web/words/words.tsx'
import { type Chosen, keepPrinter, readPrinter } from './printing.ts'
import { chooseUsbPrinter, hasUsb } from './usb-printer.ts'

/** Where this device prints from now on. */
export function PrinterDialog({ onClose }: { onClose: () => void }) {
  const words = useWords('till')
  const { shopId } = useTill().place
  const [chosen, setChosen] = useState(readPrinter)
  const work = useWork()
  const { data } = useRoute('printing.printer', 'GET /hardware/printers', {
    query: { limit: 50, filter: { shopId, kind: 'network' } },
  })
  const choose = (next: Chosen) => {
    keepPrinter(next)
    setChosen(next)
  }
  const usb = (width: 58 | 80) =>
    work.run(async () => {
      await chooseUsbPrinter()
      choose({ kind: 'usb', width })
    })
  const choices: { label: string; isChosen: boolean; run: () => void }[] = [
    { label: words('print.browser'), isChosen: chosen.kind === 'browser', run: () => choose({ kind: 'browser' }) },
    ...(data?.data ?? []).map(({ id, name, drawer }) => ({
      label: words('print.network', { name }),
      isChosen: chosen.kind === 'network' && chosen.id === id,
      run: () => choose({ kind: 'network', id, drawer }),
    })),
    ...(hasUsb()
      ? ([80, 58] as const).map((width) => ({
          label: words('print.usb', { width }),
          isChosen: chosen.kind === 'usb' && chosen.width === width,
          run: () => void usb(width),
        }))
      : []),
  ]
  return (
    <Dialog isOpen onClose={onClose} title={words('print.title')} says={words('print.says')} width="sm">
      <div className="flex flex-col gap-2">
        {choices.map(({ label, isChosen, run }) => (
          <button
            key={label}
            type="button"
            aria-pressed={isChosen}
            onClick={run}
            className={classes(
              'min-h-12 rounded-lg border px-4 py-2 text-start hover:bg-sunken',
              isChosen && 'border-accent bg-accent-soft',
            )}
          >
            {label}
          </button>
        ))}
        <Problem>{work.problem}</Problem>
      </div>
    </Dialog>
  )
}
