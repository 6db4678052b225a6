'use client'
import { Check, Pencil, X } from 'lucide-react'
import { type FormEvent, useRef, useState } from 'react'
import { refusalText } from '#web/console/form/refusal-text.ts'
import { marksOf, readDecimal, typedDecimal } from '#web/console/inputs/numbers.rules.ts'
import { useMay } from '#web/data/me.ts'
import { useAct } from '#web/data/queries.ts'
import { IconButton } from '#web/ui/button.tsx'
import { Field, Input } from '#web/ui/field.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useToast } from '#web/ui/toast.tsx'
import { useLocale, useWords } from '#web/words/words.tsx'

type Props = { productId: string; warehouseId: string; value: string | null | undefined; name: string }

/** From where on stock counts as low: read, and changed on the spot by whoever may. Emptied, it is never low. */
export function ReorderPoint({ productId, warehouseId, value, name }: Props) {
  const words = useWords('stock')
  const format = useFormat()
  const may = useMay()
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const shown = value ? format.decimal(value) : words('noPoint')
  if (!may('inventory.stock.setReorderPoints')) return <span className="tabular-nums">{shown}</span>
  const close = () => {
    setOpen(false)
    // The button comes back in the place of the input; the focus with it.
    requestAnimationFrame(() => button.current?.focus())
  }
  if (isOpen) return <PointForm {...{ productId, warehouseId, value, name }} onClose={close} />
  return (
    <button
      ref={button}
      type="button"
      onClick={() => setOpen(true)}
      aria-label={words('changePoint', { name, value: shown })}
      className="inline-flex items-center gap-1.5 rounded-md px-1.5 py-0.5 tabular-nums hover:bg-line"
    >
      {value ? shown : <span className="text-muted">{shown}</span>}
      <Pencil aria-hidden className="size-3 text-faint" />
    </button>
  )
}

function PointForm({ productId, warehouseId, value, name, onClose }: Props & { onClose: () => void }) {
  const words = useWords('stock')
  const ui = useWords('ui')
  const toast = useToast()
  const marks = marksOf(useLocale())
  const [typed, setTyped] = useState(value ? typedDecimal(value, marks) : '')
  const [problem, setProblem] = useState<string | undefined>()
  const save = useAct('PATCH /inventory/reorder-points', 'inventory.stock')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const plain = typed.trim() === '' ? undefined : readDecimal(typed, marks)
    if (typed.trim() !== '' && (plain === undefined || plain.startsWith('-'))) return setProblem(words('pointWrong'))
    save.mutate(
      { body: { lines: [{ productId, warehouseId, ...(plain === undefined ? {} : { reorderPoint: plain }) }] } },
      {
        onSuccess: () => {
          toast({ text: words('pointSaved', { name }) })
          onClose()
        },
        onError: (error) => setProblem(refusalText(error, ui('unreachable'))),
      },
    )
  }
  return (
    <form
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
      className="inline-flex items-start gap-1"
    >
      <Field label={words('pointOf', { name })} isLabelHidden error={problem} className="w-24">
        {(described) => (
          <Input
            {...described}
            ref={(input) => input?.focus()}
            inputMode="decimal"
            autoComplete="off"
            className="text-end tabular-nums"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <IconButton
        type="submit"
        label={ui('save')}
        disabled={save.isPending}
        icon={<Check aria-hidden className="size-4" />}
      />
      <IconButton label={ui('cancel')} onClick={onClose} icon={<X aria-hidden className="size-4" />} />
    </form>
  )
}
