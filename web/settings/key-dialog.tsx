'use client'
import { type FormEvent, useId, useState } from 'react'
import { useAct } from '#web/data/queries.ts'
import { errorAt, Refused } from '#web/people/refused.tsx'
import { Button } from '#web/ui/button.tsx'
import { CopyField } from '#web/ui/copy-field.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Field, Input, Select } from '#web/ui/field.tsx'
import { useWords } from '#web/words/words.tsx'
import { ScopePicker } from './scope-picker.tsx'

const dayMs = 86_400_000
const lives = ['30', '90', '365', 'endless'] as const
type Life = (typeof lives)[number]

/** Makes a key; it is shown once, and then by nobody any more. */
export function KeyDialog({ onClose }: { onClose: () => void }) {
  const words = useWords('keys')
  const ui = useWords('ui')
  const formId = useId()
  const [name, setName] = useState('')
  const [life, setLife] = useState<Life>('90')
  const [scopes, setScopes] = useState<readonly string[]>([])
  const [isTried, setTried] = useState(false)
  const make = useAct('POST /auth/api-keys', 'auth.apiKey')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (scopes.length === 0) return
    const expires = life === 'endless' ? {} : { expiresAt: new Date(Date.now() + Number(life) * dayMs).toISOString() }
    make.mutate({ body: { name: name.trim(), scopes: [...scopes], ...expires } })
  }
  const key = make.data?.key
  return (
    <Dialog
      isOpen
      onClose={onClose}
      width="lg"
      title={words(key ? 'made' : 'new')}
      says={words(key ? 'madeSays' : 'newSays')}
      foot={
        key ? (
          <Button look="primary" onClick={onClose}>
            {words('kept')}
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>{ui('cancel')}</Button>
            <Button look="primary" type="submit" form={formId} isBusy={make.isPending}>
              {words('make')}
            </Button>
          </>
        )
      }
    >
      {key ? (
        <CopyField label={words('key')} value={key} />
      ) : (
        <form id={formId} className="flex flex-col gap-4" onSubmit={submit}>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label={words('name')} help={words('nameHelp')} isRequired error={errorAt(make.error, 'name')}>
              {(field) => (
                <Input
                  {...field}
                  data-autofocus
                  required
                  maxLength={120}
                  value={name}
                  onChange={(event) => setName(event.target.value)}
                />
              )}
            </Field>
            <Field label={words('expires')}>
              {(field) => (
                <Select {...field} value={life} onChange={(event) => setLife(event.target.value as Life)}>
                  {lives.map((each) => (
                    <option key={each} value={each}>
                      {each === 'endless' ? words('endless') : words('days', { count: Number(each) })}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          </div>
          <ScopePicker value={scopes} onChange={setScopes} isMissing={isTried && scopes.length === 0} />
          <Refused error={make.error} />
        </form>
      )}
    </Dialog>
  )
}
