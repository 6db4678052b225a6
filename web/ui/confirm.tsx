'use client'
import { createContext, type ReactNode, useContext, useState } from 'react'
import { useWords } from '#web/words/words.tsx'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

export type Question = {
  title: string
  /** What will happen, and whether it can be undone. */
  says: string
  /** The verb on the button. */
  verb: string
  isDangerous?: boolean
}
type Asked = Question & { answer: (yes: boolean) => void }

const ConfirmContext = createContext<(question: Question) => Promise<boolean>>(async () => false)

/** Asks before dangerous work: `if (await confirm({ title, says, verb, isDangerous: true })) ...` */
export const useConfirm = () => useContext(ConfirmContext)

export function ConfirmProvider({ children }: { children: ReactNode }) {
  const words = useWords('ui')
  const [asked, setAsked] = useState<Asked | undefined>()
  const confirm = (question: Question) => new Promise<boolean>((resolve) => setAsked({ ...question, answer: resolve }))
  const close = (yes: boolean) => {
    asked?.answer(yes)
    setAsked(undefined)
  }
  return (
    <ConfirmContext value={confirm}>
      {children}
      <Dialog
        isOpen={asked !== undefined}
        onClose={() => close(false)}
        title={asked?.title ?? ''}
        says={asked?.says}
        width="sm"
        foot={
          <>
            <Button onClick={() => close(false)}>{words('cancel')}</Button>
            <Button look={asked?.isDangerous ? 'danger' : 'primary'} onClick={() => close(true)}>
              {asked?.verb}
            </Button>
          </>
        }
      >
        {null}
      </Dialog>
    </ConfirmContext>
  )
}
