'use client'
import { ArrowRight } from 'lucide-react'
import type { ImportPreview, ImportTargetDescription } from '#sdk/answers'
import { Button } from '#web/ui/button.tsx'
import { Field, Select } from '#web/ui/field.tsx'
import { useLabel, useWords } from '#web/words/words.tsx'
import type { Reading } from './import-data.ts'

type Props = {
  preview: ImportPreview
  target: ImportTargetDescription
  reading: Reading
  onChange: (reading: Reading) => void
}

/** Which column fills which field. A field is filled by one column: taking it for another frees the first. */
export function Mapping({ preview, target, reading, onChange }: Props) {
  const words = useWords('import')
  const { header, mapping } = preview
  const fill = (column: string, field: string) => {
    const others = Object.entries(mapping).filter(([name, filled]) => name !== column && filled === field && field)
    const freed = Object.fromEntries(others.map(([name]) => [name, '']))
    onChange({ ...reading, mapping: { ...reading.mapping, ...freed, [column]: field } })
  }
  return (
    <div className="overflow-x-auto">
      <table className="w-full">
        <thead>
          <tr className="border-b text-muted text-xs">
            <th scope="col" className="px-4 py-2 text-start font-medium">
              {words('column')}
            </th>
            <th scope="col" className="hidden px-3 py-2 text-start font-medium sm:table-cell">
              {words('samples')}
            </th>
            <th scope="col" className="px-4 py-2 text-start font-medium">
              {words('field')}
            </th>
          </tr>
        </thead>
        <tbody>
          {header.map((column) => (
            <tr key={column} className="border-b last:border-0">
              <th scope="row" className="max-w-56 px-4 py-2 text-start font-medium">
                <span className="block truncate">{column}</span>
                <span className="block truncate font-normal text-muted sm:hidden">{preview.samples[column]?.[0]}</span>
              </th>
              <td className="hidden max-w-72 truncate px-3 py-2 text-muted sm:table-cell">
                {preview.samples[column]?.join(' · ')}
              </td>
              <td className="min-w-44 px-4 py-1.5">
                <Target
                  column={column}
                  chosen={mapping[column] ?? ''}
                  {...{ preview, target }}
                  onFill={(field) => fill(column, field)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Target({
  column,
  chosen,
  preview,
  target,
  onFill,
}: {
  column: string
  chosen: string
  preview: ImportPreview
  target: ImportTargetDescription
  onFill: (field: string) => void
}) {
  const words = useWords('import')
  const label = useLabel()
  const similar = preview.proposal.mapped.find(({ header, how }) => header === column && how === 'similar')
  const isFree = similar && !Object.values(preview.mapping).includes(similar.target)
  const nameOf = (name: string) => label(target.fields.find((field) => field.name === name)?.label ?? name)
  return (
    <div className="flex flex-wrap items-center gap-2">
      <ArrowRight aria-hidden className="hidden size-4 text-faint sm:block rtl:rotate-180" />
      <Field label={words('fills', { column })} isLabelHidden className="min-w-36 flex-1">
        {(field) => (
          <Select {...field} value={chosen} onChange={(event) => onFill(event.currentTarget.value)}>
            <option value="">{words('leaveOut')}</option>
            {target.fields.map(({ name, required }) => (
              <option key={name} value={name}>
                {nameOf(name)}
                {(required || name === target.key) && ' *'}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {chosen === '' && similar && isFree && (
        <Button size="sm" look="quiet" title={similar.why} onClick={() => onFill(similar.target)}>
          {words('suggest', { field: nameOf(similar.target) })}
        </Button>
      )}
    </div>
  )
}
