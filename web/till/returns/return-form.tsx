'use client'
import { useState } from 'react'
import { compareDecimal, decimalProblem, subtractDecimal } from '#engines/ground'
import type { BodyOf } from '#sdk/client'
import { marksOf, readDecimal } from '#web/console/inputs/numbers.rules.ts'
import { client } from '#web/data/client.ts'
import { useTill } from '#web/till/core/context.tsx'
import { newId } from '#web/till/core/device.ts'
import { Problem } from '#web/till/parts/problem.tsx'
import { useWork } from '#web/till/parts/use-work.ts'
import type { Method } from '#web/till/values.ts'
import { Button } from '#web/ui/button.tsx'
import { Checkbox, Field, Input, Select } from '#web/ui/field.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLocale, useWords } from '#web/words/words.tsx'
import { refundOf } from './refund.rules.ts'
import type { CreditNote, Sale } from './returns-dialog.tsx'

type Row = { quantity: string; restock: boolean }
type SaleLine = Sale['lines'][number]

/** Which of the goods come back, whether they can be sold again, and how the money goes back. */
export function ReturnForm({
  sale,
  onReturned,
  onBack,
}: {
  sale: Sale
  onReturned: (note: CreditNote) => void
  onBack: () => void
}) {
  const words = useWords('till')
  const format = useFormat()
  const till = useTill()
  const marks = marksOf(useLocale())
  const [rows, setRows] = useState<Readonly<Record<string, Row>>>({})
  const [reason, setReason] = useState('')
  const [method, setMethod] = useState<Method | 'as-paid'>('as-paid')
  const [creditNoteId] = useState(newId)
  const work = useWork()
  const lines = sale.lines.map((line) => {
    const { quantity: typed = '', restock = true } = rows[line.id] ?? {}
    const left = subtractDecimal(line.quantity, line.returned ?? '0')
    const quantity = typed === '' ? '0' : readDecimal(typed, marks)
    const isWrong =
      quantity === undefined ||
      decimalProblem(quantity, { min: '0' }) !== undefined ||
      compareDecimal(quantity, left) > 0
    return { line, left, typed, restock, quantity: quantity ?? '0', isWrong }
  })
  const chosen = lines.filter(({ quantity, isWrong }) => !isWrong && compareDecimal(quantity, '0') > 0)
  const back = chosen.reduce((sum, { line, quantity }) => sum + refundOf(line, quantity), 0)
  const { currency } = sale.total
  const change = (id: string, part: Partial<Row>) =>
    setRows({ ...rows, [id]: { ...{ quantity: '', restock: true }, ...rows[id], ...part } })
  const give = () =>
    work.run(async () => {
      const body: BodyOf<'POST /erp/sales/:id/returns'> = {
        ...{ registerId: till.place.registerId, creditNoteId },
        lines: chosen.map(({ line, quantity, restock }) => ({
          ...{ saleLineId: line.id, quantity, restock },
          ...(reason.trim() ? { reason: reason.trim() } : {}),
        })),
        ...(method === 'as-paid' ? {} : { refunds: [{ method, amount: { amount: back, currency } }] }),
      }
      const { id } = sale
      onReturned(await client.call('POST /erp/sales/:id/returns', { params: { id }, body, key: newId() }))
    })
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        void give()
      }}
    >
      <ul className="flex flex-col">
        {lines.map(({ line, left, typed, restock, isWrong }) => (
          <LineBack
            key={line.id}
            {...{ line, left, typed, restock, isWrong }}
            change={(part) => change(line.id, part)}
          />
        ))}
      </ul>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={words('returns.method')}>
          {(described) => (
            <Select
              {...described}
              className="h-12"
              value={method}
              onChange={(event) => setMethod(event.target.value as Method | 'as-paid')}
            >
              <option value="as-paid">{words('returns.asPaid')}</option>
              {(['cash', 'card', 'other', ...(sale.customerId ? (['store_credit'] as const) : [])] as const).map(
                (each) => (
                  <option key={each} value={each}>
                    {words(`pay.${each}`)}
                  </option>
                ),
              )}
            </Select>
          )}
        </Field>
        <Field label={words('returns.reason')}>
          {(described) => (
            <Input
              {...described}
              className="h-12"
              maxLength={200}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
      </div>
      <p className="flex items-baseline justify-between border-t pt-3 font-semibold text-lg" aria-live="polite">
        {words('returns.back')}
        <output className="tabular-nums">{format.money({ amount: back, currency })}</output>
      </p>
      <Problem>{work.problem}</Problem>
      <div className="flex flex-wrap justify-between gap-2">
        <Button size="lg" look="quiet" onClick={onBack}>
          {words('returns.other')}
        </Button>
        <Button
          size="lg"
          look="primary"
          type="submit"
          isBusy={work.isBusy}
          disabled={chosen.length === 0 || lines.some(({ isWrong }) => isWrong)}
        >
          {words('returns.do')}
        </Button>
      </div>
    </form>
  )
}

function LineBack(props: {
  line: SaleLine
  left: string
  typed: string
  restock: boolean
  isWrong: boolean
  change: (part: Partial<Row>) => void
}) {
  const { line, left, typed, restock, isWrong, change } = props
  const words = useWords('till')
  const format = useFormat()
  const isGone = compareDecimal(left, '0') <= 0
  return (
    <li className="grid items-center gap-x-4 gap-y-1 border-b py-2 sm:grid-cols-[1fr_auto_7rem_auto]">
      <span className="min-w-0">
        <span className="block break-words font-medium">{line.name}</span>
        <span className="block text-muted text-xs tabular-nums">
          {words('returns.left', {
            left: format.decimal(left),
            quantity: format.decimal(line.quantity),
            unit: line.unit,
          })}
        </span>
      </span>
      <span className="tabular-nums">{format.money(line.gross)}</span>
      <Field
        label={words('returns.quantity', { name: line.name })}
        isLabelHidden
        error={isWrong ? words('returns.tooMany') : undefined}
      >
        {(described) => (
          <Input
            {...described}
            inputMode="decimal"
            autoComplete="off"
            disabled={isGone}
            placeholder="0"
            className="h-11 text-end tabular-nums"
            value={typed}
            onChange={(event) => change({ quantity: event.target.value })}
          />
        )}
      </Field>
      <Checkbox
        label={words('returns.restock')}
        className="min-h-11"
        disabled={isGone}
        checked={restock}
        onChange={(event) => change({ restock: event.target.checked })}
      />
    </li>
  )
}
