'use client'
import { Field, Input } from '#web/ui/field.tsx'
import { useWords } from '#web/words/words.tsx'

type Props = { value: string; onChange: (value: string) => void }

/** Proves that it is oneself who asks for it. */
export function PasswordField({ value, onChange }: Props) {
  const words = useWords('account')
  return (
    <Field label={words('currentPassword')} isRequired>
      {(field) => (
        <Input
          {...field}
          data-autofocus
          required
          type="password"
          autoComplete="current-password"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

export function CodeField({ value, onChange, help }: Props & { help?: string }) {
  const words = useWords('account')
  return (
    <Field label={words('code')} help={help} isRequired>
      {(field) => (
        <Input
          {...field}
          required
          inputMode="numeric"
          autoComplete="one-time-code"
          dir="ltr"
          className="max-w-40 font-mono"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
