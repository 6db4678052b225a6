'use client'
import { useState } from 'react'
import { decimalProblem } from '#engines/ground'
import { marksOf, readDecimal, typedDecimal, typedMoney } from '#web/console/inputs/numbers.rules.ts'
import { useTill } from '#web/till/core/context.tsx'
import { useStore } from '#web/till/core/store.ts'
import { Keypad } from '#web/till/parts/keypad.tsx'
import { MoneyField, useReadMoney } from '#web/till/parts/money-field.tsx'
import type { CartLine } from '#web/till/values.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Field, Input, Select } from '#web/ui/field.tsx'
import { useLocale, useWords } from '#web/words/words.tsx'
import { setPrice, setQuantity, setUnit } from './cart.rules.ts'
import { PriceTraceList } from './price-trace.tsx'

/** How many, in which unit, at which price, and why that price. */
export function LineDialog({ onClose }: { onClose: () => void }) {
  const till = useTill()
  const { cart, selected } = useStore(till.desk.state)
  const line = cart.lines.find(({ key }) => key === selected)
  return line ? <LineForm key={line.key} line={line} onClose={onClose} /> : null
}

function LineForm({ line, onClose }: { line: CartLine; onClose: () => void }) {
  const words = useWords('till')
  const till = useTill()
  const marks = marksOf(useLocale())
  const readMoney = useReadMoney(till.currency)
  const goods = till.book.index.get(line.productId)
  const [quantity, setTyped] = useState('')
  const [unit, chooseUnit] = useState(line.unit)
  const [price, setTypedPrice] = useState(line.unitPrice ? typedMoney(line.unitPrice, marks) : '')
  const [reason, setReason] = useState(line.priceReason ?? '')
  const units = goods ? [{ unit: goods.unit, decimals: goods.decimals }, ...goods.units] : []
  const decimals = units.find((each) => each.unit === (unit ?? goods?.unit))?.decimals ?? 0
  const wanted = quantity === '' ? line.quantity : readDecimal(quantity, marks)
  const problem = wanted === undefined ? words('line.noNumber') : decimalProblem(wanted, { min: '0', scale: decimals })
  const mayOverride = till.may('sales.sale.override_price')
  const byHand = readMoney(price)
  const isPriceReady = price === '' || (byHand !== undefined && reason.trim() !== '')
  const apply = () => {
    if (wanted === undefined || problem || !isPriceReady) return
    till.desk.change((before) => {
      const priced = setPrice(before, line.key, price && byHand ? { price: byHand, reason: reason.trim() } : undefined)
      return setQuantity(setUnit(priced, line.key, unit === goods?.unit ? null : unit), line.key, wanted)
    })
    onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={goods?.name ?? words('cart.unknown')}
      says={goods?.sku}
      width="lg"
      foot={
        <Button size="lg" look="primary" disabled={Boolean(problem) || !isPriceReady} onClick={apply}>
          {words('line.apply')}
        </Button>
      }
    >
      <form
        className="grid gap-6 md:grid-cols-2"
        onSubmit={(event) => {
          event.preventDefault()
          apply()
        }}
      >
        <div className="flex flex-col gap-3">
          <Field label={words('line.quantity')} error={problem}>
            {(described) => (
              <Input
                {...described}
                autoFocus
                inputMode="decimal"
                autoComplete="off"
                placeholder={typedDecimal(line.quantity, marks)}
                value={quantity}
                onChange={(event) => setTyped(event.target.value)}
                className="h-14 text-end text-2xl tabular-nums"
              />
            )}
          </Field>
          <Keypad value={quantity} onChange={setTyped} noDecimals={decimals === 0} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          {units.length > 1 && (
            <Field label={words('line.unit')}>
              {(described) => (
                <Select
                  {...described}
                  className="h-12"
                  value={unit ?? goods?.unit ?? ''}
                  onChange={(event) => chooseUnit(event.target.value)}
                >
                  {units.map((each) => (
                    <option key={each.unit}>{each.unit}</option>
                  ))}
                </Select>
              )}
            </Field>
          )}
          {mayOverride && (
            <>
              <MoneyField
                label={words('line.price')}
                value={price}
                onChange={setTypedPrice}
                currency={till.currency}
                error={price !== '' && !byHand ? words('line.noAmount') : undefined}
              />
              {price !== '' && (
                <Field label={words('line.reason')} isRequired>
                  {(described) => (
                    <Input
                      {...described}
                      className="h-12"
                      value={reason}
                      maxLength={200}
                      onChange={(event) => setReason(event.target.value)}
                    />
                  )}
                </Field>
              )}
            </>
          )}
          <PriceTraceList lineKey={line.key} />
        </div>
        <button type="submit" hidden />
      </form>
    </Dialog>
  )
}
