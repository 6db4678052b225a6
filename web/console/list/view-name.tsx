'use client'
import { type FormEvent, useState } from 'react'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Checkbox, Field, Input } from '#web/ui/field.tsx'
import { useWords } from '#web/words/words.tsx'

/** Asks for the name of a view. */
export function ViewName({
  title,
  name: first,
  mayShare,
  onClose,
  onSave,
}: {
  title: string
  name: string
  mayShare: boolean
  onClose: () => void
  onSave: (name: string, isShared: boolean) => Promise<void>
}) {
  const words = useWords('list')
  const ui = useWords('ui')
  const [name, setName] = useState(first)
  const [isShared, setShared] = useState(false)
  const [error, setError] = useState<string | undefined>()
  const [isBusy, setBusy] = useState(false)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    try {
      await onSave(name.trim(), isShared)
      onClose()
    } catch (reason) {
      setError(reason instanceof Error ? reason.message : String(reason))
      setBusy(false)
    }
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      width="sm"
      foot={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button look="primary" type="submit" form="view-name" isBusy={isBusy} disabled={name.trim() === ''}>
            {ui('save')}
          </Button>
        </>
      }
    >
      <form id="view-name" onSubmit={save} className="flex flex-col gap-3">
        <Field label={words('views.name')} isRequired error={error}>
          {(field) => (
            <Input
              {...field}
              data-autofocus
              maxLength={80}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          )}
        </Field>
        {mayShare && (
          <Checkbox
            label={words('views.share')}
            checked={isShared}
            onChange={(event) => setShared(event.currentTarget.checked)}
          />
        )}
      </form>
    </Dialog>
  )
}
