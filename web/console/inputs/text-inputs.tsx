'use client'
/** Texts of every kind. */
import { Input, Textarea } from '#web/ui/field.tsx'
import type { InputProps } from './input.ts'
import { suggestionsFor } from './suggestions.ts'

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

type Attributes = {
  type?: 'text' | 'email' | 'tel' | 'url' | 'password'
  autoComplete?: string
  /** Identifiers and addresses are not words: nothing corrects them, and they run left to right in every language. */
  isPlain?: boolean
}

function textInput({ type = 'text', autoComplete = 'off', isPlain = false }: Attributes) {
  return function TextInput({ field, value, onChange, described, isDisabled }: InputProps) {
    const suggestions = suggestionsFor(field)
    const listId = suggestions ? `${described.id}-suggestions` : undefined
    return (
      <>
        <Input
          {...described}
          type={type}
          autoComplete={autoComplete}
          value={textOf(value)}
          onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
          disabled={isDisabled}
          placeholder={field.example === undefined || type === 'password' ? undefined : String(field.example)}
          list={listId}
          {...(isPlain ? { dir: 'ltr', autoCapitalize: 'none', spellCheck: false, className: 'rtl:text-end' } : {})}
        />
        {suggestions && (
          <datalist id={listId}>
            {suggestions.map((word) => (
              <option key={word} value={word} />
            ))}
          </datalist>
        )}
      </>
    )
  }
}

export const TextInput = textInput({})
export const CodeInput = textInput({ isPlain: true })
export const EmailInput = textInput({ type: 'email', isPlain: true })
export const PhoneInput = textInput({ type: 'tel', isPlain: true })
export const UrlInput = textInput({ type: 'url', isPlain: true })
export const SecretInput = textInput({ type: 'password', autoComplete: 'new-password', isPlain: true })

export function NoteInput({ value, onChange, described, isDisabled }: InputProps) {
  return (
    <Textarea
      {...described}
      value={textOf(value)}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      disabled={isDisabled}
    />
  )
}
