'use client'
import { type FormEvent, useId, useState } from 'react'
import { useAct, useRefresh } from '#web/data/queries.ts'
import { Refused } from '#web/people/refused.tsx'
import { Button } from '#web/ui/button.tsx'
import { CopyField } from '#web/ui/copy-field.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { useWords } from '#web/words/words.tsx'
import { CodeField, PasswordField } from './proof-fields.tsx'
import { Qr } from './qr.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'

/** Password, then the code that a phone reads, then its first number; at the end the recovery codes. */
export function SecondStepSetup({ onClose }: { onClose: () => void }) {
  const words = useWords('account')
  const ui = useWords('ui')
  const formId = useId()
  const refresh = useRefresh()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const enable = useAct('POST /auth/mfa/enable', 'nothing')
  const confirm = useAct('POST /auth/mfa/confirm', 'nothing')
  const enrolment = enable.data
  const codes = confirm.data?.recoveryCodes
  // The page behind learns of it only now: it would take the codes away before they are read.
  const finish = async () => {
    if (codes) await refresh('me')
    onClose()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!enrolment) enable.mutate({ body: { password } })
    else confirm.mutate({ body: { code: code.replaceAll(' ', '') } })
  }
  return (
    <Dialog
      isOpen
      onClose={() => void finish()}
      title={words(codes ? 'codes' : 'turnOn')}
      foot={
        codes ? (
          <Button look="primary" onClick={() => void finish()}>
            {words('codesKept')}
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>{ui('cancel')}</Button>
            <Button look="primary" type="submit" form={formId} isBusy={enable.isPending || confirm.isPending}>
              {words(enrolment ? 'turnOn' : 'goOn')}
            </Button>
          </>
        )
      }
    >
      {codes ? (
        <RecoveryCodes codes={codes} />
      ) : (
        <form id={formId} className="flex flex-col gap-4" onSubmit={submit}>
          {enrolment ? (
            <>
              <p>{words('scan')}</p>
              <div className="flex flex-wrap items-center gap-5">
                <Qr text={enrolment.uri ?? ''} label={words('qr')} />
                <div className="min-w-56 flex-1">
                  <CopyField label={words('secret')} help={words('secretSays')} value={enrolment.secret ?? ''} />
                </div>
              </div>
              <CodeField value={code} onChange={setCode} />
            </>
          ) : (
            <PasswordField value={password} onChange={setPassword} />
          )}
          <Refused error={enable.error ?? confirm.error} />
        </form>
      )}
    </Dialog>
  )
}
