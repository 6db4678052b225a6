'use client'
import { useState } from 'react'
import { useTill } from '#web/till/core/context.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Field, Textarea } from '#web/ui/field.tsx'
import { useWords } from '#web/words/words.tsx'
import { setNote } from './cart.rules.ts'

/** A note that stands on the receipt. */
export function NoteDialog({ onClose }: { onClose: () => void }) {
  const words = useWords('till')
  const till = useTill()
  const [note, setTyped] = useState(till.desk.state.get().cart.note)
  const keep = () => {
    till.desk.change((cart) => setNote(cart, note.trim()))
    onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words('cart.note')}
      width="sm"
      foot={
        <Button size="lg" look="primary" onClick={keep}>
          {words('line.apply')}
        </Button>
      }
    >
      <Field label={words('cart.noteSays')}>
        {(described) => (
          <Textarea
            {...described}
            autoFocus
            rows={4}
            maxLength={1000}
            value={note}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  )
}
