'use client'
import { Checkbox, Field, Input } from '#web/ui/field.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useWords } from '#web/words/words.tsx'
import type { Method } from './returnable.rules.ts'

export type RefundWish = { isAsPaid: boolean; amounts: Partial<Record<Method, string>> }

/** How the money goes back: as it was paid, or by hand over the ways that took it. */
export function RefundFields({
  wish,
  onChange,
  balances,
  currency,
  fault,
}: {
  wish: RefundWish
  onChange: (wish: RefundWish) => void
  balances: readonly { method: Method; left: number }[] | undefined
  currency: string
  fault: string | undefined
}) {
  const words = useWords('sale')
  const format = useFormat()
  return (
    <fieldset className="rounded-lg border p-3">
      <legend className="px-1 font-medium text-[0.8125rem]">{words('back.refund')}</legend>
      <Checkbox
        label={words('back.asPaid')}
        checked={wish.isAsPaid}
        disabled={!balances}
        onChange={(event) => onChange({ ...wish, isAsPaid: event.target.checked })}
      />
      {!wish.isAsPaid && (
        <div className="mt-3 grid gap-3 sm:grid-cols-3">
          {balances?.map(({ method, left }) => (
            <Field
              key={method}
              label={words(`method.${method}`)}
              help={words('back.methodLeft', { left: format.money({ amount: left, currency }) })}
            >
              {(described) => (
                <Input
                  {...described}
                  inputMode="decimal"
                  autoComplete="off"
                  className="tabular-nums"
                  disabled={left <= 0}
                  after={<span className="text-xs">{currency}</span>}
                  value={wish.amounts[method] ?? ''}
                  onChange={(event) =>
                    onChange({ ...wish, amounts: { ...wish.amounts, [method]: event.target.value } })
                  }
                />
              )}
            </Field>
          ))}
        </div>
      )}
      {fault && (
        <p role="alert" className="mt-2 text-[0.8125rem] text-bad-ink">
          {fault}
        </p>
      )}
    </fieldset>
  )
}
