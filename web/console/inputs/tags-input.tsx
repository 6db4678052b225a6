'use client'
import { X } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { useWords } from '#web/words/words.tsx'
import type { InputProps } from './input.ts'

const longestTag = 64
/** It looks like one field, and shows the state of the field in it. */
const edges = `hover:border-line-strong has-[input[aria-invalid]]:border-bad
  has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-accent`

/** Short words: Enter or a comma adds one, the backspace key takes the last one back. */
export function TagsInput({ value, onChange, described, isDisabled }: InputProps) {
  const words = useWords('inputs')
  const [text, setText] = useState('')
  const tags = Array.isArray(value) ? (value as string[]) : []
  const set = (next: string[]) => onChange(next.length === 0 ? null : next)
  const add = (typed: string) => {
    const more = typed.split(/[,;\n]/).flatMap((word) => word.trim().slice(0, longestTag) || [])
    if (more.length > 0) set([...new Set([...tags, ...more])])
    setText('')
  }
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && text.trim() !== '') {
      event.preventDefault()
      add(text)
    }
    if (event.key === 'Backspace' && text === '') set(tags.slice(0, -1))
  }
  return (
    <span className={`flex min-h-8 flex-wrap items-center gap-1 rounded-md border bg-surface px-1.5 py-1 ${edges}`}>
      {tags.map((tag) => (
        <span key={tag} className="inline-flex items-center gap-1 rounded bg-sunken ps-1.5 text-[0.8125rem]">
          {tag}
          {!isDisabled && (
            <button
              type="button"
              aria-label={words('removeTag', { tag })}
              className="flex size-6 items-center justify-center rounded text-muted hover:text-ink"
              onClick={() => set(tags.filter((each) => each !== tag))}
            >
              <X aria-hidden className="size-3.5" />
            </button>
          )}
        </span>
      ))}
      <input
        {...described}
        className="min-w-20 flex-1 bg-transparent px-1 outline-none"
        value={text}
        autoComplete="off"
        placeholder={tags.length === 0 ? words('tags') : undefined}
        disabled={isDisabled}
        onChange={(event) =>
          /[,;\n]/.test(event.target.value) ? add(event.target.value) : setText(event.target.value)
        }
        onKeyDown={press}
        onBlur={() => add(text)}
      />
    </span>
  )
}
