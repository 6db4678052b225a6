'use client'
import { MoneyInput } from '#web/console/inputs/money-input.tsx'
import type { FieldDescription } from '#web/data/description.ts'
import { useMay } from '#web/data/me.ts'
import { useRoute } from '#web/data/queries.ts'
import { Field, Select } from '#web/ui/field.tsx'
import { useLabel, useWords } from '#web/words/words.tsx'
import type { GoodsLine } from './lines.rules.ts'

/** The reasons in use, as the company has them. */
export function useReasons() {
  const query = { limit: 200, sort: 'name', filter: { active: true } } as const
  return useRoute('inventory.adjustmentReason', 'GET /inventory/adjustment-reasons', { query }).data?.data ?? []
}

/** Why, and of what comes in what one costs, for those who may see costs. */
export function AdjustLineMore({
  line,
  set,
  index,
  errorAt,
}: {
  line: GoodsLine
  set: (part: Partial<GoodsLine>) => void
  index: number
  errorAt: (path: string) => string | undefined
}) {
  const words = useWords('stock')
  const label = useLabel()
  const may = useMay()
  const reasons = useReasons()
  const comesIn = typeof line.quantity === 'string' && !line.quantity.startsWith('-')
  return (
    <>
      <Field label={words('reason')} isRequired error={errorAt(`lines.${index}.reason`)} className="w-48">
        {(described) => (
          <Select {...described} value={line.reason ?? ''} onChange={(event) => set({ reason: event.target.value })}>
            <option value="">{words('chooseReason')}</option>
            {reasons.map(({ id, code, name }) => (
              <option key={id} value={code}>
                {label(name)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {comesIn && may('catalog.product.cost') && (
        <Field label={words('unitCost')} error={errorAt(`lines.${index}.unitCost`)} className="w-52">
          {(described) => (
            <MoneyInput
              field={costField}
              label={words('unitCost')}
              value={line.unitCost}
              onChange={(unitCost) => set({ unitCost })}
              described={described}
              path={`lines.${index}.unitCost`}
              errorAt={errorAt}
              isDisabled={false}
              title={undefined}
              currency={undefined}
            />
          )}
        </Field>
      )}
    </>
  )
}

const costField: FieldDescription = { name: 'unitCost', kind: 'money', label: 'Unit cost', required: false }
