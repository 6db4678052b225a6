'use client'
import { useMutation } from '@tanstack/react-query'
import { client } from '#web/data/client.ts'
import { Button } from '#web/ui/button.tsx'
import { useWords } from '#web/words/words.tsx'
import { Done, Frame, Refused } from './frame.tsx'
import { useLinkToken } from './link-token.ts'

/** Opens the account whose link came by mail. A press, not the visit: mail programs visit links before people do. */
export function VerifyEmail() {
  const words = useWords('signIn')
  return (
    <Frame title={words('verifyTitle')} says={words('verifySays')}>
      <Confirm />
    </Frame>
  )
}

function Confirm() {
  const words = useWords('signIn')
  const token = useLinkToken()
  const verify = useMutation({ mutationFn: () => client.call('POST /auth/email/verify', { body: { token } }) })
  if (!token) return <p role="alert">{words('noToken')}</p>
  if (verify.isSuccess) return <Done>{words('verifyDone')}</Done>
  return (
    <div className="flex flex-col gap-4">
      <Refused error={verify.error} />
      <Button look="primary" size="lg" isBusy={verify.isPending} onClick={() => verify.mutate()}>
        {words('verifySubmit')}
      </Button>
    </div>
  )
}
