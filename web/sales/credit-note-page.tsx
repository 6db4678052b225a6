'use client'
/** What came back, why, and how the money went back. */
import { Receipt } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import type { SalesCreditNoteReadAnswer } from '#sdk/sales'
import { listPage, recordPage } from '#web/console/pages.ts'
import { RecordActions } from '#web/console/record/record-actions.tsx'
import { Timeline } from '#web/console/record/timeline.tsx'
import { RecordLink } from '#web/console/value.tsx'
import { useEntity } from '#web/data/description.ts'
import { useLive } from '#web/data/live.tsx'
import { useRoute } from '#web/data/queries.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Button } from '#web/ui/button.tsx'
import { Card, PageHead } from '#web/ui/card.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { Failure, SkeletonRows } from '#web/ui/states.tsx'
import { type Column, Table } from '#web/ui/table.tsx'
import { useLabel, useWords } from '#web/words/words.tsx'
import { DocumentFacts } from './document-head.tsx'
import { useJournal } from './journal-link.tsx'
import { Customer } from './sale-page.tsx'
import { Sum, TaxTable, Totals } from './totals.tsx'

const ReceiptDialog = dynamic(() => import('./receipt-dialog.tsx').then((module) => module.ReceiptDialog))
const name = 'sales.creditNote'
const ownActions = ['printing.creditNoteReceipt']

export function CreditNotePage({ id }: { id: string }) {
  const label = useLabel()
  const note = useRoute(name, 'GET /erp/credit-notes/:id', { params: { id } })
  useLive([`record:${name}:${id}`])
  const trail = (
    <Link href={listPage(name)} className="hover:text-ink hover:underline">
      {label('Credit notes')}
    </Link>
  )
  if (note.isError) {
    return (
      <>
        {trail}
        <Failure error={note.error} retry={note.refetch} />
      </>
    )
  }
  if (!note.data) return <SkeletonRows rows={12} />
  return <Note note={note.data} trail={trail} />
}

function Note({ note, trail }: { note: SalesCreditNoteReadAnswer; trail: React.ReactNode }) {
  const words = useWords('sale')
  const format = useFormat()
  const entity = useEntity(name)
  const [isReceipt, setReceipt] = useState(false)
  return (
    <>
      <PageHead
        trail={trail}
        title={note.number}
        says={`${format.moment(note.returnedAt)} · ${format.money(note.total)}`}
        actions={
          <>
            <Button onClick={() => setReceipt(true)} icon={<Receipt aria-hidden className="size-4" />}>
              {words('receipt.open')}
            </Button>
            {entity && <RecordActions entity={entity} record={note} except={ownActions} />}
          </>
        }
      />
      <div className="flex flex-col gap-4">
        <Facts note={note} />
        <Card isFlush title={words('cameBackLines')}>
          <NoteLines lines={note.lines} />
          <div className="border-t">
            <Totals net={note.net} tax={note.tax} total={note.total} discount={note.discount} />
          </div>
        </Card>
        <div className="grid items-start gap-4 xl:grid-cols-2">
          <Card isFlush title={words('taxes')}>
            <TaxTable taxes={note.taxes} />
          </Card>
          <Refunds refunds={note.refunds ?? []} />
        </div>
        {entity && (
          <section>
            <h2 className="mb-2 font-semibold">{words('timeline')}</h2>
            <Timeline entity={entity} id={note.id} />
          </section>
        )}
      </div>
      {isReceipt && (
        <ReceiptDialog kind="credit-note" id={note.id} number={note.number} onClose={() => setReceipt(false)} />
      )}
    </>
  )
}

function Facts({ note }: { note: SalesCreditNoteReadAnswer }) {
  const words = useWords('sale')
  const format = useFormat()
  const journal = useJournal(name, note.id)
  return (
    <DocumentFacts
      facts={[
        [
          words('number'),
          <span key="number" className="font-mono text-[0.8125rem]">
            {note.number}
          </span>,
        ],
        [
          words('ofSale'),
          note.saleId && (
            <Link href={recordPage('sales.sale', note.saleId)} className="text-accent-ink hover:underline">
              {note.saleNumber ?? note.saleId}
            </Link>
          ),
        ],
        [words('returnedAt'), format.moment(note.returnedAt)],
        [words('businessDate'), format.date(note.businessDate)],
        [words('shop'), <RecordLink key="shop" entity="shops.shop" id={note.shopId} />],
        [words('register'), note.registerName],
        [words('cashier'), note.cashierName],
        [words('customer'), <Customer key="customer" id={note.customerId} name={note.customerName} />],
        [words('externalNumber'), note.externalNumber],
        [words('note'), note.note],
        [words('journal'), journal],
      ]}
    />
  )
}

type Line = SalesCreditNoteReadAnswer['lines'][number]

function NoteLines({ lines }: { lines: readonly Line[] }) {
  const words = useWords('sale')
  const format = useFormat()
  const columns: Column<Line>[] = [
    {
      ...{ name: 'name', head: words('goods'), className: 'min-w-48' },
      cell: ({ productId, name: title, sku }) => (
        <>
          <RecordLink entity="catalog.product" id={productId} title={title} />
          <span className="block text-muted text-xs">{sku}</span>
        </>
      ),
    },
    {
      ...{ name: 'quantity', head: words('quantity'), isFigure: true },
      cell: ({ quantity, unit }) => (
        <>
          {format.decimal(quantity)} <span className="text-muted text-xs">{unit}</span>
        </>
      ),
    },
    { name: 'reason', head: words('back.reason'), cell: ({ reason }) => reason ?? '–' },
    {
      ...{ name: 'restocked', head: words('whereTo') },
      cell: ({ restocked }) => (
        <Badge tone={restocked ? 'good' : 'neutral'}>{words(restocked ? 'restocked' : 'notRestocked')}</Badge>
      ),
    },
    { name: 'tax', head: words('tax'), isFigure: true, cell: ({ tax }) => format.money(tax) },
    { name: 'gross', head: words('total'), isFigure: true, cell: ({ gross }) => format.money(gross) },
  ]
  return <Table caption={words('cameBackLines')} columns={columns} rows={lines} keyOf={({ id }) => id} />
}

function Refunds({ refunds }: { refunds: NonNullable<SalesCreditNoteReadAnswer['refunds']> }) {
  const words = useWords('sale')
  return (
    <Card title={words('paidBack')}>
      {refunds.length === 0 ? (
        <p className="text-muted">{words('notPaidBackHere')}</p>
      ) : (
        <dl>
          {refunds.map(({ method, amount }) => (
            <Sum key={method} label={words(`method.${method}`)} money={amount} />
          ))}
        </dl>
      )}
    </Card>
  )
}
