'use client'
import { Textarea } from '#web/ui/field.tsx'
import { type InputProps, isTable } from './input.ts'
import { useTyped } from './typed.ts'

/** An object without a schema, as JSON. */
export function RecordInput({ value, onChange, described, isDisabled }: InputProps) {
  const typed = useTyped<Record<string, unknown>>({
    value,
    onChange,
    read: readObject,
    show: (object) => JSON.stringify(object, null, 2),
  })
  return (
    <Textarea
      {...described}
      {...typed}
      dir="ltr"
      spellCheck={false}
      autoComplete="off"
      placeholder="{}"
      rows={Math.min(12, Math.max(3, typed.value.split('\n').length))}
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
