'use client'
import { useMutation } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { client } from '#web/data/client.ts'
import { Button } from '#web/ui/button.tsx'
import { Field, Input } from '#web/ui/field.tsx'
import { useWords } from '#web/words/words.tsx'
import { Done, errorOf, Frame, Refused } from './frame.tsx'

/** Asks for a link. The answer is the same whether the address is known or not. */
export function ForgotPassword() {
  const words = useWords('signIn')
  const ask = useMutation({
    mutationFn: (email: string) => client.call('POST /auth/password/forgot', { body: { email } }),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    ask.mutate(String(new FormData(event.currentTarget).get('email')))
  }
  return (
    <Frame title={words('forgotTitle')} says={words('forgotSays')}>
      {ask.isSuccess ? (
        <Done>{words('forgotSent')}</Done>
      ) : (
        <form className="flex flex-col gap-4" onSubmit={submit}>
          <Field label={words('email')} error={errorOf(ask.error, 'email')}>
            {(field) => (
              <Input {...field} name="email" type="email" autoComplete="username" required autoFocus className="h-10" />
            )}
          </Field>
          <Refused error={ask.error} fields={['email']} />
          <Button type="submit" look="primary" size="lg" isBusy={ask.isPending}>
            {words('forgotSubmit')}
          </Button>
        </form>
      )}
    </Frame>
  )
}
