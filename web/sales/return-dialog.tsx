'use client'
/** Taking goods of a sale back: which, whether they can be sold again, and how the money goes back. */
import { useRouter } from 'next/navigation'
import { useId } from 'react'
import type { SalesSaleReadAnswer } from '#sdk/sales'
import { recordPage } from '#web/console/pages.ts'
import { ProblemNote } from '#web/stock/note-field.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Field, Input, Select } from '#web/ui/field.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useToast } from '#web/ui/toast.tsx'
import { useWords } from '#web/words/words.tsx'
import { RefundFields } from './refund-fields.tsx'
import { ReturnLines } from './return-lines.tsx'
import { useFaultText, useReturn } from './use-return.ts'

export function ReturnDialog({ sale, onClose }: { sale: SalesSaleReadAnswer; onClose: () => void }) {
  const words = useWords('sale')
  const ui = useWords('ui')
  const format = useFormat()
  const router = useRouter()
  const toast = useToast()
  const formId = useId()
  const wanted = useReturn(sale, ({ id, number }) => {
    const see = { label: words('back.see'), run: () => router.push(recordPage('sales.creditNote', id)) }
    toast({ text: words('back.done', { number }), action: see })
    onClose()
  })
  const { back, currency, faults } = wanted
  const textOf = useFaultText(back, currency)
  return (
    <Dialog
      isOpen
      onClose={onClose}
      width="lg"
      title={words('back.title', { number: sale.number })}
      says={words('back.says')}
      foot={
        <>
          <p aria-live="polite" className="me-auto flex items-baseline gap-2 self-center">
            <span className="text-muted">{words('back.money')}</span>
            <output className="font-semibold text-base tabular-nums">{format.money({ amount: back, currency })}</output>
          </p>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button look="primary" type="submit" form={formId} isBusy={wanted.isBusy} disabled={!wanted.isReady}>
            {words('back.do')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault()
          wanted.give()
        }}
        noValidate
        className="flex flex-col gap-4"
      >
        <ReturnLines lines={wanted.lines} change={wanted.change} />
        <WhyAndWhere wanted={wanted} />
        <RefundFields
          wish={wanted.wish}
          onChange={wanted.setWish}
          balances={wanted.balances}
          currency={currency}
          fault={textOf(wanted.fault)}
        />
        <ProblemNote text={faults.problem} />
      </form>
    </Dialog>
  )
}

function WhyAndWhere({ wanted }: { wanted: ReturnType<typeof useReturn> }) {
  const words = useWords('sale')
  const { reason, setReason, registers, registerId, setRegister, faults } = wanted
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field label={words('back.reason')}>
        {(described) => (
          <Input {...described} maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
      <Field label={words('register')} isRequired error={faults.errorAt('registerId')}>
        {(described) => (
          <Select {...described} value={registerId} onChange={(event) => setRegister(event.target.value)}>
            {registers.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </div>
  )
}
