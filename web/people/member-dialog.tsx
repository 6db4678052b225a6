'use client'
import { type FormEvent, useId, useState } from 'react'
import type { AuthListMembersAnswer } from '#sdk/auth'
import { useAct } from '#web/data/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { useWords } from '#web/words/words.tsx'
import { errorAt, Refused } from './refused.tsx'
import { type Place, RoleFields } from './role-fields.tsx'
import { givenRole, keyOfRole } from './roles-data.ts'

/** Gives a person another role or other shops; they feel it at once, without signing in again. */
export function MemberDialog({ member, onClose }: { member: AuthListMembersAnswer; onClose: () => void }) {
  const words = useWords('people')
  const ui = useWords('ui')
  const toast = useToast()
  const formId = useId()
  const [place, setPlace] = useState<Place>({ role: keyOfRole(member), shopIds: member.shopIds ?? [] })
  const change = useAct('PATCH /users/:id', 'auth.user')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const version = member.version ? { version: member.version } : {}
    change.mutate(
      { params: { id: member.id }, body: { ...givenRole(place.role), shopIds: [...place.shopIds], ...version } },
      {
        onSuccess: () => {
          toast({ text: words('changed', { name: member.name ?? '' }) })
          onClose()
        },
      },
    )
  }
  const { error } = change
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words('changeTitle', { name: member.name ?? '' })}
      says={member.email}
      foot={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button look="primary" type="submit" form={formId} isBusy={change.isPending}>
            {ui('save')}
          </Button>
        </>
      }
    >
      <form id={formId} className="flex flex-col gap-4" onSubmit={submit}>
        <RoleFields value={place} onChange={setPlace} error={errorAt(error, 'role') ?? errorAt(error, 'roleId')} />
        <Refused error={error} />
      </form>
    </Dialog>
  )
}
