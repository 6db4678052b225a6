'use client'
/** The form of any entity: a new record, or one that is there. */
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { type FormEvent, useEffect, useState } from 'react'
import { client } from '#web/data/client.ts'
import type { EntityDescription } from '#web/data/description.ts'
import { type AnyRecord, useRefresh } from '#web/data/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { PageHead } from '#web/ui/card.tsx'
import { Kbd } from '#web/ui/kbd.tsx'
import { Link } from '#web/ui/link.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { useLabel, useWords } from '#web/words/words.tsx'
import { listPage, recordPage } from '../pages.ts'
import { type TitledRecord, titleOfRecord } from '../record/use-entity-record.ts'
import { ConflictDialog } from './conflict-dialog.tsx'
import { FormFields, FormSummary, useFocusOnFault } from './form-fields.tsx'
import { useUnsavedGuard } from './leaving.ts'
import { refusalText } from './refusal-text.ts'
import { useConflict } from './use-conflict.ts'
import type { Form } from './use-form.ts'

type Props = {
  entity: EntityDescription
  form: Form
  /** The record that is changed; undefined for a new one. */
  record?: TitledRecord
  titles?: Readonly<Record<string, string>>
  /** Where it is sent to. */
  route: string
  /** What a further new record begins with. */
  blank?: Readonly<Record<string, unknown>>
}

export function EntityForm({ entity, form, record, titles, route, blank = {} }: Props) {
  const words = useWords()
  const label = useLabel()
  const toast = useToast()
  const router = useRouter()
  const refresh = useRefresh()
  const [round, setRound] = useState(0)
  const root = useFocusOnFault(round)
  const release = useUnsavedGuard(form.isDirty)
  const conflict = useConflict(entity, record, form)
  const leave = async (id: string) => {
    await release()
    router.replace(recordPage(entity.name, id))
  }
  const save = useMutation({
    mutationFn: (sending: Sending) => send(route, record, sending),
    onSuccess: async (saved, { isMore }) => {
      conflict.close()
      toast({ text: words(record ? 'form.saved' : 'form.created', { title: titleOfRecord(entity, saved) }) })
      void refresh(entity.name)
      if (isMore) {
        form.reset(blank)
        root.current?.querySelector<HTMLElement>('input, select, textarea, button')?.focus()
        return
      }
      await leave(saved.id)
    },
    onError: async (error) => {
      if (await conflict.arises(error)) return
      if (!form.refuse(error)) toast({ kind: 'bad', text: refusalText(error, words('ui.unreachable')) })
      setRound((count) => count + 1)
    },
  })
  const submit = (isMore: boolean) => {
    if (save.isPending) return
    if (record && !form.isDirty) {
      toast({ text: words('form.unchanged') })
      router.replace(recordPage(entity.name, record.id))
    } else if (form.check())
      save.mutate(record ? { isMore, body: form.changes(), version: conflict.version } : { isMore, body: form.body() })
    else setRound((count) => count + 1)
  }
  const settle = (chosen: Parameters<typeof conflict.settle>[0]) => {
    const rest = conflict.settle(chosen)
    if (rest && Object.keys(rest.body).length > 0) save.mutate({ isMore: false, ...rest })
    else if (record) void leave(record.id)
  }
  useSaveKey(root)
  const title = record ? titleOfRecord(entity, record) : undefined
  return (
    <form
      ref={root}
      noValidate
      className="mx-auto max-w-4xl"
      onSubmit={(event: FormEvent<HTMLFormElement>) => {
        event.preventDefault()
        submit(false)
      }}
    >
      <PageHead
        trail={
          <Link href={listPage(entity.name)} className="hover:text-ink hover:underline">
            {label(entity.plural)}
          </Link>
        }
        title={title === undefined ? words('form.new', { label: label(entity.label) }) : words('form.edit', { title })}
      />
      <FormSummary form={form} />
      <div className="rounded-xl border bg-surface p-4 sm:p-5">
        <FormFields form={form} isDisabled={save.isPending} {...(titles ? { titles } : {})} />
      </div>
      <div className="sticky bottom-0 z-10 mt-4 flex flex-wrap justify-end gap-2 border-t bg-ground py-3">
        <Button onClick={() => router.back()} className="me-auto">
          {words('ui.cancel')}
        </Button>
        {!record && (
          <Button disabled={save.isPending} onClick={() => submit(true)}>
            {words('form.saveAndNew')}
          </Button>
        )}
        <Button look="primary" type="submit" isBusy={save.isPending} aria-keyshortcuts="Control+S">
          {words('form.save')}
          <span aria-hidden className="hidden sm:inline">
            <Kbd>Ctrl S</Kbd>
          </span>
        </Button>
      </div>
      {conflict.conflicts && (
        <ConflictDialog
          conflicts={conflict.conflicts}
          fields={form.fields}
          isBusy={save.isPending}
          onClose={conflict.close}
          onSettle={settle}
        />
      )}
    </form>
  )
}

type Sending = { isMore: boolean; body: object; version?: number | undefined }

function send(route: string, record: AnyRecord | undefined, { body, version }: Sending): Promise<AnyRecord> {
  const call = record ? { params: { id: record.id }, body, ...(version ? { version } : {}) } : { body }
  return client.send(route, call) as Promise<AnyRecord>
}

/** Ctrl+S, or Command+S: what one's hand does anyway. */
function useSaveKey(root: React.RefObject<HTMLFormElement | null>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey) return
      event.preventDefault()
      root.current?.requestSubmit()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [root])
}
