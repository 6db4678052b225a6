'use client'
import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '#web/words/words.tsx'
import { Button } from './button.tsx'
import { Field, Input } from './field.tsx'

/** Something to be taken along, such as a key that is shown once. */
export function CopyField({ label, value, help }: { label: string; value: string; help?: string }) {
  const words = useWords('ui')
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(value).catch(() => undefined)
    setCopied(true)
  }
  return (
    <Field label={label} help={help}>
      {(field) => (
        <span className="flex gap-2">
          <Input
            {...field}
            readOnly
            dir="ltr"
            className="font-mono"
            value={value}
            onFocus={(event) => event.target.select()}
          />
          <Button
            onClick={() => void copy()}
            icon={isCopied ? <Check aria-hidden className="size-4" /> : <Copy aria-hidden className="size-4" />}
          >
            {words(isCopied ? 'copied' : 'copy')}
          </Button>
        </span>
      )}
    </Field>
  )
}
