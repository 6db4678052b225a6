'use client'
import { useState } from 'react'
import { creditNoteReceiptOf } from '#engines/receipt'
import type { AnswerOf } from '#sdk/client'
import { client } from '#web/data/client.ts'
import { useTill } from '#web/till/core/context.tsx'
import { nowIso } from '#web/till/core/device.ts'
import { useStore } from '#web/till/core/store.ts'
import { Problem } from '#web/till/parts/problem.tsx'
import { useWork } from '#web/till/parts/use-work.ts'
import { headerOf } from '#web/till/receipt/header.ts'
import { PrintButtons } from '#web/till/receipt/print-buttons.tsx'
import { ReceiptPaper } from '#web/till/receipt/receipt-paper.tsx'
import { taxesForReceipt } from '#web/till/receipt/taxes.ts'
import { useScan } from '#web/till/scan/use-scan.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Field, Input } from '#web/ui/field.tsx'
import { useLanguage, useWords } from '#web/words/words.tsx'
import { ReturnForm } from './return-form.tsx'

export type Sale = AnswerOf<'GET /erp/sales/:id'>
export type CreditNote = AnswerOf<'POST /erp/sales/:id/returns'>

/** Goods come back against their receipt: found by its number, typed or scanned. */
export function ReturnsDialog({ onClose }: { onClose: () => void }) {
  const words = useWords('till')
  const till = useTill()
  const { isOnline } = useStore(till.link.state)
  const [number, setNumber] = useState('')
  const [sale, setSale] = useState<Sale | undefined>()
  const [note, setNote] = useState<CreditNote | undefined>()
  const work = useWork()
  const find = (wanted: string) =>
    work.run(async () => {
      setNumber(wanted)
      const { data } = await client.call('GET /erp/sales', { query: { limit: 1, filter: { number: wanted.trim() } } })
      const [found] = data
      if (!found) throw new Error('there is none')
      setSale(await client.call('GET /erp/sales/:id', { params: { id: found.id } }))
    })
  useScan((code) => void find(code))
  const title = note ? words('returns.done', { number: note.number }) : words('returns.title')
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      says={sale && !note ? sale.number : undefined}
      width={note ? 'sm' : 'lg'}
    >
      {!isOnline && !note ? (
        <Problem>{words('returns.offline')}</Problem>
      ) : note && sale ? (
        <Done note={note} sale={sale} onClose={onClose} />
      ) : sale ? (
        <ReturnForm sale={sale} onReturned={setNote} onBack={() => setSale(undefined)} />
      ) : (
        <form
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault()
            void find(number)
          }}
        >
          <Field label={words('returns.number')} help={words('returns.numberHelp')}>
            {(described) => (
              <Input
                {...described}
                autoFocus
                autoComplete="off"
                className="h-12 font-mono text-base"
                value={number}
                onChange={(event) => setNumber(event.target.value)}
              />
            )}
          </Field>
          <Problem>{work.problem && words('returns.notFound', { number })}</Problem>
          <Button size="lg" look="primary" type="submit" isBusy={work.isBusy} disabled={number.trim() === ''}>
            {words('returns.find')}
          </Button>
        </form>
      )}
    </Dialog>
  )
}

function Done({ note, sale, onClose }: { note: CreditNote; sale: Sale; onClose: () => void }) {
  const words = useWords('till')
  const till = useTill()
  const { language } = useLanguage()
  const { head } = useStore(till.book.state)
  const [returnedAt] = useState(nowIso)
  if (!head) return null
  const document = creditNoteReceiptOf(
    {
      ...{ number: note.number, saleNumber: sale.number, returnedAt, net: note.net, tax: note.tax, total: note.total },
      lines: note.lines ?? [],
      taxes: taxesForReceipt(taxesOf(note)),
      refunds: note.refunds ?? [],
      ...{ cashierName: till.me.name, registerName: till.place.registerName },
    },
    headerOf(head),
    { language },
  )
  return (
    <div className="flex flex-col gap-4">
      <ReceiptPaper document={document} />
      <PrintButtons document={document} what={{ kind: 'credit-note', id: note.id }} />
      <Button size="lg" look="primary" onClick={onClose}>
        {words('done')}
      </Button>
    </div>
  )
}

/** The taxes of a credit note by rate, summed up from its lines. */
function taxesOf({ lines, total }: CreditNote) {
  const { currency } = total
  const byRate = new Map<string, { code: string; percent: string; net: number; tax: number }>()
  for (const { code, percent, net, amount } of (lines ?? []).flatMap(({ taxes }) => taxes)) {
    const before = byRate.get(`${code} ${percent}`) ?? { code, percent, net: 0, tax: 0 }
    byRate.set(`${code} ${percent}`, { ...before, net: before.net + net, tax: before.tax + amount })
  }
  return [...byRate.values()].map(({ code, percent, net, tax }) => ({
    ...{ code, percent, label: `${code} ${percent}%`, net: { amount: net, currency }, tax: { amount: tax, currency } },
  }))
}
