'use client'
/** What is typed stays as it is typed while one types; its value goes out with every key, and comes back formatted. */
import { type ChangeEvent, useState } from 'react'
import type { Unreadable } from './input.ts'
import { isUnreadable } from './input.ts'

type Typed = { text: string; value: unknown }

export function useTyped<T>({
  value,
  onChange,
  read,
  show,
}: {
  value: unknown
  onChange: (value: T | Unreadable | null) => void
  /** Undefined for what is no value. */
  read: (text: string) => T | undefined
  show: (value: T) => string
}) {
  const [typed, setTyped] = useState<Typed | undefined>()
  const shown = () => {
    if (typed && JSON.stringify(typed.value) === JSON.stringify(value ?? null)) return typed.text
    if (value === undefined || value === null) return ''
    return isUnreadable(value) ? value.unreadable : show(value as T)
  }
  const type = (text: string) => {
    const read_ = text.trim() === '' ? null : (read(text) ?? { unreadable: text })
    setTyped({ text, value: read_ })
    onChange(read_)
  }
  return {
    value: shown(),
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => type(event.target.value),
    onBlur: () => setTyped(undefined),
  }
}
