'use client'
import { ShieldCheck, ShieldOff } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Badge } from '#web/ui/badge.tsx'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { useWords } from '#web/words/words.tsx'

const Setup = dynamic(() => import('./second-step-setup.tsx').then((module) => module.SecondStepSetup))
const Off = dynamic(() => import('./second-step-codes.tsx').then((module) => module.SecondStepOff))
const NewCodes = dynamic(() => import('./second-step-codes.tsx').then((module) => module.NewCodes))

/** A code of one's phone beside the password, or not. */
export function SecondStep({ isOn }: { isOn: boolean }) {
  const words = useWords('account')
  const [open, setOpen] = useState<'setup' | 'off' | 'codes' | undefined>()
  const close = () => setOpen(undefined)
  return (
    <Card
      title={words('secondStep')}
      action={<Badge tone={isOn ? 'good' : 'neutral'}>{words(isOn ? 'isOn' : 'isOff')}</Badge>}
    >
      <p className="mb-4 text-muted">{words('secondStepSays')}</p>
      <div className="flex flex-wrap gap-2">
        {isOn ? (
          <>
            <Button onClick={() => setOpen('codes')}>{words('newCodes')}</Button>
            <Button icon={<ShieldOff aria-hidden className="size-4" />} onClick={() => setOpen('off')}>
              {words('turnOff')}
            </Button>
          </>
        ) : (
          <Button icon={<ShieldCheck aria-hidden className="size-4" />} onClick={() => setOpen('setup')}>
            {words('turnOn')}
          </Button>
        )}
      </div>
      {open === 'setup' && <Setup onClose={close} />}
      {open === 'off' && <Off onClose={close} />}
      {open === 'codes' && <NewCodes onClose={close} />}
    </Card>
  )
}
