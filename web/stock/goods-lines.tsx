'use client'
import { Plus, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { FieldInput } from '#web/console/inputs/inputs.tsx'
import type { FieldDescription } from '#web/data/description.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { useWords } from '#web/words/words.tsx'
import { type GoodsLine, newLine } from './lines.rules.ts'

type Props = {
  lines: readonly GoodsLine[]
  onChange: (lines: GoodsLine[]) => void
  quantityLabel: string
  errorAt: (path: string) => string | undefined
  isDisabled?: boolean
  /** What else is asked of a line. */
  more?: (line: GoodsLine, change: (part: Partial<GoodsLine>) => void, index: number) => ReactNode
  /** What is known of it, under the product. */
  note?: (line: GoodsLine) => ReactNode
}
const linesMost = 500

/** Goods with quantities, line by line. */
export function GoodsLines({ lines, onChange, quantityLabel, errorAt, isDisabled = false, more, note }: Props) {
  const words = useWords('stock')
  return (
    <div className="flex flex-col gap-3">
      <ol className="flex flex-col divide-y rounded-xl border bg-surface">
        {lines.map((line, index) => {
          const change = (part: Partial<GoodsLine>) =>
            onChange(lines.map((each) => (each.key === line.key ? { ...each, ...part } : each)))
          return (
            <li key={line.key} className="flex flex-wrap items-start gap-x-3 gap-y-2 p-3">
              <span className="w-5 shrink-0 pt-7 text-end text-faint text-xs tabular-nums">{index + 1}</span>
              <div className="min-w-52 flex-[3_1_16rem]">
                <FieldInput
                  field={productField(words('product'))}
                  path={`lines.${index}.productId`}
                  value={line.productId}
                  title={line.title}
                  error={errorAt(`lines.${index}.productId`)}
                  isDisabled={isDisabled}
                  onChange={(productId) => {
                    const { title: _, ...rest } = line
                    const next = { ...rest, productId: productId as string | null }
                    onChange(lines.map((each) => (each.key === line.key ? next : each)))
                  }}
                />
                {note?.(line)}
              </div>
              <FieldInput
                field={quantityField(quantityLabel)}
                path={`lines.${index}.quantity`}
                value={line.quantity}
                error={errorAt(`lines.${index}.quantity`)}
                isDisabled={isDisabled}
                onChange={(quantity) => change({ quantity })}
                className="w-36"
              />
              {more?.(line, change, index)}
              <IconButton
                label={words('removeLine', { line: index + 1 })}
                disabled={isDisabled || lines.length === 1}
                onClick={() => onChange(lines.filter(({ key }) => key !== line.key))}
                className="mt-6"
                icon={<Trash2 aria-hidden className="size-4" />}
              />
            </li>
          )
        })}
      </ol>
      <span>
        <Button
          size="sm"
          disabled={isDisabled || lines.length >= linesMost}
          onClick={() => onChange([...lines, newLine(lines)])}
          icon={<Plus aria-hidden className="size-3.5" />}
        >
          {words('addLine')}
        </Button>
      </span>
    </div>
  )
}

const productField = (label: string): FieldDescription => ({
  ...{ name: 'productId', kind: 'link', label, required: true, to: 'catalog.product', path: '/erp/products' },
})
const quantityField = (label: string): FieldDescription => ({
  name: 'quantity',
  kind: 'quantity',
  label,
  required: true,
})
