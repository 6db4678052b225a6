'use client'
import { type EntityDescription, type FieldDescription, useDescription } from '#web/data/description.ts'
import { Card } from '#web/ui/card.tsx'
import { classes } from '#web/ui/classes.ts'
import { useFormat } from '#web/ui/format.ts'
import { useLabel, useWords } from '#web/words/words.tsx'
import { type Section, sectionsOf } from '../form/sections.rules.ts'
import { isEmpty } from '../inputs/input.ts'
import { shownOf } from '../shown.rules.ts'
import { LinkedValue, RecordLink } from '../value.tsx'
import { RowsOf } from './rows-of.tsx'
import type { TitledRecord } from './use-entity-record.ts'

/** Everything that a record says, by section; what is empty stays visible, for it could be filled in. */
export function RecordFields({ entity, record }: { entity: EntityDescription; record: TitledRecord }) {
  const words = useWords('record')
  const label = useLabel()
  const shown = entity.fields.filter(({ name, kind }) => name in record && name !== entity.state && kind !== 'secret')
  const sections = sectionsOf(shown).filter(
    ({ name, fields }) => name !== 'own' || !isEmpty(record[fields[0]?.name ?? '']),
  )
  const titleFor = ({ name, label: own }: Section) => (name === 'own' ? label(own ?? '') : words(`section.${name}`))
  const rows = sections.filter(isRows)
  const facts = sections.filter((section) => !isRows(section))
  return (
    <div>
      <div className={classes('mb-4 gap-4', facts.length > 1 && 'lg:columns-2')}>
        {facts.map((section) => (
          <Card
            key={`${section.name} ${section.label ?? ''}`}
            title={titleFor(section)}
            className="mb-4 break-inside-avoid last:mb-0"
          >
            <Facts section={section} record={record} isAlone={facts.length === 1} />
          </Card>
        ))}
      </div>
      {rows.map((section) => (
        <Card key={section.label} title={titleFor(section)} className="mb-4" isFlush>
          <RowsOf field={section.fields[0] as FieldDescription} value={record[section.fields[0]?.name ?? '']} />
        </Card>
      ))}
      <Stamps record={record} />
    </div>
  )
}

const isRows = ({ name, fields }: Section): boolean => name === 'own' && fields[0]?.kind === 'list'

function Facts({ section, record, isAlone }: { section: Section; record: TitledRecord; isAlone: boolean }) {
  const [first] = section.fields
  const isGroup = section.name === 'own' && first?.kind === 'group'
  return (
    <FactList
      fields={isGroup ? (first.fields ?? []) : section.fields}
      values={isGroup ? (record[first.name] as Record<string, unknown>) : record}
      titles={record.titles}
      isWide={isAlone}
    />
  )
}

/** Names and values, one below the other. */
export function FactList({
  fields,
  values,
  titles,
  isWide = false,
}: {
  fields: readonly FieldDescription[]
  values: Readonly<Record<string, unknown>>
  titles?: Readonly<Record<string, string>> | undefined
  isWide?: boolean
}) {
  const label = useLabel()
  return (
    <dl className={classes('grid gap-x-6 gap-y-2.5', isWide && 'lg:grid-cols-2')}>
      {fields.map((field) => (
        <div key={field.name} className="grid min-w-0 grid-cols-[minmax(7rem,34%)_minmax(0,1fr)] gap-3">
          <dt className="text-muted">{label(field.label)}</dt>
          <dd className="min-w-0 whitespace-pre-line break-words">
            <FactValue field={field} values={values} title={titles?.[field.name]} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

type FactProps = { field: FieldDescription; values: Readonly<Record<string, unknown>>; title: string | undefined }

/** A document is told by its kind and its id in two fields: the id leads there. */
function FactValue({ field, values, title }: FactProps) {
  const { data } = useDescription()
  const value = values[field.name]
  const source = values.source ?? values.sourceEntity
  const isDocument = field.name === 'sourceId' && data?.entities.some(({ name }) => name === source)
  if (isDocument && typeof value === 'string') return <RecordLink entity={String(source)} id={value} />
  return <LinkedValue {...shownOf(field, values)} title={title} />
}

/** When it was made and changed, small: rarely asked for, and then urgently. */
export function Stamps({ record }: { record: TitledRecord }) {
  const words = useWords('record')
  const format = useFormat()
  const { createdAt, updatedAt, version } = record as { createdAt?: string; updatedAt?: string; version?: number }
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1 px-1 pt-2 text-muted text-xs">
      {createdAt && (
        <span>
          {words('created')} <time dateTime={createdAt}>{format.moment(createdAt)}</time>
        </span>
      )}
      {updatedAt && updatedAt !== createdAt && (
        <span>
          {words('updated')} <time dateTime={updatedAt}>{format.moment(updatedAt)}</time>
        </span>
      )}
      {version !== undefined && (
        <span>
          {words('version')} {version}
        </span>
      )}
      <span>
        {words('id')} <span className="font-mono">{record.id}</span>
      </span>
    </p>
  )
}
