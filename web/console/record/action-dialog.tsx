'use client'
/** An action written by hand, with the form that its input draws; what it answers is shown in its place. */
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { client } from '#web/data/client.ts'
import type { EntityDescription } from '#web/data/description.ts'
import { useRefresh } from '#web/data/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { useLabel, useWords } from '#web/words/words.tsx'
import { FormFields, FormSummary, useFocusOnFault } from '../form/form-fields.tsx'
import { refusalText } from '../form/refusal-text.ts'
import { useForm } from '../form/use-form.ts'
import { defaultsOf } from '../inputs/inputs.tsx'
import type { Offer } from './actions.rules.ts'
import { Answer } from './answer.tsx'
import { type TitledRecord, titleOfRecord } from './use-entity-record.ts'

type Props = { offer: Offer; entity: EntityDescription; record: TitledRecord; onClose: () => void }

export function ActionDialog({ offer, entity, record, onClose }: Props) {
  const { action, input } = offer
  const words = useWords()
  const label = useLabel()
  const toast = useToast()
  const refresh = useRefresh()
  const formId = useId()
  const [round, setRound] = useState(0)
  const [answer, setAnswer] = useState<{ value: unknown } | undefined>()
  const root = useFocusOnFault(round)
  const form = useForm(input, defaultsOf(input))
  const isRead = action.method === 'GET'
  const run = useMutation({
    mutationFn: () => {
      const given = isRead ? { query: form.body() } : { body: form.body() }
      return client.send(`${action.method} ${action.path}`, { params: { id: record.id }, ...given })
    },
    onSuccess: (value) => {
      if (isRead || action.answersFile) return setAnswer({ value })
      toast({ text: words('record.done', { action: label(action.label) }) })
      void refresh()
      onClose()
    },
    onError: (error) => {
      if (!form.refuse(error)) toast({ kind: 'bad', text: refusalText(error, words('ui.unreachable')) })
      setRound((count) => count + 1)
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (form.check()) run.mutate()
    else setRound((count) => count + 1)
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      width={answer ? 'lg' : 'md'}
      title={`${label(action.label)}: ${titleOfRecord(entity, record)}`}
      says={label(action.says)}
      foot={
        <>
          <Button onClick={onClose}>{words(answer ? 'ui.close' : 'ui.cancel')}</Button>
          <Button look={action.isDangerous ? 'danger' : 'primary'} type="submit" form={formId} isBusy={run.isPending}>
            {label(action.label)}
          </Button>
        </>
      }
    >
      <form id={formId} ref={root} noValidate onSubmit={submit}>
        <FormSummary form={form} />
        <FormFields form={form} isBare isDisabled={run.isPending} />
      </form>
      {answer && (
        <div aria-live="polite" className="mt-4 border-t pt-4">
          <h3 className="mb-2 font-semibold">{words('record.answer')}</h3>
          <Answer value={answer.value} />
        </div>
      )}
    </Dialog>
  )
}
