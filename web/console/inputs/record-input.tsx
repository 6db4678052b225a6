'use client'
import { Textarea } from '#web/ui/field.tsx'
import { type InputProps, isTable } from './input.ts'
import { useTyped } from './typed.ts'

/** An object without a schema, as JSON. */
export function RecordInput({ value, onChange, described, isDisabled }: InputProps) {
  // It stays as it was typed: written anew it would grow under the pointer that is on its way to a button.
  const { value: text, onChange: type } = useTyped<Record<string, unknown>>({
    value,
    onChange,
    read: readObject,
    show: (object) => JSON.stringify(object, null, 2),
  })
  return (
    <Textarea
      {...described}
      value={text}
      onChange={type}
      dir="ltr"
      spellCheck={false}
      autoComplete="off"
      placeholder="{}"
      rows={Math.min(12, Math.max(3, text.split('\n').length))}
      disabled={isDisabled}
      className="font-mono text-[0.8125rem]"
    />
  )
}

function readObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isTable(value) ? value : undefined
  } catch {
    return undefined
  }
}
