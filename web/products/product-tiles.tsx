'use client'
import { addDecimal } from '#engines/ground'
import { ApiRefusal } from '#web/data/client.ts'
import { useMay } from '#web/data/me.ts'
import { useRoute } from '#web/data/queries.ts'
import { Tile } from '#web/stock/level-tiles.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useWords } from '#web/words/words.tsx'
import type { Product } from './product.ts'
import { usePrice } from './use-price.ts'
import { useProductSales } from './use-product-sales.ts'
import { useProductStock } from './use-product-stock.ts'

/** What most people open a product for: its price now, how much there is, how it sells. */
export function ProductTiles({ product }: { product: Product }) {
  const words = useWords('product')
  const format = useFormat()
  const may = useMay()
  const hasStock = product.stocked && may('inventory.stock.read')
  const price = usePrice(product.id, {})
  const stock = useProductStock(product.id, { enabled: hasStock })
  const variants = useRoute('catalog.product', 'GET /erp/products', {
    query: { limit: 1, filter: { parentId: product.id } },
  })
  const sales = useProductSales(product.id, { enabled: may('analytics.report') })
  const hasNoPrice = price.error instanceof ApiRefusal && price.error.code === 'PRICE_MISSING'
  const sum = (name: 'onHand' | 'available') =>
    stock.data?.data.reduce((total, row) => addDecimal(total, row[name]), '0')
  const isParent = (variants.data?.pagination.total ?? 0) > 0
  return (
    <dl className="grid grid-cols-2 gap-3 lg:grid-cols-4" data-product-tiles>
      <Tile
        label={words('tiles.price')}
        value={price.data ? format.money(price.data.unitPrice) : hasNoPrice || price.isError ? '–' : undefined}
      >
        {price.data && <span className="text-muted text-xs">{words('per', { unit: price.data.unit })}</span>}
      </Tile>
      {hasStock && !isParent && (
        <Tile label={words('tiles.available')} value={stock.data ? format.decimal(sum('available')) : undefined}>
          {stock.data && (
            <span className="text-muted text-xs">
              {words('tiles.onHand', { count: format.decimal(sum('onHand')) })}
            </span>
          )}
        </Tile>
      )}
      {isParent && <Tile label={words('tabs.variants')} value={format.decimal(variants.data?.pagination.total ?? 0)} />}
      {may('analytics.report') && (
        <>
          <Tile label={words('tiles.units')} value={sales.totals && format.decimal(sales.totals.units)} />
          <Tile label={words('tiles.net')} value={sales.totals && (format.money(sales.totals.net) || '–')} />
        </>
      )}
    </dl>
  )
}
