'use client'
import { Printer, WalletCards } from 'lucide-react'
import { useDoing } from '#web/console/doing.ts'
import { client } from '#web/data/client.ts'
import { useMay } from '#web/data/me.ts'
import { type AnyRecord, useRefresh } from '#web/data/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { useWords } from '#web/words/words.tsx'
import { RecentPrints } from './recent-prints.tsx'
import { RecordsCard } from './records-card.tsx'

/** The receipt printers of the shops, each to be tried here. */
export function PrintersSection() {
  const words = useWords('settings')
  return (
    <>
      <RecordsCard
        name="printing.printer"
        says={words('printersSays')}
        more={[
          {
            name: 'try',
            head: <span className="sr-only">{words('try')}</span>,
            cell: (printer) => <TryPrinter printer={printer} />,
            className: 'text-end whitespace-nowrap',
          },
        ]}
      />
      <RecentPrints />
    </>
  )
}

/** The last receipt of the shop once more, marked as a copy; and the drawer, where one hangs at it. */
function TryPrinter({ printer }: { printer: AnyRecord }) {
  const words = useWords('settings')
  const may = useMay()
  const refresh = useRefresh()
  const toast = useToast()
  const { run, isBusy } = useDoing()
  // What hangs at a till's browser is tried there: the server does not reach it.
  if (printer.kind !== 'network') return <span className="text-muted">{words('atTill')}</span>
  const name = String(printer.name)
  const print = async () => {
    const query = { limit: 1, sort: '-soldAt' as const, filter: { shopId: String(printer.shopId) } }
    const [last] = (await client.call('GET /erp/sales', { query })).data
    if (!last) return toast({ kind: 'bad', text: words('noSale') })
    await client.call('POST /hardware/print', {
      body: { printerId: printer.id, document: { saleId: last.id }, isCopy: true },
    })
    toast({ text: words('testSent') })
    await refresh('printing.printJob')
  }
  const open = async () => {
    await client.call('POST /hardware/drawer', { body: { printerId: printer.id } })
    await refresh('printing.printJob')
  }
  return (
    <span className="inline-flex gap-2">
      {may('sales.sale.sell') && may('sales.sale.read') && (
        <Button
          size="sm"
          isBusy={isBusy}
          icon={<Printer aria-hidden className="size-3.5" />}
          aria-label={words('testPrintOn', { name })}
          onClick={() => void run(print)}
        >
          {words('testPrint')}
        </Button>
      )}
      {printer.drawer === true && may('printing.printJob.openDrawer') && (
        <Button
          size="sm"
          disabled={isBusy}
          icon={<WalletCards aria-hidden className="size-3.5" />}
          aria-label={words('openDrawerAt', { name })}
          onClick={() => void run(open, words('drawerSent'))}
        >
          {words('openDrawer')}
        </Button>
      )}
    </span>
  )
}
