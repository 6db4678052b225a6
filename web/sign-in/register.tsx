'use client'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { client } from '#web/data/client.ts'
import { Button } from '#web/ui/button.tsx'
import { Field, Input } from '#web/ui/field.tsx'
import { useWords } from '#web/words/words.tsx'
import { Done, errorOf, Frame, Refused } from './frame.tsx'
import { NewPassword } from './new-password.tsx'

type Given = { name: string; email: string; password: string; companySlug?: string }

/** Signs up as a customer of the company that `?company=` names. The answer is the same for a known address. */
export function Register() {
  const words = useWords('signIn')
  return (
    <Frame title={words('registerTitle')} says={words('registerSays')}>
      <RegisterForm />
    </Frame>
  )
}

function RegisterForm() {
  const words = useWords('signIn')
  const [isDifferent, setDifferent] = useState(false)
  const register = useMutation({ mutationFn: (body: Given) => client.call('POST /auth/register', { body }) })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>
    const { name = '', email = '', password = '', again = '' } = given
    const company = new URLSearchParams(location.search).get('company')
    setDifferent(password !== again)
    if (password === again) register.mutate({ name, email, password, ...(company ? { companySlug: company } : {}) })
  }
  if (register.isSuccess) return <Done>{words('registerDone')}</Done>
  const { error } = register
  return (
    <form className="flex flex-col gap-4" onSubmit={submit}>
      <Field label={words('name')} error={errorOf(error, 'name')}>
        {(field) => <Input {...field} name="name" autoComplete="name" required autoFocus className="h-10" />}
      </Field>
      <Field label={words('email')} error={errorOf(error, 'email')}>
        {(field) => <Input {...field} name="email" type="email" autoComplete="username" required className="h-10" />}
      </Field>
      <NewPassword error={errorOf(error, 'password')} againError={isDifferent ? words('different') : undefined} />
      <Refused error={error} fields={['name', 'email', 'password']} />
      <Button type="submit" look="primary" size="lg" isBusy={register.isPending}>
        {words('registerSubmit')}
      </Button>
    </form>
  )
}
