'use client'
/** One input for every kind of field. A new kind is a compile error here. */
import { Plus, Trash2 } from 'lucide-react'
import type { ComponentType } from 'react'
import type { FieldDescription } from '#web/data/description.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { classes } from '#web/ui/classes.ts'
import { Field } from '#web/ui/field.tsx'
import { useLabel, useWords } from '#web/words/words.tsx'
import { BooleanInput, ChoiceInput } from './choice-inputs.tsx'
import { type FieldKind, type InputProps, isTable } from './input.ts'
import { LinkInput } from './link-input.tsx'
import { MoneyInput } from './money-input.tsx'
import { DecimalInput, IntegerInput } from './number-inputs.tsx'
import { RecordInput } from './record-input.tsx'
import { asLink } from './soft-links.ts'
import { TagsInput } from './tags-input.tsx'
import { CodeInput, EmailInput, NoteInput, PhoneInput, SecretInput, TextInput, UrlInput } from './text-inputs.tsx'
import { DateInput, InstantInput, TimeInput } from './time-inputs.tsx'

export const inputs: Record<FieldKind, ComponentType<InputProps>> = {
  text: TextInput,
  note: NoteInput,
  email: EmailInput,
  phone: PhoneInput,
  url: UrlInput,
  code: CodeInput,
  file: CodeInput,
  secret: SecretInput,
  integer: IntegerInput,
  quantity: DecimalInput,
  rate: DecimalInput,
  money: MoneyInput,
  boolean: BooleanInput,
  date: DateInput,
  instant: InstantInput,
  time: TimeInput,
  choice: ChoiceInput,
  state: ChoiceInput,
  link: LinkInput,
  tags: TagsInput,
  record: RecordInput,
  list: ListInput,
  group: GroupInput,
}

/** Kinds that need the whole line of a form. */
export const isWide = ({ kind }: FieldDescription): boolean =>
  kind === 'note' || kind === 'record' || kind === 'list' || kind === 'group' || kind === 'tags'

export type FieldInputProps = {
  field: FieldDescription
  value: unknown
  onChange: (value: unknown) => void
  /** What is wrong with it, in words; for lists and groups use `errorAt`. */
  error?: string | undefined
  /** What is wrong at a path such as `lines.0.quantity`. */
  errorAt?: (path: string) => string | undefined
  /** Where it stands in what is sent; its name unless told. */
  path?: string
  isDisabled?: boolean
  /** The label is for screen readers alone, where the place says what it is. */
  isLabelHidden?: boolean
  /** The title of the record that a link leads to, where it is known. */
  title?: string | undefined
  /** The currency that an empty amount begins in; that of the company unless told. */
  currency?: string | undefined
  className?: string
}

const noError = () => undefined

/** A field of a form: label, input, help and error, whatever its kind. The one that other pages use. */
export function FieldInput(props: FieldInputProps) {
  const { value, onChange, errorAt = noError, path = props.field.name, isDisabled = false, isLabelHidden } = props
  const field = asLink(props.field)
  const labelOf = useLabel()
  const Kind = inputs[field.kind]
  const label = labelOf(field.label)
  const error = props.error ?? errorAt(path)
  const help = field.help && !isLabelHidden ? labelOf(field.help) : undefined
  const shared = { field, value, onChange, label, path, errorAt, isDisabled, title: props.title }
  if (field.kind === 'list' || field.kind === 'group') {
    const described = {
      id: `field-${path}`,
      'aria-describedby': undefined,
      'aria-invalid': undefined,
      'aria-required': undefined,
    }
    return (
      <Kinship label={label} help={help} error={error} isRequired={field.required} className={props.className}>
        <Kind {...shared} described={described} currency={props.currency} />
      </Kinship>
    )
  }
  return (
    <Field
      label={label}
      help={help}
      error={error}
      isRequired={field.required && field.kind !== 'boolean'}
      {...(isLabelHidden ? { isLabelHidden } : {})}
      className={props.className ?? ''}
    >
      {(described) => <Kind {...shared} described={described} currency={props.currency} />}
    </Field>
  )
}

