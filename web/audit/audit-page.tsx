'use client'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { ApiRefusal, client } from '#web/data/client.ts'
import { useMay } from '#web/data/me.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Field, Input } from '#web/ui/field.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { useWords } from '#web/words/words.tsx'
import { EntityList } from '../console/list/entity-list.tsx'
import { saveFile } from '../console/list/export.ts'

/** Who did what, and when: the list of any entity, with the sealed export beside it. */
export function AuditPage() {
  const words = useWords('audit')
  const may = useMay()
  const [isExporting, setExporting] = useState(false)
  return (
    <>
      <EntityList
        name="audit.entry"
        actions={
          may('audit.entry.export') && (
            <Button icon={<Download aria-hidden className="size-4" />} onClick={() => setExporting(true)}>
              {words('export')}
            </Button>
          )
        }
      />
      {isExporting && <ExportDialog onClose={() => setExporting(false)} />}
    </>
  )
}

function ExportDialog({ onClose }: { onClose: () => void }) {
  const words = useWords('audit')
  const finance = useWords('finance')
  const ui = useWords('ui')
  const toast = useToast()
  const [days, setDays] = useState({ from: '', to: '' })
  const [isBusy, setBusy] = useState(false)
  const run = async () => {
    setBusy(true)
    const query = { ...(days.from ? { from: days.from } : {}), ...(days.to ? { to: days.to } : {}) }
    await client.call('GET /audit/export', { query }).then(
      (file) => {
        saveFile(file, `audit-${days.from || 'begin'}-${days.to || 'today'}.jsonl`)
        onClose()
      },
      (error) => toast({ kind: 'bad', text: error instanceof ApiRefusal ? error.message : ui('unreachable') }),
    )
    setBusy(false)
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words('export')}
      says={words('exportSays')}
      width="sm"
      foot={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button look="primary" isBusy={isBusy} onClick={() => void run()}>
            {words('export')}
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-2 gap-3">
        {(['from', 'to'] as const).map((name) => (
          <Field key={name} label={finance(name)}>
            {(field) => (
              <Input
                {...field}
                type="date"
                value={days[name]}
                onChange={(event) => setDays({ ...days, [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </div>
    </Dialog>
  )
}
