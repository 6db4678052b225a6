'use client'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { client } from '#web/data/client.ts'
import { Button } from '#web/ui/button.tsx'
import { useWords } from '#web/words/words.tsx'
import { Done, errorOf, Frame, Refused } from './frame.tsx'
import { useLinkToken } from './link-token.ts'
import { NewPassword } from './new-password.tsx'

/** Sets a new password with the link that came by mail. */
export function ResetPassword() {
  const words = useWords('signIn')
  return (
    <Frame title={words('resetTitle')} says={words('resetSays')}>
      <ResetForm />
    </Frame>
  )
}

function ResetForm() {
  const words = useWords('signIn')
  const token = useLinkToken()
  const [isDifferent, setDifferent] = useState(false)
  const reset = useMutation({
    mutationFn: (password: string) => client.call('POST /auth/password/reset', { body: { token, password } }),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const password = String(given.get('password'))
    setDifferent(password !== given.get('again'))
    if (password === given.get('again')) reset.mutate(password)
  }
  if (!token) return <p role="alert">{words('noToken')}</p>
  if (reset.isSuccess) return <Done>{words('resetDone')}</Done>
  return (
    <form className="flex flex-col gap-4" onSubmit={submit}>
      <NewPassword
        error={errorOf(reset.error, 'password')}
        againError={isDifferent ? words('different') : undefined}
        isFirst
      />
      <Refused error={reset.error} fields={['password']} />
      <Button type="submit" look="primary" size="lg" isBusy={reset.isPending}>
        {words('resetSubmit')}
      </Button>
    </form>
  )
}
