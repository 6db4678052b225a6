'use client'
import { type EntityDescription, useDescription } from '#web/data/description.ts'
import { Empty, Failure, SkeletonRows } from '#web/ui/states.tsx'
import { useWords } from '#web/words/words.tsx'
import { type TitledRecord, useEntityRecord, useVerbAction } from '../record/use-entity-record.ts'
import { EntityForm } from './entity-form.tsx'
import { formFields } from './sections.rules.ts'
import { useForm } from './use-form.ts'

/** Changes a record that is there. */
export function EditPage({ name, id }: { name: string; id: string }) {
  const words = useWords('form')
  const description = useDescription()
  const entity = description.data?.entities.find((each) => each.name === name)
  const mayEdit = entity?.verbs.includes('update') === true
  const record = useEntityRecord(mayEdit ? entity : undefined, id, { isFresh: true })
  if (description.isError) return <Failure error={description.error} retry={description.refetch} />
  if (!description.data) return <SkeletonRows />
  if (!entity || !mayEdit) return <Empty title={words('mayNotEdit')} />
  if (record.isError) return <Failure error={record.error} retry={record.refetch} />
  if (!record.isFetchedAfterMount || !record.data) return <SkeletonRows />
  return <EditForm entity={entity} record={record.data} />
}

/** Keeps the record as it was when the form was opened: what is read again meanwhile is the conflict's to show. */
function EditForm({ entity, record }: { entity: EntityDescription; record: TitledRecord }) {
  const byHand = useVerbAction(entity.name, 'update')
  const fields = byHand?.input.filter(({ name }) => name !== 'id' && name !== 'version') ?? formFields(entity, false)
  const form = useForm(fields, Object.fromEntries(fields.map(({ name }) => [name, record[name]])))
  return (
    <EntityForm
      entity={entity}
      form={form}
      record={record}
      route={byHand ? `${byHand.method} ${byHand.path}` : `PATCH ${entity.path}/:id`}
      {...(record.titles ? { titles: record.titles } : {})}
    />
  )
}
