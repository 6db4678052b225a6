'use client'
import type { InventoryWarehouse } from '#sdk/inventory'
import { useShopChoice } from '#web/console/shop.ts'
import { useRoute } from '#web/data/queries.ts'
import { Field, Select } from '#web/ui/field.tsx'
import { useWords } from '#web/words/words.tsx'

/** The warehouses within reach, by name; there are few of them. */
export function useWarehouses(): readonly InventoryWarehouse[] | undefined {
  const query = { limit: 200, sort: 'name' } as const
  return useRoute('inventory.warehouse', 'GET /inventory/warehouses', { query }).data?.data
}

/** Chooses a warehouse. `all` is the word for none in particular; without it one must be chosen. */
export function WarehouseSelect({
  label,
  value,
  onChange,
  all,
  error,
  isLabelHidden,
  isDisabled,
  className,
}: {
  label: string
  value: string
  onChange: (id: string) => void
  all?: string
  error?: string | undefined
  isLabelHidden?: boolean
  isDisabled?: boolean
  className?: string
}) {
  const words = useWords('stock')
  const { shopId } = useShopChoice()
  // A filter offers what the chosen shop has; work may reach further, as a transfer does.
  const isOffered = (each: InventoryWarehouse) =>
    all === undefined || shopId === '' || each.shopId === shopId || each.id === value
  const warehouses = (useWarehouses() ?? []).filter(isOffered)
  return (
    <Field
      label={label}
      error={error}
      isRequired={all === undefined}
      {...(isLabelHidden ? { isLabelHidden } : {})}
      {...(className ? { className } : {})}
    >
      {(described) => (
        <Select
          {...described}
          value={value}
          disabled={isDisabled}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          <option value="">{all ?? words('chooseWarehouse')}</option>
          {warehouses.map(({ id, name, code }) => (
            <option key={id} value={id}>
              {name} ({code})
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}
