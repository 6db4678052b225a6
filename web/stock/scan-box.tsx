'use client'
import { ScanBarcode } from 'lucide-react'
import { type FormEvent, useRef, useState } from 'react'
import { ApiRefusal, client } from '#web/data/client.ts'
import { useScan } from '#web/till/scan/use-scan.ts'
import { Field, Input } from '#web/ui/field.tsx'
import { useWords } from '#web/words/words.tsx'
import type { Good } from './lines.rules.ts'

/** Finds goods by barcode or SKU: typed with Enter, or scanned anywhere on the page. */
export function ScanBox({ onFound }: { onFound: (good: Good) => void }) {
  const words = useWords('stock')
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string | undefined>()
  const [said, setSaid] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const find = async (code: string) => {
    const wanted = code.trim()
    if (wanted === '') return
    setProblem(undefined)
    try {
      const { productId, name } = await client.call('GET /catalog/lookup', { query: { code: wanted } })
      onFound({ id: productId, title: name })
      setSaid(words('scanned', { name }))
      setTyped('')
    } catch (error) {
      const isUnknown = error instanceof ApiRefusal && error.status === 404
      setProblem(isUnknown ? words('unknownCode', { code: wanted }) : String((error as Error).message))
    }
    input.current?.focus()
  }
  useScan((code) => void find(code))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void find(typed)
  }
  return (
    <form onSubmit={submit} className="min-w-56 flex-1">
      <Field label={words('scan')} error={problem}>
        {(described) => (
          <Input
            {...described}
            ref={input}
            before={<ScanBarcode aria-hidden className="size-4" />}
            placeholder={words('scanHint')}
            autoComplete="off"
            maxLength={128}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value)
              setProblem(undefined)
            }}
          />
        )}
      </Field>
      <p role="status" className="sr-only">
        {said}
      </p>
    </form>
  )
}
