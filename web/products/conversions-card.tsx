'use client'
import { useFormat } from '#web/ui/format.ts'
import { useLabel, useWords } from '#web/words/words.tsx'
import { InlineRows } from './inline-rows.tsx'
import type { Product } from './product.ts'

/** How many of its smaller unit a bigger one holds: a carton of twelve. */
export function ConversionsCard({ product }: { product: Product }) {
  const words = useWords('product')
  const label = useLabel()
  const format = useFormat()
  return (
    <InlineRows
      name="catalog.unitConversion"
      productId={product.id}
      addLabel={words('units.add')}
      title={words('units.title')}
      empty={words('units.none')}
      emptySays={words('units.noneSays')}
      titleOf={({ titles, factor }) =>
        words('units.holds', {
          unit: titles?.unitId ?? '',
          factor: format.decimal(String(factor)),
          base: titles?.baseId ?? '',
        })
      }
      fields={['unitId', 'baseId', 'factor']}
      {...(product.unitId ? { defaults: { baseId: product.unitId } } : {})}
      columns={[
        { name: 'unit', head: label('Unit'), cell: ({ titles }) => titles?.unitId ?? '' },
        {
          name: 'factor',
          head: words('units.factor'),
          isFigure: true,
          cell: ({ factor }) => format.decimal(String(factor)),
        },
        { name: 'base', head: words('units.base'), cell: ({ titles }) => titles?.baseId ?? '' },
      ]}
    />
  )
}
