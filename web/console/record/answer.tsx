'use client'
/** What an action answers, when nobody has drawn a page for it: names and values, as they are. */
import { useEffect, useState } from 'react'
import type { Money } from '#sdk/values'
import { useFormat } from '#web/ui/format.ts'
import { useLabel } from '#web/words/words.tsx'
import { isTable } from '../inputs/input.ts'
import { sentence } from '../inputs/sentence.ts'

const deepest = 6

export function Answer({ value, depth = 0 }: { value: unknown; depth?: number }) {
  const label = useLabel()
  const format = useFormat()
  if (value instanceof Blob) return <FileAnswer file={value} />
  if (value === null || value === undefined || value === '') return <span className="text-faint">–</span>
  if (isMoney(value)) return <span className="tabular-nums">{format.money(value)}</span>
  if (depth > deepest) return <code className="text-xs">{JSON.stringify(value)}</code>
  if (Array.isArray(value)) {
    return (
      <ol className="flex flex-col gap-2">
        {value.map((each, index) => (
          <li key={String(index)} className="border-s ps-3">
            <Answer value={each} depth={depth + 1} />
          </li>
        ))}
      </ol>
    )
  }
  if (isTable(value)) {
    return (
      <dl className="grid gap-1.5">
        {Object.entries(value).map(([name, each]) => (
          <div key={name} className="grid grid-cols-[minmax(6rem,30%)_minmax(0,1fr)] gap-3">
            <dt className="text-muted">{label(sentence(wordsOf(name)))}</dt>
            <dd className="min-w-0 break-words">
              <Answer value={each} depth={depth + 1} />
            </dd>
          </div>
        ))}
      </dl>
    )
  }
  return <>{typeof value === 'boolean' ? label(value ? 'Yes' : 'No') : String(value)}</>
}

const wordsOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

const isMoney = (value: unknown): value is Money =>
  isTable(value) &&
  Object.keys(value).length === 2 &&
  typeof value.amount === 'number' &&
  typeof value.currency === 'string'

function FileAnswer({ file }: { file: Blob }) {
  const label = useLabel()
  const [url, setUrl] = useState<string | undefined>()
  useEffect(() => {
    const made = URL.createObjectURL(file)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return (
    <a href={url} target="_blank" rel="noreferrer" className="font-medium text-accent-ink hover:underline">
      {label('Open the file')}
    </a>
  )
}
