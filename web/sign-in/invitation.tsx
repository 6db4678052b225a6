'use client'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ApiRefusal, client } from '#web/data/client.ts'
import { Button } from '#web/ui/button.tsx'
import { Field, Input } from '#web/ui/field.tsx'
import { useWords } from '#web/words/words.tsx'
import { Done, errorOf, Frame, Refused } from './frame.tsx'
import { useLinkToken } from './link-token.ts'
import { NewPassword } from './new-password.tsx'

type Newcomer = { name: string; password: string }

/** Accepts an invitation. Who has an account needs no more than the link; a newcomer gives a name and a password. */
export function Invitation() {
  const words = useWords('signIn')
  return (
    <Frame title={words('inviteTitle')} says={words('inviteSays')}>
      <Accept />
    </Frame>
  )
}

function Accept() {
  const words = useWords('signIn')
  const token = useLinkToken()
  const [isNew, setNew] = useState(false)
  const [isDifferent, setDifferent] = useState(false)
  const accept = useMutation({
    mutationFn: (given: Newcomer | undefined) =>
      client.call('POST /auth/invitations/accept', { body: { token, ...given } }),
    onError: (error, given) => {
      if (!given && needsAccount(error)) setNew(true)
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!isNew) return accept.mutate(undefined)
    const given = new FormData(event.currentTarget)
    const password = String(given.get('password'))
    setDifferent(password !== given.get('again'))
    if (password === given.get('again')) accept.mutate({ name: String(given.get('name')), password })
  }
  if (!token) return <p role="alert">{words('noToken')}</p>
  if (accept.isSuccess) return <Done>{words('inviteDone')}</Done>
  // That an account is needed was an answer to a question of ours, not something that one did wrong.
  const error = accept.variables ? accept.error : needsAccount(accept.error) ? null : accept.error
  return (
    <form className="flex flex-col gap-4" onSubmit={submit}>
      {isNew && (
        <>
          <p className="text-muted">{words('inviteNew')}</p>
          <Field label={words('name')} error={errorOf(error, 'name')}>
            {(field) => <Input {...field} name="name" autoComplete="name" required autoFocus className="h-10" />}
          </Field>
          <NewPassword error={errorOf(error, 'password')} againError={isDifferent ? words('different') : undefined} />
        </>
      )}
      <Refused error={error} fields={['name', 'password']} />
      <Button type="submit" look="primary" size="lg" isBusy={accept.isPending}>
        {words('inviteSubmit')}
      </Button>
    </form>
  )
}

const needsAccount = (error: unknown): boolean =>
  error instanceof ApiRefusal &&
  error.code === 'VALIDATION_FAILED' &&
  error.details.some(({ field }) => field === 'password')
