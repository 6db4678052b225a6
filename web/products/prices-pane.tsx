'use client'
import { RelatedList } from '#web/console/record/related-list.tsx'
import { useEntity } from '#web/data/description.ts'
import { Card } from '#web/ui/card.tsx'
import { useWords } from '#web/words/words.tsx'
import { PriceExplained } from './price-explained.tsx'
import type { Product } from './product.ts'

/** What it costs whom, and why; and the lines of price lists that say so. */
export function PricesPane({ product }: { product: Product }) {
  const words = useWords('product')
  const lines = useEntity('catalog.priceListLine')
  return (
    <div className="flex flex-col gap-4">
      <PriceExplained product={product} />
      {lines?.verbs.includes('list') && (
        <Card isFlush title={words('price.lines')}>
          <RelatedList target={lines} field="productId" id={product.id} />
        </Card>
      )}
    </div>
  )
}
