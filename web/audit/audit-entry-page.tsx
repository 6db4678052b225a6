'use client'
import { useEntity } from '#web/data/description.ts'
import { useRoute } from '#web/data/queries.ts'
import { Card, PageHead } from '#web/ui/card.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { Failure, SkeletonRows } from '#web/ui/states.tsx'
import { type Column, Table } from '#web/ui/table.tsx'
import { useLabel, useWords } from '#web/words/words.tsx'
import { recordPage } from '../console/pages.ts'
import { LinkedValue, sentence } from '../console/value.tsx'

type Change = { name: string; before: unknown; after: unknown }

/** One entry: who, what and when, each field before and after, and the seals that tie it to its neighbours. */
export function AuditEntryPage({ id }: { id: string }) {
  const words = useWords('audit')
  const format = useFormat()
  const entry = useRoute('audit.entry', 'GET /audit/logs/:id', { params: { id } })
  if (entry.isError) return <Failure error={entry.error} retry={entry.refetch} />
  if (!entry.data) return <SkeletonRows />
  const { action, at, actorName, resourceType, resourceId, requestId, position, seal, previousSeal } = entry.data
  const facts = [
    [words('who'), actorName],
    [words('when'), format.moment(at)],
    [words('position'), format.decimal(position)],
    [words('request'), <code key="request">{requestId}</code>],
    [words('seal'), <code key="seal">{seal}</code>],
    [words('previousSeal'), <code key="previous">{previousSeal}</code>],
  ] as const
  return (
    <>
      <PageHead
        title={action}
        trail={
          <Link href="/audit" className="hover:underline">
            {words('title')}
          </Link>
        }
        actions={
          <Link href={recordPage(resourceType, resourceId)} className="text-accent-ink hover:underline">
            {words('openRecord')}
          </Link>
        }
      />
      <div className="grid gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <Changes resourceType={resourceType} before={entry.data.before} after={entry.data.after} />
        <Card>
          <dl className="grid gap-3">
            {facts.map(([name, value]) => (
              <div key={name}>
                <dt className="text-[0.8125rem] text-muted">{name}</dt>
                <dd className="break-all">{value}</dd>
              </div>
            ))}
          </dl>
        </Card>
      </div>
    </>
  )
}

type ChangesProps = {
  resourceType: string
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

function Changes({ resourceType, before, after }: ChangesProps) {
  const words = useWords('audit')
  const label = useLabel()
  const entity = useEntity(resourceType)
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
  const rows = names
    .map((name): Change => ({ name, before: before?.[name], after: after?.[name] }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after))
  const shown = (name: string, value: unknown) => {
    const field = entity?.fields.find((each) => each.name === name)
    if (field) return <LinkedValue field={field} value={value} />
    return value === undefined || value === null ? '–' : <code className="text-xs">{JSON.stringify(value)}</code>
  }
  const columns: Column<Change>[] = [
    {
      name: 'field',
      head: words('field'),
      cell: ({ name }) => label(entity?.fields.find((field) => field.name === name)?.label ?? sentence(name)),
    },
    { name: 'before', head: words('before'), cell: ({ name, before: value }) => shown(name, value) },
    { name: 'after', head: words('after'), cell: ({ name, after: value }) => shown(name, value) },
  ]
  return (
    <Card title={words('changes')} isFlush>
      {rows.length === 0 ? (
        <p className="p-4 text-muted">{words('noChanges')}</p>
      ) : (
        <Table caption={words('changes')} columns={columns} rows={rows} keyOf={({ name }) => name} />
      )}
    </Card>
  )
}
