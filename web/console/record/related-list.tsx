'use client'
import { useQueries } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import type { ListAnswer } from '#sdk/values'
import { client } from '#web/data/client.ts'
import type { EntityDescription } from '#web/data/description.ts'
import { type AnyRecord, useList } from '#web/data/queries.ts'
import { buttonClasses } from '#web/ui/button.tsx'
import { classes } from '#web/ui/classes.ts'
import { Link } from '#web/ui/link.tsx'
import { Empty, Failure, SkeletonRows } from '#web/ui/states.tsx'
import { useLabel, useWords } from '#web/words/words.tsx'
import { listPage, newPage, recordPage } from '../pages.ts'
import { shownOf } from '../shown.rules.ts'
import { LinkedValue, Value } from '../value.tsx'
import { isFigure } from './rows-of.tsx'

export type Related = { target: EntityDescription; field: string; id: string }

const shownMost = 8
const columnsMost = 5

/** The first rows and the count come with one call. */
const requestOf = ({ field, id }: Related) => ({ limit: shownMost, include: 'titles', filter: { [field]: id } })

const useRelated = (related: Related) => useList(related.target.name, related.target.path, requestOf(related))

/** How many there are in each of the lists, in their order; undefined until it is known. */
export function useRelatedCounts(related: readonly Related[]): (number | undefined)[] {
  return useQueries({
    queries: related.map((each) => ({
      queryKey: [each.target.name, 'list', each.target.path, requestOf(each)],
      queryFn: async ({ signal }: { signal: AbortSignal }) =>
        (await client.send(`GET ${each.target.path}`, { query: requestOf(each), signal })) as ListAnswer<AnyRecord>,
    })),
    combine: (answers) =>
      answers.map(({ data, isError }) => (isError ? 0 : data && (data.pagination.total ?? shownMost + 1))),
  })
}

export function CountMark({ count }: { count: number | undefined }) {
  if (!count) return null
  return (
    <>
      {' '}
      <span className="ms-1.5 rounded-full bg-sunken px-1.5 py-0.5 font-normal text-muted text-xs tabular-nums">
        {count}
      </span>
    </>
  )
}

/** Records that link to one: the first of them, and the way to all. */
export function RelatedList(related: Related) {
  const words = useWords('record')
  const label = useLabel()
  const { target, field, id } = related
  const list = useRelated(related)
  const add = target.verbs.includes('create') && target.form.includes(field) && (
    <Link href={`${newPage(target.name)}?${field}=${id}`} className={buttonClasses('plain', 'sm')}>
      <Plus aria-hidden className="size-3.5" />
      {words('relatedNew', { label: label(target.label) })}
    </Link>
  )
  if (list.isError) return <Failure error={list.error} retry={list.refetch} />
  if (!list.data) return <SkeletonRows rows={4} />
  if (list.data.data.length === 0) return <Empty title={words('relatedNone')} action={add} />
  return (
    <div className="min-w-0 rounded-xl border bg-surface">
      <RelatedTable target={target} field={field} rows={list.data.data} />
      <div className="flex flex-wrap items-center gap-3 border-t px-4 py-2">
        <Link
          href={`${listPage(target.name)}?filter[${field}][eq]=${id}`}
          className="me-auto font-medium text-accent-ink hover:underline"
        >
          {words('showAll')}
        </Link>
        {add}
      </div>
    </div>
  )
}

function RelatedTable({ target, field, rows }: { target: EntityDescription; field: string; rows: AnyRecord[] }) {
  const label = useLabel()
  const listed = target.list.length > 0 ? target.list : target.fields.slice(0, columnsMost).map(({ name }) => name)
  const columns = listed
    .filter((name) => name !== field)
    .flatMap((name) => target.fields.find((each) => each.name === name) ?? [])
    .slice(0, columnsMost)
  return (
    <div className="overflow-x-auto">
      <table className="w-full">
        <thead>
          <tr className="border-b text-muted text-xs">
            {columns.map((column) => (
              <th
                key={column.name}
                scope="col"
                className={classes('px-4 py-2 font-medium', isFigure(column) ? 'text-end' : 'text-start')}
              >
                {label(column.label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className="border-b last:border-0 hover:bg-sunken">
              {columns.map((column, index) => (
                <td
                  key={column.name}
                  className={classes('max-w-80 truncate px-4 py-2', isFigure(column) && 'text-end')}
                >
                  {index === 0 && column.kind !== 'link' ? (
                    <Link
                      href={recordPage(target.name, row.id)}
                      className="font-medium text-accent-ink hover:underline"
                    >
                      <Value {...shownOf(column, row)} />
                    </Link>
                  ) : (
                    <LinkedValue
                      {...shownOf(column, row)}
                      title={(row.titles as Record<string, string> | undefined)?.[column.name]}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
