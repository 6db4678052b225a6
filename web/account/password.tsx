'use client'
import { type FormEvent, useState } from 'react'
import { ApiRefusal } from '#web/data/client.ts'
import { useAct } from '#web/data/queries.ts'
import { errorAt, Refused } from '#web/people/refused.tsx'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { Field, Input } from '#web/ui/field.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { useWords } from '#web/words/words.tsx'

const none = { currentPassword: '', newPassword: '', again: '' }

/** A new password; every other session ends with the old one. */
export function Password() {
  const words = useWords('account')
  const toast = useToast()
  const [given, setGiven] = useState(none)
  const [differs, setDiffers] = useState(false)
  const change = useAct('POST /auth/change-password', 'auth.session')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const isSame = given.newPassword === given.again
    setDiffers(!isSame)
    if (!isSame) return
    const { currentPassword, newPassword } = given
    change.mutate(
      { body: { currentPassword, newPassword } },
      {
        onSuccess: () => {
          setGiven(none)
          toast({ text: words('passwordChanged') })
        },
      },
    )
  }
  const { error } = change
  const isWrong = error instanceof ApiRefusal && error.code === 'PASSWORD_WRONG'
  const errors = {
    currentPassword: isWrong ? error.message : errorAt(error, 'currentPassword'),
    newPassword: errorAt(error, 'newPassword') ?? errorAt(error, 'password'),
    again: differs ? words('differs') : undefined,
  }
  const isShown = Object.values(errors).some(Boolean)
  return (
    <Card title={words('password')}>
      <p className="mb-4 text-muted">{words('passwordSays')}</p>
      <form className="grid max-w-md gap-4" onSubmit={submit}>
        {(['currentPassword', 'newPassword', 'again'] as const).map((name) => (
          <Field key={name} label={words(name)} isRequired error={errors[name]}>
            {(field) => (
              <Input
                {...field}
                required
                type="password"
                autoComplete={name === 'currentPassword' ? 'current-password' : 'new-password'}
                value={given[name]}
                onChange={(event) => setGiven({ ...given, [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
        {error && !isShown && <Refused error={error} />}
        <div>
          <Button type="submit" isBusy={change.isPending}>
            {words('changePassword')}
          </Button>
        </div>
      </form>
    </Card>
  )
}
