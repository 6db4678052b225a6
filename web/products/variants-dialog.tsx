'use client'
import { Plus, Trash2 } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import { refusalText } from '#web/console/form/refusal-text.ts'
import { ApiRefusal } from '#web/data/client.ts'
import { useAct } from '#web/data/queries.ts'
import { ProblemNote } from '#web/stock/note-field.tsx'
import { Button, IconButton } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Field, Input } from '#web/ui/field.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { useLabel, useWords } from '#web/words/words.tsx'
import type { Product } from './product.ts'
import { combinationsOf, examplesOf, type OptionRow, optionsOf, variantsMost } from './variants.rules.ts'

const optionsMost = 5

/** Makes a variant of every combination of values; says first how many that would be. */
export function VariantsDialog({ product, onClose }: { product: Product; onClose: () => void }) {
  const words = useWords('product')
  const ui = useWords('ui')
  const label = useLabel()
  const toast = useToast()
  const formId = useId()
  const known = product.optionNames ?? []
  const [rows, setRows] = useState<OptionRow[]>(
    known.length > 0 ? known.map((name, key) => ({ key, name, values: '' })) : [{ key: 0, name: '', values: '' }],
  )
  const [pattern, setPattern] = useState('')
  const make = useAct('POST /erp/products/:id/variants', 'catalog.product')
  const options = optionsOf(rows)
  const count = combinationsOf(options)
  const details = make.error instanceof ApiRefusal ? make.error.details : []
  const errorAt = (path: string) => {
    const message = details.find(({ field }) => field === path)?.message
    return message && label(message)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (count === 0 || count > variantsMost) return
    make.mutate(
      { params: { id: product.id }, body: { options, ...(pattern.trim() ? { skuPattern: pattern.trim() } : {}) } },
      {
        onSuccess: ({ data }) => {
          toast({ text: words('variants.made', { count: data.length }) })
          onClose()
        },
      },
    )
  }
  const change = (key: number, part: Partial<OptionRow>) =>
    setRows(rows.map((row) => (row.key === key ? { ...row, ...part } : row)))
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words('variants.title', { name: product.name })}
      says={words('variants.says')}
      foot={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button
            look="primary"
            type="submit"
            form={formId}
            isBusy={make.isPending}
            disabled={count === 0 || count > variantsMost}
          >
            {words('variants.do', { count })}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-3">
        {rows.map((row, index) => (
          <OptionFields
            key={row.key}
            row={row}
            isKnown={known.length > 0}
            onChange={(part) => change(row.key, part)}
            {...(rows.length > 1 && known.length === 0
              ? { onRemove: () => setRows(rows.filter((_, at) => at !== index)) }
              : {})}
          />
        ))}
        {known.length === 0 && rows.length < optionsMost && (
          <span>
            <Button
              size="sm"
              onClick={() =>
                setRows([...rows, { key: Math.max(...rows.map(({ key }) => key)) + 1, name: '', values: '' }])
              }
              icon={<Plus aria-hidden className="size-3.5" />}
            >
              {words('variants.addOption')}
            </Button>
          </span>
        )}
        <Field label={words('variants.pattern')} help={words('variants.patternHelp')} error={errorAt('skuPattern')}>
          {(described) => (
            <Input
              {...described}
              className="font-mono"
              maxLength={200}
              placeholder={`{sku}-${
                Object.keys(options)
                  .map((name) => `{${name}}`)
                  .join('-') || '{…}'
              }`}
              value={pattern}
              onChange={(event) => setPattern(event.target.value)}
            />
          )}
        </Field>
        <p role="status" className="text-muted">
          {count > variantsMost
            ? words('variants.tooMany', { count, most: variantsMost })
            : words('variants.would', { count, examples: examplesOf(options).join(', ') })}
        </p>
        <ProblemNote
          text={make.error ? (errorAt('options') ?? refusalText(make.error, ui('unreachable'))) : undefined}
        />
      </form>
    </Dialog>
  )
}

function OptionFields({
  row,
  isKnown,
  onChange,
  onRemove,
}: {
  row: OptionRow
  isKnown: boolean
  onChange: (part: Partial<OptionRow>) => void
  onRemove?: () => void
}) {
  const words = useWords('product')
  return (
    <div className="flex flex-wrap items-start gap-3">
      <Field label={words('variants.option')} className="w-36">
        {(described) => (
          <Input
            {...described}
            maxLength={40}
            disabled={isKnown}
            placeholder={words('variants.optionHint')}
            value={row.name}
            onChange={(event) => onChange({ name: event.target.value })}
          />
        )}
      </Field>
      <Field label={words('variants.values')} className="min-w-48 flex-1">
        {(described) => (
          <Input
            {...described}
            maxLength={1000}
            placeholder={words('variants.valuesHint')}
            value={row.values}
            onChange={(event) => onChange({ values: event.target.value })}
          />
        )}
      </Field>
      {onRemove && (
        <IconButton
          className="mt-6"
          label={words('variants.removeOption', { name: row.name })}
          onClick={onRemove}
          icon={<Trash2 aria-hidden className="size-4" />}
        />
      )}
    </div>
  )
}
