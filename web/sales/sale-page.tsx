'use client'
/** A sale as people know it from paper: who bought what from whom, how it was paid, and what came back of it. */
import { Receipt, Undo2 } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import type { SalesSaleReadAnswer } from '#sdk/sales'
import { listPage, recordPage } from '#web/console/pages.ts'
import { RecordActions } from '#web/console/record/record-actions.tsx'
import { Timeline } from '#web/console/record/timeline.tsx'
import { WhoElse } from '#web/console/record/who-else.tsx'
import { RecordLink } from '#web/console/value.tsx'
import { useEntity } from '#web/data/description.ts'
import { useLive } from '#web/data/live.tsx'
import { useMay } from '#web/data/me.ts'
import { useRoute } from '#web/data/queries.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Button } from '#web/ui/button.tsx'
import { Card, PageHead } from '#web/ui/card.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { Failure, SkeletonRows } from '#web/ui/states.tsx'
import { useLabel, useWords } from '#web/words/words.tsx'
import { DocumentFacts } from './document-head.tsx'
import { useJournal } from './journal-link.tsx'
import { Paid } from './paid.tsx'
import { isAnyLeft, stateOfSale } from './returnable.rules.ts'
import { SaleLines } from './sale-lines.tsx'
import { TaxTable, Totals } from './totals.tsx'

const ReceiptDialog = dynamic(() => import('./receipt-dialog.tsx').then((module) => module.ReceiptDialog))
const ReturnDialog = dynamic(() => import('./return-dialog.tsx').then((module) => module.ReturnDialog))

const name = 'sales.sale'

export function SalePage({ id }: { id: string }) {
  const sale = useRoute(name, 'GET /erp/sales/:id', { params: { id } })
  useLive([`record:${name}:${id}`])
  if (sale.isError) {
    return (
      <>
        <Trail />
        <Failure error={sale.error} retry={sale.refetch} />
      </>
    )
  }
  if (!sale.data) return <SkeletonRows rows={12} />
  return <Sale sale={sale.data} />
}

function Trail() {
  const label = useLabel()
  return (
    <Link href={listPage(name)} className="hover:text-ink hover:underline">
      {label('Sales')}
    </Link>
  )
}

function Sale({ sale }: { sale: SalesSaleReadAnswer }) {
  const words = useWords('sale')
  const format = useFormat()
  const entity = useEntity(name)
  const state = stateOfSale(sale.lines)
  return (
    <>
      <PageHead
        trail={<Trail />}
        title={
          <span className="flex min-w-0 items-center gap-2.5">
            <span className="truncate">{sale.number}</span>
            <Badge tone={state === 'complete' ? 'good' : 'warn'}>{words(`state.${state}`)}</Badge>
          </span>
        }
        says={`${format.moment(sale.soldAt)} · ${format.money(sale.total)}`}
        actions={<SaleActions sale={sale} />}
      />
      <div className="flex flex-col gap-4">
        <Facts sale={sale} />
        <Card isFlush title={words('lines')}>
          <SaleLines lines={sale.lines} />
          <div className="border-t">
            <Totals
              net={sale.net}
              tax={sale.tax}
              total={sale.total}
              discount={sale.discount}
              promotions={sale.promotions}
            />
          </div>
        </Card>
        <div className="grid items-start gap-4 xl:grid-cols-2">
          <Card isFlush title={words('taxes')}>
            <TaxTable taxes={sale.taxes} />
          </Card>
          <Paid tenders={sale.tenders} change={sale.change} />
        </div>
        <CreditNotes sale={sale} />
        {entity && (
          <section>
            <h2 className="mb-2 font-semibold">{words('timeline')}</h2>
            <Timeline entity={entity} id={sale.id} />
          </section>
        )}
      </div>
    </>
  )
}

function SaleActions({ sale }: { sale: SalesSaleReadAnswer }) {
  const words = useWords('sale')
  const may = useMay()
  const entity = useEntity(name)
  const [open, setOpen] = useState<'receipt' | 'return' | undefined>()
  const close = () => setOpen(undefined)
  return (
    <>
      <WhoElse entity={name} id={sale.id} />
      <Button onClick={() => setOpen('receipt')} icon={<Receipt aria-hidden className="size-4" />}>
        {words('receipt.open')}
      </Button>
      {may('sales.sale.return') && isAnyLeft(sale.lines) && (
        <Button look="primary" onClick={() => setOpen('return')} icon={<Undo2 aria-hidden className="size-4" />}>
          {words('back.open')}
        </Button>
      )}
      {entity && <RecordActions entity={entity} record={sale} except={ownActions} />}
      {open === 'receipt' && <ReceiptDialog kind="sale" id={sale.id} number={sale.number} onClose={close} />}
      {open === 'return' && <ReturnDialog sale={sale} onClose={close} />}
    </>
  )
}

/** Offered with a form of its own; the receipt is shown and not answered as names and values. */
const ownActions = ['sales.sale.return', 'printing.saleReceipt']

function Facts({ sale }: { sale: SalesSaleReadAnswer }) {
  const words = useWords('sale')
  const format = useFormat()
  const journal = useJournal(name, sale.id)
  return (
    <DocumentFacts
      facts={[
        [
          words('number'),
          <span key="number" className="font-mono text-[0.8125rem]">
            {sale.number}
          </span>,
        ],
        [words('soldAt'), format.moment(sale.soldAt)],
        [words('businessDate'), format.date(sale.businessDate)],
        [words('shop'), <RecordLink key="shop" entity="shops.shop" id={sale.shopId} />],
        [words('register'), sale.registerId ? (sale.registerName ?? '') : ''],
        [words('cashier'), sale.cashierName],
        [words('customer'), <Customer key="customer" id={sale.customerId} name={sale.customerName} />],
        [words('externalNumber'), sale.externalNumber],
        [words('country'), sale.country],
        [words('note'), sale.note],
        [words('journal'), journal],
      ]}
    />
  )
}

export function Customer({ id, name: shown }: { id?: string | null | undefined; name?: string | null | undefined }) {
  const words = useWords('sale')
  if (!id) return <span className="text-muted">{words('noCustomer')}</span>
  return <RecordLink entity="crm.customer" id={id} title={shown ?? undefined} />
}

/** What came back of it. */
function CreditNotes({ sale }: { sale: SalesSaleReadAnswer }) {
  const words = useWords('sale')
  const format = useFormat()
  const notes = sale.creditNotes ?? []
  if (notes.length === 0) return null
  return (
    <Card isFlush title={words('creditNotes')}>
      <ul className="divide-y">
        {notes.map(({ id, number, total }) => (
          <li key={id} className="flex items-baseline justify-between gap-3 px-4 py-2">
            <Link href={recordPage('sales.creditNote', id)} className="font-medium text-accent-ink hover:underline">
              {number}
            </Link>
            <span className="tabular-nums">{format.money({ ...total, amount: 0 - total.amount })}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
