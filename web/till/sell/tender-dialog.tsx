'use client'
import { Banknote, CreditCard, Landmark, X } from 'lucide-react'
import { useState } from 'react'
import type { Draft } from '#engines/sale'
import { useTill } from '#web/till/core/context.tsx'
import { useStore } from '#web/till/core/store.ts'
import { byCard } from '#web/till/offline/card-limits.rules.ts'
import { KeyHint } from '#web/till/parts/key-hint.tsx'
import { Keypad } from '#web/till/parts/keypad.tsx'
import { MoneyField, useReadMoney } from '#web/till/parts/money-field.tsx'
import { Problem } from '#web/till/parts/problem.tsx'
import { useKey } from '#web/till/parts/use-keys.ts'
import type { Method, Tender } from '#web/till/values.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Field, Input } from '#web/ui/field.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useWords } from '#web/words/words.tsx'
import { useCardWords } from './card-words.ts'
import { cardTrouble } from './sell.ts'
import { StoredPart } from './stored-part.tsx'
import { changeIn, notesOf, quickAmounts } from './tender.rules.ts'

const icons = { cash: Banknote, card: CreditCard, other: Landmark }

/** How it is paid: one tender, or several of them until nothing is left. */
export function TenderDialog({
  draft,
  isBusy,
  problem,
  onPaid,
  onClose,
}: {
  draft: Draft
  isBusy: boolean
  problem: string | undefined
  onPaid: (tenders: readonly Tender[]) => void
  onClose: () => void
}) {
  const words = useWords('till')
  const format = useFormat()
  const { total, currency } = draft
  const [tenders, setTenders] = useState<readonly Tender[]>([])
  const [typed, setTyped] = useState('')
  const [reference, setReference] = useState('')
  const read = useReadMoney(currency)
  const money = (amount: number) => format.money({ amount, currency })
  const due = total - tenders.reduce((sum, { amount }) => sum + amount.amount, 0)
  const amount = typed === '' ? due : (read(typed)?.amount ?? Number.NaN)
  const rows = tenders.map((tender, index) => ({ tender, index, key: `${index} ${tender.method}` }))
  const isAmount = Number.isSafeInteger(amount) && amount > 0
  const pay = (method: Method, paid: number, code?: string) => {
    if (isBusy || !Number.isSafeInteger(paid) || paid < 0 || (paid === 0 && total > 0)) return
    const said = code ?? (method === 'card' || method === 'other' ? reference.trim() : '')
    const tender = { method, amount: { amount: paid, currency }, ...(said ? { reference: said } : {}) }
    const next = [...tenders, tender]
    if (paid >= due) return onPaid(next)
    setTenders(next)
    setTyped('')
    setReference('')
  }
  return (
    <Dialog isOpen onClose={onClose} title={words('pay.title', { total: money(total) })} width="lg">
      <form
        className="grid gap-6 md:grid-cols-2"
        onSubmit={(event) => {
          event.preventDefault()
          pay('cash', amount)
        }}
        onKeyDown={(event) => {
          const isExact = event.key === 'F8'
          if (!isExact) return
          event.preventDefault()
          pay('cash', due)
        }}
      >
        <div className="flex flex-col gap-3">
          <p className="flex items-baseline justify-between font-semibold text-2xl" aria-live="polite">
            <span className="text-base">{words('pay.due')}</span>
            <output className="tabular-nums">{money(due)}</output>
          </p>
          {rows.map(({ tender, index, key }) => (
            <p key={key} className="flex items-center justify-between rounded-lg bg-sunken ps-3">
              <span>{words(`pay.${tender.method}`)}</span>
              <span className="flex items-center gap-1 tabular-nums">
                {format.money(tender.amount)}
                <IconButton
                  size="lg"
                  label={words('pay.takeBack')}
                  icon={<X aria-hidden className="size-5" />}
                  onClick={() => setTenders(tenders.toSpliced(index, 1))}
                />
              </span>
            </p>
          ))}
          <MoneyField label={words('pay.amount')} value={typed} onChange={setTyped} currency={currency} autoFocus />
          <Keypad value={typed} onChange={setTyped} />
        </div>
        <div className="flex min-w-0 flex-col gap-3">
          <Quick due={due} currency={currency} onPay={(paid) => pay('cash', paid)} isBusy={isBusy} />
          <Button
            size="lg"
            look="primary"
            type="submit"
            isBusy={isBusy}
            disabled={!isAmount && total > 0}
            className="h-14 text-lg"
            icon={<Banknote aria-hidden className="size-5" />}
          >
            {words('pay.cashAmount', { amount: isAmount ? money(amount) : '–' })}
            <KeyHint name="↵" />
          </Button>
          {isAmount && amount > due && <ChangeDue amount={amount - due} currency={currency} />}
          <CardPart
            {...{ isBusy, reference, setReference }}
            amount={isAmount ? Math.min(amount, due) : 0}
            already={byCard(tenders)}
            onPay={pay}
          />
          <StoredPart {...{ tenders, isBusy }} amount={isAmount ? Math.min(amount, due) : 0} onPay={pay} />
          <Problem>{problem}</Problem>
        </div>
      </form>
    </Dialog>
  )
}

