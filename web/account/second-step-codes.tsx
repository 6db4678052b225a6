'use client'
/** What can be done once the second step is on: turn it off, or have other recovery codes. */
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { useAct } from '#web/data/queries.ts'
import { Refused } from '#web/people/refused.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { useWords } from '#web/words/words.tsx'
import { CodeField, PasswordField } from './proof-fields.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'

export function SecondStepOff({ onClose }: { onClose: () => void }) {
  const words = useWords('account')
  const toast = useToast()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const disable = useAct('POST /auth/mfa/disable', 'me')
  const send = () =>
    disable.mutate(
      { body: { password, code: code.replaceAll(' ', '') } },
      {
        onSuccess: () => {
          toast({ text: words('turnedOff') })
          onClose()
        },
      },
    )
  return (
    <ProofDialog
      title={words('turnOff')}
      says={words('turnOffSays')}
      isBusy={disable.isPending}
      isDangerous
      onSubmit={send}
      onClose={onClose}
    >
      <PasswordField value={password} onChange={setPassword} />
      <CodeField value={code} onChange={setCode} help={words('codeOrRecovery')} />
      <Refused error={disable.error} />
    </ProofDialog>
  )
}

export function NewCodes({ onClose }: { onClose: () => void }) {
  const words = useWords('account')
  const [code, setCode] = useState('')
  const renew = useAct('POST /auth/mfa/recovery-codes', 'me')
  const codes = renew.data?.recoveryCodes
  if (codes) {
    return (
      <Dialog
        isOpen
        onClose={onClose}
        title={words('codes')}
        foot={
          <Button look="primary" onClick={onClose}>
            {words('codesKept')}
          </Button>
        }
      >
        <RecoveryCodes codes={codes} />
      </Dialog>
    )
  }
  return (
    <ProofDialog
      title={words('newCodes')}
      says={words('newCodesSays')}
      isBusy={renew.isPending}
      onSubmit={() => renew.mutate({ body: { code: code.replaceAll(' ', '') } })}
      onClose={onClose}
    >
      <CodeField value={code} onChange={setCode} help={words('codeOrRecovery')} />
      <Refused error={renew.error} />
    </ProofDialog>
  )
}

type ProofProps = {
  title: string
  says: string
  isBusy: boolean
  isDangerous?: boolean
  onSubmit: () => void
  onClose: () => void
  children: ReactNode
}

function ProofDialog({ title, says, isBusy, isDangerous, onSubmit, onClose, children }: ProofProps) {
  const ui = useWords('ui')
  const formId = useId()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      width="sm"
      title={title}
      says={says}
      foot={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button look={isDangerous ? 'danger' : 'primary'} type="submit" form={formId} isBusy={isBusy}>
            {title}
          </Button>
        </>
      }
    >
      <form id={formId} className="flex flex-col gap-4" onSubmit={submit}>
        {children}
      </form>
    </Dialog>
  )
}
