'use client'
import { FileUp } from 'lucide-react'
import { type DragEvent, useRef, useState } from 'react'
import type { EntityDescription } from '#web/data/description.ts'
import { useAct } from '#web/data/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { classes } from '#web/ui/classes.ts'
import { Field, Textarea } from '#web/ui/field.tsx'
import { useWords } from '#web/words/words.tsx'
import { about } from './import-data.ts'
import { PastImports } from './past-imports.tsx'
import { Refused } from './refused.tsx'
import { Steps } from './steps.tsx'

type Props = { entity: EntityDescription; target: string; onOpen: (id: string) => void }

/** The first step: a file that is chosen, dropped or pasted. */
export function Upload({ entity, target, onOpen }: Props) {
  const words = useWords('import')
  const upload = useAct('POST /imports', about)
  const [pasted, setPasted] = useState('')
  const send = (content: Blob, fileName: string) =>
    upload.mutate(
      // Browsers name the type of a CSV file as the machine does: the API wants it by its own name.
      { query: { target, fileName }, body: new Blob([content], { type: 'text/csv' }) },
      { onSuccess: ({ id }) => onOpen(id) },
    )
  return (
    <>
      <Steps now="file" />
      <div className="grid gap-4 lg:grid-cols-2">
        <Card>
          <DropZone isBusy={upload.isPending} onFile={(file) => send(file, file.name.slice(0, 200))} />
        </Card>
        <Card>
          <form
            className="flex h-full flex-col gap-3"
            onSubmit={(event) => {
              event.preventDefault()
              send(new Blob([pasted]), words('pastedName'))
            }}
          >
            <Field label={words('paste')} help={words('pasteSays')}>
              {(field) => (
                <Textarea
                  {...field}
                  rows={7}
                  spellCheck={false}
                  className="font-mono text-[0.8125rem] whitespace-pre"
                  value={pasted}
                  onChange={(event) => setPasted(event.currentTarget.value)}
                />
              )}
            </Field>
            <div>
              <Button type="submit" disabled={pasted.trim() === ''} isBusy={upload.isPending}>
                {words('usePasted')}
              </Button>
            </div>
          </form>
        </Card>
      </div>
      {upload.error && <Refused error={upload.error} />}
      <PastImports entity={entity} target={target} onOpen={onOpen} />
    </>
  )
}

function DropZone({ isBusy, onFile }: { isBusy: boolean; onFile: (file: File) => void }) {
  const words = useWords('import')
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file && !isBusy) onFile(file)
  }
  return (
    <section
      aria-label={words('drop')}
      className={classes(
        'flex h-full min-h-56 flex-col items-center justify-center gap-2 rounded-lg border-2 border-dashed p-6 text-center',
        isOver ? 'border-accent bg-accent-soft' : 'border-line-strong',
      )}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <FileUp aria-hidden className="size-7 text-muted" />
      <p className="font-semibold">{words('drop')}</p>
      <p className="text-muted">{words('dropSays')}</p>
      <input
        ref={input}
        type="file"
        className="sr-only"
        tabIndex={-1}
        aria-label={words('choose')}
        accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          if (file) onFile(file)
          event.currentTarget.value = ''
        }}
      />
      <Button look="primary" className="mt-1" isBusy={isBusy} onClick={() => input.current?.click()}>
        {words('choose')}
      </Button>
    </section>
  )
}
