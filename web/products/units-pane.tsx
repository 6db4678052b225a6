'use client'
import { BarcodesCard } from './barcodes-card.tsx'
import { ConversionsCard } from './conversions-card.tsx'
import type { Product } from './product.ts'

/** The codes that scanners read, and the units it is bought and sold in. */
export function UnitsPane({ product }: { product: Product }) {
  return (
    <div className="grid gap-4 xl:grid-cols-2">
      <BarcodesCard product={product} />
      <ConversionsCard product={product} />
    </div>
  )
}
