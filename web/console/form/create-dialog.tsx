'use client'
/** A new record made in passing, beside the page that needs it. */
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { client } from '#web/data/client.ts'
import { type AnyRecord, useRefresh } from '#web/data/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { useLabel, useWords } from '#web/words/words.tsx'
import type { InlineCreateProps } from '../inputs/inline-create.ts'
import { defaultsOf } from '../inputs/inputs.tsx'
import { foundOf } from '../inputs/link-search.ts'
import { FormFields, FormSummary, useFocusOnFault } from './form-fields.tsx'
import { refusalText } from './refusal-text.ts'
import { formFields } from './sections.rules.ts'
import { useForm } from './use-form.ts'

export function CreateDialog({ entity, named, onClose, onCreated }: InlineCreateProps) {
  const words = useWords()
  const label = useLabel()
  const toast = useToast()
  const refresh = useRefresh()
  const formId = useId()
  const [round, setRound] = useState(0)
  const fields = formFields(entity, true)
  const titled = named && fields.some(({ name }) => name === entity.title) ? { [entity.title]: named } : {}
  const form = useForm(fields, { ...defaultsOf(fields), ...titled })
  const root = useFocusOnFault(round)
  const create = useMutation({
    mutationFn: () => client.send(`POST ${entity.path}`, { body: form.body() }) as Promise<AnyRecord>,
    onSuccess: async (row) => {
      await refresh(entity.name)
      const found = foundOf(entity, row)
      toast({ text: words('inputs.created', { title: found.title }) })
      onCreated(found)
    },
    onError: (error) => {
      if (!form.refuse(error)) toast({ kind: 'bad', text: refusalText(error, words('ui.unreachable')) })
      setRound((count) => count + 1)
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    if (form.check()) create.mutate()
    else setRound((count) => count + 1)
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      place="side"
      title={words('inputs.create', { label: label(entity.label) })}
      foot={
        <>
          <Button onClick={onClose}>{words('ui.cancel')}</Button>
          <Button look="primary" type="submit" form={formId} isBusy={create.isPending}>
            {words('ui.save')}
          </Button>
        </>
      }
    >
      <form id={formId} ref={root} noValidate onSubmit={submit}>
        <FormSummary form={form} />
        <FormFields form={form} isBare isDisabled={create.isPending} />
      </form>
    </Dialog>
  )
}
