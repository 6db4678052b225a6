'use client'
import { Field, Input } from '#web/ui/field.tsx'
import { useWords } from '#web/words/words.tsx'

/** A new password, twice: what is typed unseen is easily typed wrong. */
export function NewPassword({
  error,
  againError,
  isFirst = false,
}: {
  error: string | undefined
  againError: string | undefined
  isFirst?: boolean
}) {
  const words = useWords('signIn')
  const shared = { type: 'password', autoComplete: 'new-password', required: true, className: 'h-10' } as const
  return (
    <>
      <Field label={words('newPassword')} help={words('passwordHelp')} error={error}>
        {(field) => <Input {...field} {...shared} name="password" autoFocus={isFirst} />}
      </Field>
      <Field label={words('again')} error={againError}>
        {(field) => <Input {...field} {...shared} name="again" />}
      </Field>
    </>
  )
}
