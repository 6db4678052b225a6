'use client'
import { useSearchParams } from 'next/navigation'
import { type EntityDescription, useDescription } from '#web/data/description.ts'
import { Empty, Failure, SkeletonRows } from '#web/ui/states.tsx'
import { useWords } from '#web/words/words.tsx'
import { defaultsOf } from '../inputs/inputs.tsx'
import { type TitledRecord, useEntityRecord, useVerbAction } from '../record/use-entity-record.ts'
import { EntityForm } from './entity-form.tsx'
import { formFields } from './sections.rules.ts'
import { useForm } from './use-form.ts'
import type { Values } from './values.rules.ts'

/**
 * A new record. The address may say what it begins with: `?customerId=...`, as a related list does, or `?from=<id>` to
 * begin as a copy of another.
 */
export function NewPage({ name }: { name: string }) {
  const words = useWords('form')
  const description = useDescription()
  const entity = description.data?.entities.find((each) => each.name === name)
  const from = useSearchParams().get('from') ?? undefined
  const source = useEntityRecord(from ? entity : undefined, from)
  if (description.isError) return <Failure error={description.error} retry={description.refetch} />
  if (source.isError) return <Failure error={source.error} retry={source.refetch} />
  if (!description.data || (from && !source.data)) return <SkeletonRows />
  if (!entity?.verbs.includes('create')) return <Empty title={words('mayNotCreate')} />
  return <NewForm entity={entity} {...(source.data ? { source: source.data } : {})} />
}

function NewForm({ entity, source }: { entity: EntityDescription; source?: TitledRecord }) {
  const params = useSearchParams()
  const byHand = useVerbAction(entity.name, 'create')
  const fields = byHand?.input ?? formFields(entity, true)
  const given = Object.fromEntries(
    fields.flatMap(({ name, kind }) => {
      const value = params.get(name)
      return value !== null && (kind === 'link' || kind === 'choice' || kind === 'text') ? [[name, value]] : []
    }),
  )
  // What no two records may share is not copied.
  const copied = source ? fields.filter(({ unique }) => !unique).map(({ name }) => [name, source[name]]) : []
  const blank: Values = { ...defaultsOf(fields), ...given }
  const form = useForm(fields, { ...blank, ...Object.fromEntries(copied) })
  return (
    <EntityForm
      entity={entity}
      form={form}
      route={byHand ? `${byHand.method} ${byHand.path}` : `POST ${entity.path}`}
      blank={blank}
      {...(source?.titles ? { titles: source.titles } : {})}
    />
  )
}
