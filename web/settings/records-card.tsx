'use client'
import { Plus } from 'lucide-react'
import { useContext, useState } from 'react'
import { InlineCreate } from '#web/console/inputs/inline-create.ts'
import { listPage, recordPage } from '#web/console/pages.ts'
import { isFigure } from '#web/console/record/rows-of.tsx'
import { LinkedValue, Value } from '#web/console/value.tsx'
import { type EntityDescription, useEntity } from '#web/data/description.ts'
import { type AnyRecord, useList } from '#web/data/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { Link } from '#web/ui/link.tsx'
import { Empty, Failure, SkeletonRows } from '#web/ui/states.tsx'
import { type Column, Table } from '#web/ui/table.tsx'
import { useLabel, useWords } from '#web/words/words.tsx'

const most = 100

type Props = {
  name: string
  says?: string
  /** Stands at the end of each row, such as what can be done with it. */
  more?: Column<AnyRecord>[]
}

/** The few records that a setting is made of: all of them on the page, a new one without leaving it. */
export function RecordsCard({ name, says, more = [] }: Props) {
  const words = useWords()
  const label = useLabel()
  const entity = useEntity(name)
  const list = useList(name, entity?.path, { limit: most, include: 'titles' })
  if (!entity) return null
  const rows = list.data?.data
  return (
    <Card isFlush title={label(entity.plural)} action={<Create entity={entity} />}>
      {says && <p className="border-b px-4 py-2.5 text-muted">{says}</p>}
      {list.isError ? (
        <Failure error={list.error} retry={list.refetch} />
      ) : !rows ? (
        <SkeletonRows rows={3} />
      ) : rows.length === 0 ? (
        <Empty title={words('list.empty', { plural: label(entity.plural) })} />
      ) : (
        <Table
          caption={label(entity.plural)}
          columns={[...columnsOf(entity, label), ...more]}
          rows={rows}
          keyOf={({ id }) => id}
        />
      )}
      {rows && rows.length >= most && (
        <p className="border-t px-4 py-2">
          <Link href={listPage(name)} className="font-medium text-accent-ink hover:underline">
            {words('record.showAll')}
          </Link>
        </p>
      )}
    </Card>
  )
}

function columnsOf(entity: EntityDescription, label: (text: string) => string): Column<AnyRecord>[] {
  const fields = entity.list.flatMap((name) => entity.fields.find((field) => field.name === name) ?? [])
  return fields.map((field, index) => ({
    name: field.name,
    head: label(field.label),
    isFigure: isFigure(field),
    cell: (row) => {
      const value = row[field.name]
      if (index > 0) {
        const title = (row.titles as Record<string, string> | undefined)?.[field.name]
        return <LinkedValue field={field} value={value} title={title} />
      }
      return (
        <Link href={recordPage(entity.name, row.id)} className="font-medium text-accent-ink hover:underline">
          <FirstValue row={row} field={field} />
        </Link>
      )
    },
  }))
}

/** The way to the record: by the title of what it links to, or by a dash, which still leads there. */
function FirstValue({ row, field }: { row: AnyRecord; field: EntityDescription['fields'][number] }) {
  const words = useWords('settings')
  const value = row[field.name]
  if (value === null || value === undefined) return words('everywhere')
  const title = (row.titles as Record<string, string> | undefined)?.[field.name]
  if (field.kind === 'link') return title ?? String(value)
  return <Value field={field} value={value} />
}

function Create({ entity }: { entity: EntityDescription }) {
  const words = useWords('list')
  const label = useLabel()
  const CreateDialog = useContext(InlineCreate)
  const [isOpen, setOpen] = useState(false)
  if (!entity.verbs.includes('create') || !CreateDialog) return null
  return (
    <>
      <Button size="sm" icon={<Plus aria-hidden className="size-3.5" />} onClick={() => setOpen(true)}>
        {words('new', { label: label(entity.label) })}
      </Button>
      {isOpen && (
        <CreateDialog entity={entity} named="" onClose={() => setOpen(false)} onCreated={() => setOpen(false)} />
      )}
    </>
  )
}
