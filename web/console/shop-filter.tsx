'use client'
import { Select } from '#web/ui/field.tsx'
import { useWords } from '#web/words/words.tsx'
import { useShopChoice, useShops } from './shop.ts'

/** The shop that lists and figures are about, or all of them. Nothing where there is only one. */
export function ShopFilter({ className }: { className?: string }) {
  const words = useWords('shell')
  const shops = useShops()
  const { shopId, chooseShop } = useShopChoice()
  if (!shops || shops.length < 2) return null
  return (
    <div className={className}>
      <Select aria-label={words('shop')} value={shopId} onChange={(event) => chooseShop(event.target.value)}>
        <option value="">{words('allShops')}</option>
        {shops.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </div>
  )
}
