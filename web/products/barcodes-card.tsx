'use client'
import { sentence } from '#web/console/value.tsx'
import { useLabel, useWords } from '#web/words/words.tsx'
import { InlineRows } from './inline-rows.tsx'
import type { Product } from './product.ts'

export function BarcodesCard({ product }: { product: Product }) {
  const words = useWords('product')
  const label = useLabel()
  return (
    <InlineRows
      name="catalog.barcode"
      productId={product.id}
      addLabel={words('barcodes.add')}
      title={words('barcodes.title')}
      empty={words('barcodes.none')}
      emptySays={words('barcodes.noneSays')}
      titleOf={({ code }) => String(code)}
      fields={['code', 'unitId', 'kind']}
      columns={[
        { name: 'code', head: label('Code'), className: 'font-mono', cell: ({ code }) => String(code) },
        { name: 'unit', head: label('Unit'), cell: ({ titles }) => titles?.unitId ?? '–' },
        { name: 'kind', head: label('Kind'), cell: ({ kind }) => (kind ? label(sentence(String(kind))) : '–') },
      ]}
    />
  )
}
