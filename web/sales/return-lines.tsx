'use client'
import { compareDecimal } from '#engines/ground'
import { Button } from '#web/ui/button.tsx'
import { Checkbox, Field, Input } from '#web/ui/field.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useWords } from '#web/words/words.tsx'
import type { BackLine, BackRow } from './return.rules.ts'

/** The lines of the sale, each with how much of it comes back and whether that can be sold again. */
export function ReturnLines({
  lines,
  change,
}: {
  lines: readonly BackLine[]
  change: (id: string, part: Partial<BackRow>) => void
}) {
  return (
    <ul className="flex flex-col divide-y">
      {lines.map((each) => (
        <LineBack key={each.line.id} {...each} change={(part) => change(each.line.id, part)} />
      ))}
    </ul>
  )
}

function LineBack({
  line,
  left,
  typed,
  restock,
  isWrong,
  change,
}: BackLine & { change: (part: Partial<BackRow>) => void }) {
  const words = useWords('sale')
  const format = useFormat()
  const isGone = compareDecimal(left, '0') <= 0
  return (
    <li className="grid items-center gap-x-4 gap-y-1.5 py-2.5 sm:grid-cols-[minmax(0,1fr)_6rem_auto_auto_auto]">
      <span className="min-w-0">
        <span className="block break-words font-medium">{line.name}</span>
        <span className="block text-muted text-xs tabular-nums">
          {words('back.left', {
            left: format.decimal(left),
            quantity: format.decimal(line.quantity),
            unit: line.unit,
          })}
        </span>
      </span>
      <span className="tabular-nums sm:text-end">{format.money(line.gross)}</span>
      <Field
        label={words('back.quantity', { name: line.name })}
        isLabelHidden
        error={isWrong ? words('back.tooMany') : undefined}
        className="w-24"
      >
        {(described) => (
          <Input
            {...described}
            inputMode="decimal"
            autoComplete="off"
            disabled={isGone}
            placeholder="0"
            className="text-end tabular-nums"
            value={typed}
            onChange={(event) => change({ typed: event.target.value })}
          />
        )}
      </Field>
      <Button
        size="sm"
        disabled={isGone}
        aria-label={words('back.allOf', { name: line.name })}
        onClick={() => change({ typed: format.decimal(left) })}
      >
        {words('back.all')}
      </Button>
      <Checkbox
        label={words('back.restock')}
        disabled={isGone}
        checked={restock}
        onChange={(event) => change({ restock: event.target.checked })}
      />
    </li>
  )
}
