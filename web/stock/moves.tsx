'use client'
import { useShopChoice } from '#web/console/shop.ts'
import { sentence } from '#web/console/value.tsx'
import { useEntity } from '#web/data/description.ts'
import { Card } from '#web/ui/card.tsx'
import { Field, Select } from '#web/ui/field.tsx'
import { useLabel, useWords } from '#web/words/words.tsx'
import { useStockAddress } from './address.ts'
import { MovesTable } from './moves-table.tsx'
import { WarehouseSelect } from './warehouses.tsx'

/** Every change of stock there has been. */
export function Moves() {
  const words = useWords('stock')
  const label = useLabel()
  const { address, change } = useStockAddress()
  const { warehouse, kind } = address
  const { shopId } = useShopChoice()
  const place = warehouse ? { warehouseId: warehouse } : shopId ? { shopId } : {}
  const of = useEntity('inventory.move')?.fields.find(({ name }) => name === 'kind')?.of
  const kinds = Array.isArray(of) ? (of as readonly string[]) : []
  return (
    <Card isFlush>
      <div className="flex flex-wrap items-center gap-2 border-b p-3">
        <WarehouseSelect
          label={words('warehouse')}
          isLabelHidden
          all={words('allWarehouses')}
          value={warehouse}
          onChange={(next) => change({ warehouse: next })}
          className="w-48"
        />
        <Field label={words('kind')} isLabelHidden className="w-44">
          {(described) => (
            <Select {...described} value={kind} onChange={(event) => change({ kind: event.target.value })}>
              <option value="">{words('allKinds')}</option>
              {kinds.map((each) => (
                <option key={each} value={each}>
                  {label(sentence(each))}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <MovesTable wanted={{ ...place, ...(kind && kinds.includes(kind) ? { kind } : {}) }} />
    </Card>
  )
}
