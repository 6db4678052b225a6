'use client'
import type { ImportPreview } from '#sdk/answers'
import { Checkbox, Field, Select } from '#web/ui/field.tsx'
import { useWords } from '#web/words/words.tsx'
import type { Reading } from './import-data.ts'

type Props = { preview: ImportPreview; reading: Reading; onChange: (reading: Reading) => void }

const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'latin1'] as const
const separators = [',', ';', '\t', '|'] as const
const separatorNames = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const
const marks = ['.', ','] as const
const orders = ['dmy', 'mdy', 'ymd'] as const

/** What was found out about the file, with the evidence; each point can be told otherwise. */
export function Dialect({ preview: { detected }, reading, onChange }: Props) {
  const words = useWords('import')
  const { encoding, separator, hasHeader, columns } = detected
  const mark = columns.find(({ decimalMark }) => decimalMark)?.decimalMark
  const order = columns.find(({ dateOrder }) => dateOrder)?.dateOrder
  const set = (next: Partial<Reading>) => onChange({ ...reading, ...next })
  return (
    <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
      <Point
        label={words('encoding')}
        evidence={evidenceOf(encoding, reading.encoding)}
        value={reading.encoding ?? encoding.value}
        options={encodings.map((value) => ({ value, text: value.toUpperCase() }))}
        onChange={(value) => set({ encoding: value })}
      />
      <Point
        label={words('separator')}
        evidence={evidenceOf(separator, reading.separator)}
        value={reading.separator ?? separator.value}
        options={separators.map((value) => ({ value, text: words(`separators.${separatorNames[value]}`) }))}
        // Other cells have other names: what was said of the columns before means nothing any more.
        onChange={(value) => onChange({ ...withoutMapping(reading), separator: value })}
      />
      <Point
        label={words('decimalMark')}
        evidence={mark ? evidenceOf(mark, reading.decimalMark) : words('noNumbers')}
        value={reading.decimalMark ?? mark?.value ?? '.'}
        options={marks.map((value) => ({ value, text: value === '.' ? '1234.50' : '1234,50' }))}
        onChange={(value) => set({ decimalMark: value })}
      />
      <Point
        label={words('dateOrder')}
        evidence={order ? evidenceOf(order, reading.dateOrder) : words('noDates')}
        value={reading.dateOrder ?? order?.value ?? 'ymd'}
        options={orders.map((value) => ({ value, text: words(`dateOrders.${value}`) }))}
        onChange={(value) => set({ dateOrder: value })}
      />
      <Checkbox
        className="sm:col-span-2 xl:col-span-4"
        label={words('hasHeader')}
        checked={reading.hasHeader ?? hasHeader.value}
        onChange={(event) => onChange({ ...withoutMapping(reading), hasHeader: event.currentTarget.checked })}
      />
    </div>
  )
}

const withoutMapping = ({ mapping: _, ...reading }: Reading): Reading => reading

/** Nothing needs to be proven of what the person said. */
const evidenceOf = ({ evidence }: { evidence: string }, said: string | undefined): string | undefined =>
  said === undefined ? evidence : undefined

function Point<V extends string>({
  label,
  evidence,
  value,
  options,
  onChange,
}: {
  label: string
  evidence: string | undefined
  value: string
  options: { value: V; text: string }[]
  onChange: (value: V) => void
}) {
  return (
    <Field label={label} help={evidence}>
      {(field) => (
        <Select
          {...field}
          value={value}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.currentTarget.value)
            if (chosen) onChange(chosen.value)
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}
