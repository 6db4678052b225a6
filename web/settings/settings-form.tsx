'use client'
import { type FormEvent, useState } from 'react'
import { FormFields, FormSummary, useFocusOnFault } from '#web/console/form/form-fields.tsx'
import { useUnsavedGuard } from '#web/console/form/leaving.ts'
import { refusalText } from '#web/console/form/refusal-text.ts'
import { useForm } from '#web/console/form/use-form.ts'
import type { FieldDescription } from '#web/data/description.ts'
import { Button } from '#web/ui/button.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { useWords } from '#web/words/words.tsx'

type Values = Readonly<Record<string, unknown>>
type Props = {
  fields: readonly FieldDescription[]
  values: Values
  /** What is sent is only what was changed. Answers the values as they are then. */
  save: (changes: Record<string, unknown>) => Promise<Values>
}

/** A form that stays where it is: it is saved, and goes on. */
export function SettingsForm({ fields, values, save }: Props) {
  const words = useWords()
  const toast = useToast()
  const form = useForm(fields, pick(fields, values))
  const [isBusy, setBusy] = useState(false)
  const [round, setRound] = useState(0)
  const root = useFocusOnFault(round)
  useUnsavedGuard(form.isDirty)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!form.check()) return setRound((count) => count + 1)
    setBusy(true)
    try {
      form.reset(pick(fields, await save(form.changes())))
      toast({ text: words('settings.saved') })
    } catch (error) {
      if (!form.refuse(error)) toast({ kind: 'bad', text: refusalText(error, words('ui.unreachable')) })
      setRound((count) => count + 1)
    }
    setBusy(false)
  }
  return (
    <form ref={root} noValidate onSubmit={(event) => void submit(event)}>
      <FormSummary form={form} />
      <FormFields form={form} isBare isDisabled={isBusy} />
      <div className="mt-4 flex justify-end gap-2">
        {form.isDirty && <Button onClick={() => form.reset(form.base)}>{words('settings.undo')}</Button>}
        <Button look="primary" type="submit" isBusy={isBusy} disabled={!form.isDirty}>
          {words('ui.save')}
        </Button>
      </div>
    </form>
  )
}

const pick = (fields: readonly FieldDescription[], values: Values): Record<string, unknown> =>
  Object.fromEntries(fields.map(({ name }) => [name, values[name] ?? null]))