function Quick({
  due,
  currency,
  onPay,
  isBusy,
}: {
  due: number
  currency: string
  onPay: (amount: number) => void
  isBusy: boolean
}) {
  const words = useWords('till')
  const format = useFormat()
  const amounts = [...new Set([...quickAmounts(due, currency), ...notesOf(currency).filter((note) => note > due)])]
  return (
    <fieldset className="grid grid-cols-3 gap-2">
      <legend className="sr-only">{words('pay.quick')}</legend>
      <Button size="lg" disabled={isBusy} onClick={() => onPay(due)}>
        {words('pay.exact')}
        <KeyHint name="F8" />
      </Button>
      {amounts
        .toSorted((a, b) => a - b)
        .slice(0, 5)
        .map((amount) => (
          <Button key={amount} size="lg" disabled={isBusy} className="tabular-nums" onClick={() => onPay(amount)}>
            {format.money({ amount, currency })}
          </Button>
        ))}
    </fieldset>
  )
}

/** Change, with the notes and coins to give. */
export function ChangeDue({ amount, currency }: { amount: number; currency: string }) {
  const words = useWords('till')
  const format = useFormat()
  const pieces = changeIn(amount, currency)
  return (
    <div className="rounded-lg bg-good-soft px-3 py-2.5 text-good-ink" role="status">
      <p className="flex items-baseline justify-between font-semibold text-lg">
        {words('pay.change')}
        <span className="tabular-nums">{format.money({ amount, currency })}</span>
      </p>
      <p className="text-[0.8125rem] tabular-nums">
        {pieces.map(({ value, count }) => `${count} × ${format.money({ amount: value, currency })}`).join(' · ')}
      </p>
    </div>
  )
}

function CardPart(props: {
  amount: number
  already: number
  isBusy: boolean
  reference: string
  setReference: (text: string) => void
  onPay: (method: Method, amount: number) => void
}) {
  const { amount, already, isBusy, reference, setReference, onPay } = props
  const words = useWords('till')
  const format = useFormat()
  const till = useTill()
  useStore(till.link.state)
  const sayWhy = useCardWords()
  const trouble = cardTrouble(till, amount + already)
  const shown = format.money({ amount, currency: till.currency })
  useKey('F10', () => amount > 0 && !trouble && onPay('card', amount))
  return (
    <fieldset className="flex flex-col gap-2 border-t pt-3">
      <legend className="sr-only">{words('pay.card')}</legend>
      <Field label={words('pay.reference')}>
        {(described) => (
          <Input
            {...described}
            className="h-12"
            autoComplete="off"
            maxLength={100}
            value={reference}
            onChange={(event) => setReference(event.target.value)}
          />
        )}
      </Field>
      <div className="grid grid-cols-2 gap-2">
        {(['card', 'other'] as const).map((method) => {
          const Icon = icons[method]
          return (
            <Button
              key={method}
              size="lg"
              disabled={isBusy || amount <= 0 || (method === 'card' && trouble !== undefined)}
              icon={<Icon aria-hidden className="size-5" />}
              onClick={() => onPay(method, amount)}
            >
              {words(`pay.${method}Amount`, { amount: shown })}
              {method === 'card' && <KeyHint name="F10" />}
            </Button>
          )
        })}
      </div>
      {trouble && <p className="text-warn-ink">{sayWhy(trouble)}</p>}
    </fieldset>
  )
}