/** Fields that belong together, under the name that they have together. */
function Kinship({
  label,
  help,
  error,
  isRequired,
  className,
  children,
}: {
  label: string
  help: string | undefined
  error: string | undefined
  isRequired: boolean
  className: string | undefined
  children: React.ReactNode
}) {
  return (
    <fieldset className={classes('min-w-0 rounded-lg border p-3', error && 'border-bad', className)}>
      <legend className="px-1 font-medium text-[0.8125rem]">
        {label}
        {isRequired && (
          <span aria-hidden className="ms-0.5 text-bad-ink">
            *
          </span>
        )}
      </legend>
      {help && <p className="mb-2 text-[0.8125rem] text-muted">{help}</p>}
      {children}
      {error && (
        <p role="alert" className="mt-2 text-[0.8125rem] text-bad-ink">
          {error}
        </p>
      )}
    </fieldset>
  )
}

function GroupInput({ field, value, onChange, path, errorAt, isDisabled, currency }: InputProps) {
  const values = isTable(value) ? value : {}
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {(field.fields ?? []).map((part) => (
        <FieldInput
          key={part.name}
          field={part}
          value={values[part.name]}
          onChange={(next) => onChange({ ...values, [part.name]: next })}
          path={`${path}.${part.name}`}
          errorAt={errorAt}
          isDisabled={isDisabled}
          currency={currency}
          className={isWide(part) ? 'sm:col-span-2' : ''}
        />
      ))}
    </div>
  )
}

/** Rows, each of them a value or a group of values. */
function ListInput({ field, value, onChange, path, errorAt, isDisabled, currency, label }: InputProps) {
  const words = useWords('inputs')
  const items = Array.isArray(value) ? (value as unknown[]) : []
  const item = field.of && !Array.isArray(field.of) ? (field.of as FieldDescription) : undefined
  if (!item) return null
  const isFull = field.max !== undefined && items.length >= Number(field.max)
  const set = (next: unknown[]) => onChange(next)
  return (
    <div className="flex flex-col gap-2">
      {items.map((each, index) => (
        <div
          // Rows have no name but their place.
          key={`${path}.${String(index)}`}
          className="flex items-start gap-2 border-b pb-2 last-of-type:border-0"
        >
          <div className="min-w-0 flex-1">
            <Row
              field={item}
              label={`${label} ${index + 1}`}
              value={each}
              onChange={(next) => set(items.map((old, at) => (at === index ? next : old)))}
              path={`${path}.${index}`}
              errorAt={errorAt}
              isDisabled={isDisabled}
              currency={currency}
            />
          </div>
          {!isDisabled && (
            <IconButton
              label={words('removeRow', { label, row: index + 1 })}
              onClick={() => set(items.filter((_, at) => at !== index))}
              icon={<Trash2 aria-hidden className="size-4" />}
            />
          )}
        </div>
      ))}
      {!isDisabled && (
        <span>
          <Button
            size="sm"
            disabled={isFull}
            onClick={() => set([...items, item.kind === 'group' ? defaultsOf(item.fields ?? []) : null])}
            icon={<Plus aria-hidden className="size-3.5" />}
          >
            {words('addRow', { label })}
          </Button>
        </span>
      )}
    </div>
  )
}

type RowProps = Pick<
  InputProps,
  'field' | 'value' | 'onChange' | 'path' | 'errorAt' | 'isDisabled' | 'currency' | 'label'
>

function Row({ field, label, ...rest }: RowProps) {
  const described = { id: '', 'aria-describedby': undefined, 'aria-invalid': undefined, 'aria-required': undefined }
  if (field.kind === 'group') {
    return (
      <fieldset className="min-w-0">
        <legend className="sr-only">{label}</legend>
        <GroupInput {...rest} field={field} label={label} described={described} title={undefined} />
      </fieldset>
    )
  }
  return <FieldInput {...rest} field={{ ...field, label }} isLabelHidden />
}

/** What new values of some fields begin with. */
export function defaultsOf(fields: readonly FieldDescription[]): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap(({ name, kind, required, default: given }) =>
      given !== undefined ? [[name, given]] : kind === 'boolean' && required ? [[name, false]] : [],
    ),
  )
}
