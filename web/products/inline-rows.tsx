'use client'
/** A few records that belong to a product, added to and taken from on the spot. */
import { useMutation } from '@tanstack/react-query'
import { Plus, Trash2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { FormFields, useFocusOnFault } from '#web/console/form/form-fields.tsx'
import { refusalText } from '#web/console/form/refusal-text.ts'
import { useForm } from '#web/console/form/use-form.ts'
import { client } from '#web/data/client.ts'
import { type EntityDescription, useEntity } from '#web/data/description.ts'
import { type AnyRecord, useList, useRefresh } from '#web/data/queries.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { useConfirm } from '#web/ui/confirm.tsx'
import { Empty, Failure, SkeletonRows } from '#web/ui/states.tsx'
import { type Column, Table } from '#web/ui/table.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { useWords } from '#web/words/words.tsx'

export type InlineRow = AnyRecord & { titles?: Record<string, string> }
type Props = {
  name: string
  productId: string
  title: string
  empty: string
  emptySays: string
  columns: Column<InlineRow>[]
  titleOf: (row: InlineRow) => string
  /** The words on the button that adds one. */
  addLabel: string
  /** Fields of the form, and what a new one begins with. */
  fields: readonly string[]
  defaults?: Record<string, unknown>
}
const shownMost = 100

export function InlineRows(props: Props) {
  const { name, productId, title, empty, emptySays, columns, titleOf, addLabel, fields, defaults = {} } = props
  const words = useWords('product')
  const entity = useEntity(name)
  const remove = useRemove(entity, titleOf)
  const list = useList(name, entity?.path, { limit: shownMost, include: 'titles', filter: { productId } })
  if (!entity) return null
  const mayRemove = entity.verbs.includes('delete')
  const rows = list.data?.data as InlineRow[] | undefined
  const all: Column<InlineRow>[] = [
    ...columns,
    ...(mayRemove
      ? [
          {
            ...{ name: 'remove', head: <span className="sr-only">{words('inline.actions')}</span>, isFigure: true },
            cell: (row: InlineRow) => (
              <IconButton
                label={words('inline.remove', { name: titleOf(row) })}
                size="sm"
                onClick={() => void remove(row)}
                icon={<Trash2 aria-hidden className="size-4" />}
              />
            ),
          },
        ]
      : []),
  ]
  return (
    <Card isFlush title={title}>
      {list.isError ? (
        <Failure error={list.error} retry={list.refetch} />
      ) : !rows ? (
        <SkeletonRows rows={2} />
      ) : rows.length === 0 ? (
        <Empty title={empty}>{emptySays}</Empty>
      ) : (
        <Table caption={title} columns={all} rows={rows} keyOf={({ id }) => id} />
      )}
      {entity.verbs.includes('create') && (
        <AddRow entity={entity} productId={productId} names={fields} defaults={defaults} label={addLabel} />
      )}
    </Card>
  )
}

function useRemove(entity: EntityDescription | undefined, titleOf: (row: InlineRow) => string) {
  const words = useWords()
  const confirm = useConfirm()
  const toast = useToast()
  const refresh = useRefresh()
  return async (row: InlineRow) => {
    if (!entity) return
    const title = titleOf(row)
    const question = { title: words('record.deleteAsk', { title }), says: words('record.deleteSays') }
    if (!(await confirm({ ...question, verb: words('record.delete'), isDangerous: true }))) return
    try {
      const { id, version } = row
      await client.send(`DELETE ${entity.path}/:id`, { params: { id }, ...(version ? { version } : {}) })
      toast({ text: words('record.deleted', { title }) })
    } catch (error) {
      toast({ kind: 'bad', text: refusalText(error, words('ui.unreachable')) })
    }
    await refresh(entity.name)
  }
}

function AddRow({
  entity,
  productId,
  names,
  defaults,
  label,
}: {
  entity: EntityDescription
  productId: string
  names: readonly string[]
  defaults: Record<string, unknown>
  label: string
}) {
  const words = useWords()
  const toast = useToast()
  const refresh = useRefresh()
  const [round, setRound] = useState(0)
  const root = useFocusOnFault(round)
  const fields = names.flatMap((name) => entity.fields.find((field) => field.name === name) ?? [])
  const form = useForm(fields, defaults)
  const add = useMutation({
    mutationFn: () => client.send(`POST ${entity.path}`, { body: { ...form.body(), productId } }),
    onSuccess: async () => {
      form.reset(defaults)
      await refresh(entity.name)
    },
    onError: (error) => {
      if (!form.refuse(error)) toast({ kind: 'bad', text: refusalText(error, words('ui.unreachable')) })
      setRound((count) => count + 1)
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (form.check()) add.mutate()
    else setRound((count) => count + 1)
  }
  return (
    <form ref={root} onSubmit={submit} noValidate className="border-t p-4">
      <FormFields form={form} isBare isDisabled={add.isPending} />
      <Button
        type="submit"
        size="sm"
        className="mt-3"
        isBusy={add.isPending}
        icon={<Plus aria-hidden className="size-3.5" />}
      >
        {label}
      </Button>
    </form>
  )
}
