'use client'
import { Copy, Download } from 'lucide-react'
import { useDoing } from '#web/console/doing.ts'
import { Button } from '#web/ui/button.tsx'
import { useWords } from '#web/words/words.tsx'

/** Shown once: the way in when the phone is gone. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const words = useWords('account')
  const { run } = useDoing()
  const text = codes.join('\n')
  const keep = () => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([`${text}\n`], { type: 'text/plain' }))
    link.download = 'entrepot-recovery-codes.txt'
    link.click()
    URL.revokeObjectURL(link.href)
  }
  return (
    <div>
      <p className="mb-3">{words('codesSays')}</p>
      <ul
        aria-label={words('codes')}
        dir="ltr"
        className="grid grid-cols-2 gap-x-6 gap-y-1 rounded-lg bg-sunken p-4 font-mono text-[0.9375rem]"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="mt-3 flex gap-2">
        <Button
          icon={<Copy aria-hidden className="size-4" />}
          onClick={() => void run(() => navigator.clipboard.writeText(text), words('codesCopied'))}
        >
          {words('copyCodes')}
        </Button>
        <Button icon={<Download aria-hidden className="size-4" />} onClick={keep}>
          {words('downloadCodes')}
        </Button>
      </div>
    </div>
  )
}
