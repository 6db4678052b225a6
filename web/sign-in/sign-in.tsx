'use client'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useEffect, useState } from 'react'
import { takePreferences } from '#web/account/preferences.ts'
import { ApiRefusal, callSession, chosenCompany } from '#web/data/client.ts'
import { Button } from '#web/ui/button.tsx'
import { Field, Input } from '#web/ui/field.tsx'
import { useIsInBrowser } from '#web/ui/in-browser.ts'
import { Mark } from '#web/ui/mark.tsx'
import { useWords } from '#web/words/words.tsx'
import { DemoPeople } from './demo-people.tsx'

type Credentials = { email: string; password: string }
type Step = {
  mfaRequired?: boolean | null
  challenge?: string | null
  user?: { language?: string | null; theme?: string | null } | null
}

/** E-mail and password, then the code of the second step where it is on. */
export function SignIn() {
  const words = useWords('signIn')
  const [challenge, setChallenge] = useState<string | undefined>()
  const signIn = useMutation({
    mutationFn: (credentials: Credentials) => callSession<Step>('POST', '/session', credentials),
    onSuccess: (step) => (step.mfaRequired && step.challenge ? setChallenge(step.challenge) : enterAs(step)),
  })
  const prove = useMutation({
    mutationFn: (code: string) => callSession<Step>('POST', '/session/second-step', { challenge, code }),
    onSuccess: enterAs,
  })
  useEffect(enterIfSignedIn, [])
  return (
    <main className="grid min-h-dvh place-items-center px-4 py-10">
      <div className="w-full max-w-sm">
        <div className="mb-6 flex flex-col items-center gap-3 text-center">
          <Mark className="size-11" />
          <h1 className="font-semibold text-2xl tracking-tight">Entrepot</h1>
          <p className="text-balance text-muted">{words('says')}</p>
        </div>
        <div className="rounded-xl border bg-surface p-5">
          {challenge ? (
            <CodeForm
              error={prove.error}
              isBusy={prove.isPending || prove.isSuccess}
              onSubmit={prove.mutate}
              onBack={() => setChallenge(undefined)}
            />
          ) : (
            <PasswordForm error={signIn.error} isBusy={signIn.isPending || signIn.isSuccess} onSubmit={signIn.mutate} />
          )}
        </div>
        {!challenge && <DemoPeople isBusy={signIn.isPending || signIn.isSuccess} onChoose={signIn.mutate} />}
      </div>
    </main>
  )
}

async function enterAs({ user }: Step): Promise<void> {
  if (user) await takePreferences(user).catch(() => undefined)
  enter()
}

/** Where the person was going, if that is here. */
function enter(): void {
  chosenCompany.write(null)
  const to = new URLSearchParams(location.search).get('to') ?? '/'
  location.assign(/^\/(?![/\\])/.test(to) ? to : '/')
}

/** A link from a mail brings no cookie with its first request; the session may be there all the same. */
function enterIfSignedIn(): void {
  callSession<{ isSignedIn: boolean }>('GET', '/session').then(
    ({ isSignedIn }) => isSignedIn && enter(),
    () => undefined,
  )
}

type FormProps<T> = { error: Error | null; isBusy: boolean; onSubmit: (given: T) => void }

function PasswordForm({ error, isBusy, onSubmit }: FormProps<Credentials>) {
  const words = useWords('signIn')
  const isReady = useIsInBrowser()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    onSubmit({ email: String(given.get('email')), password: String(given.get('password')) })
  }
  return (
    <form className="flex flex-col gap-4" onSubmit={submit}>
      <Field label={words('email')} error={errorOf(error, 'email')}>
        {(field) => (
          <Input {...field} name="email" type="email" autoComplete="username" required autoFocus className="h-10" />
        )}
      </Field>
      <Field label={words('password')} error={errorOf(error, 'password')}>
        {(field) => (
          <Input {...field} name="password" type="password" autoComplete="current-password" required className="h-10" />
        )}
      </Field>
      <Refused error={error} />
      {/* Before its script is there the browser would send the form by itself, with the password in the address. */}
      <Button type="submit" look="primary" size="lg" isBusy={isBusy} disabled={!isReady}>
        {words('submit')}
      </Button>
      <a href="/forgot-password" className="text-center text-[0.8125rem] text-accent-ink hover:underline">
        {words('forgot')}
      </a>
    </form>
  )
}

function CodeForm({ error, isBusy, onSubmit, onBack }: FormProps<string> & { onBack: () => void }) {
  const words = useWords('signIn')
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    onSubmit(String(new FormData(event.currentTarget).get('code')).replaceAll(' ', ''))
  }
  return (
    <form className="flex flex-col gap-4" onSubmit={submit}>
      <Field label={words('code')} help={words('codeHelp')}>
        {(field) => <Input {...field} name="code" autoComplete="one-time-code" required autoFocus className="h-10" />}
      </Field>
      <Refused error={error} />
      <Button type="submit" look="primary" size="lg" isBusy={isBusy}>
        {words('submit')}
      </Button>
      <Button look="quiet" onClick={onBack}>
        {words('back')}
      </Button>
    </form>
  )
}

const errorOf = (error: Error | null, field: string): string | undefined =>
  error instanceof ApiRefusal ? error.details.find((detail) => detail.field === field)?.message : undefined

function Refused({ error }: { error: Error | null }) {
  const words = useWords('ui')
  if (!error) return null
  return (
    <p role="alert" className="rounded-md bg-bad-soft px-3 py-2 text-bad-ink">
      {error instanceof ApiRefusal ? error.message : words('unreachable')}
    </p>
  )
}
