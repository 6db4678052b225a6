'use client'
import { type FormEvent, useId, useState } from 'react'
import { ApiRefusal } from '#web/data/client.ts'
import { useAct } from '#web/data/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Field, Input } from '#web/ui/field.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { useWords } from '#web/words/words.tsx'
import { errorAt, Refused } from './refused.tsx'
import { type Place, RoleFields } from './role-fields.tsx'
import { givenRole } from './roles-data.ts'

/** Invites somebody by mail; their account is their own from the first moment. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const words = useWords('people')
  const ui = useWords('ui')
  const toast = useToast()
  const formId = useId()
  const [email, setEmail] = useState('')
  const [place, setPlace] = useState<Place>({ role: 'role:shop_staff', shopIds: [] })
  const invite = useAct('POST /auth/invitations', 'auth.invitation')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    invite.mutate(
      { body: { email: email.trim(), ...givenRole(place.role), shopIds: [...place.shopIds] } },
      {
        onSuccess: () => {
          toast({ text: words('invited', { email: email.trim() }) })
          onClose()
        },
      },
    )
  }
  const { error } = invite
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words('invite')}
      says={words('inviteSays')}
      foot={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button look="primary" type="submit" form={formId} isBusy={invite.isPending}>
            {words('sendInvitation')}
          </Button>
        </>
      }
    >
      <form id={formId} className="flex flex-col gap-4" onSubmit={submit}>
        <Field label={words('email')} isRequired error={errorAt(error, 'email')}>
          {(field) => (
            <Input
              {...field}
              data-autofocus
              type="email"
              autoComplete="off"
              required
              value={email}
              onChange={(event) => setEmail(event.target.value)}
            />
          )}
        </Field>
        <RoleFields value={place} onChange={setPlace} error={errorAt(error, 'role') ?? errorAt(error, 'roleId')} />
        {error && !(error instanceof ApiRefusal && error.details.some(({ field }) => field)) && (
          <Refused error={error} />
        )}
      </form>
    </Dialog>
  )
}
