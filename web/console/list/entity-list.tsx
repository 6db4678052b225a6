'use client'
import { useState } from 'react'
import { useDescription, useEntity } from '#web/data/description.ts'
import { useList } from '#web/data/queries.ts'
import { Card, PageHead } from '#web/ui/card.tsx'
import { Field, Input } from '#web/ui/field.tsx'
import { Link } from '#web/ui/link.tsx'
import { Empty, Failure, SkeletonRows } from '#web/ui/states.tsx'
import { useLabel, useWords } from '#web/words/words.tsx'
import { recordPage } from '../pages.ts'
import { Value } from '../value.tsx'

/** The list of any entity, drawn from its description. */
export function EntityList({ name }: { name: string }) {
  const words = useWords('list')
  const label = useLabel()
  const description = useDescription()
  const entity = useEntity(name)
  const [q, setQ] = useState('')
  const list = useList(name, entity?.path, { limit: 50, ...(q ? { q } : {}) })
  if (description.isError) return <Failure error={description.error} retry={description.refetch} />
  if (!entity) return <SkeletonRows />
  const columns = entity.fields.filter((field) => entity.list.includes(field.name))
  return (
    <>
      <PageHead title={label(entity.plural)} says={entity.says && label(entity.says)} />
      <Card isFlush>
        <div className="border-b p-3">
          <Field label={words('search', { plural: label(entity.plural) })} isLabelHidden>
            {(field) => (
              <Input
                {...field}
                type="search"
                value={q}
                onChange={(event) => setQ(event.target.value)}
                placeholder={words('search', { plural: label(entity.plural) })}
              />
            )}
          </Field>
        </div>
        {list.isError ? (
          <Failure error={list.error} retry={list.refetch} />
        ) : !list.data ? (
          <SkeletonRows />
        ) : list.data.data.length === 0 ? (
          <Empty title={words(q ? 'emptyFound' : 'empty', { plural: label(entity.plural) })} />
        ) : (
          <table className="w-full">
            <thead>
              <tr className="border-b text-start text-muted text-xs">
                {columns.map((field) => (
                  <th key={field.name} className="px-3 py-2 text-start font-medium">
                    {label(field.label)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {list.data.data.map((row) => (
                <tr key={row.id} className="border-b last:border-0 hover:bg-sunken">
                  {columns.map((field, index) => (
                    <td key={field.name} className="px-3 py-1.5">
                      {index === 0 ? (
                        <Link href={recordPage(name, row.id)} className="font-medium text-accent-ink hover:underline">
                          <Value field={field} value={row[field.name]} />
                        </Link>
                      ) : (
                        <Value field={field} value={row[field.name]} />
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Card>
    </>
  )
}
