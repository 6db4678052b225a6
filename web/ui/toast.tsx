'use client'
import { CircleAlert, CircleCheck, X } from 'lucide-react'
import { Toast as Radix } from 'radix-ui'
import { createContext, type ReactNode, useContext, useState } from 'react'
import { useWords } from '#web/words/words.tsx'
import { IconButton } from './button.tsx'
import { useIsInBrowser } from './in-browser.ts'

export type Note = {
  kind?: 'good' | 'bad'
  text: string
  /** Such as undo. */
  action?: { label: string; run: () => void }
}

const ToastContext = createContext<(note: Note) => void>(() => undefined)
/** Says in passing that something was done, or was not: `toast({ text: words('saved') })`. */
export const useToast = () => useContext(ToastContext)

let count = 0

export function ToastProvider({ children }: { children: ReactNode }) {
  const words = useWords('ui')
  const [notes, setNotes] = useState<(Note & { id: number })[]>([])
  const isInBrowser = useIsInBrowser()
  const show = (note: Note) => {
    count += 1
    const id = count
    setNotes((all) => [...all.slice(-3), { ...note, id }])
  }
  const remove = (id: number) => setNotes((all) => all.filter((note) => note.id !== id))
  return (
    <ToastContext value={show}>
      {children}
      {isInBrowser && (
        <Radix.Provider label={words('notification')} duration={6000}>
          {notes.map(({ id, kind = 'good', text, action }) => (
            <Radix.Root
              key={id}
              onOpenChange={(open) => open || remove(id)}
              className="flex animate-rise items-start gap-2.5 rounded-lg border bg-raised p-3 shadow-raised"
            >
              {kind === 'good' ? (
                <CircleCheck aria-hidden className="mt-px size-4.5 shrink-0 text-good" />
              ) : (
                <CircleAlert aria-hidden className="mt-px size-4.5 shrink-0 text-bad" />
              )}
              <Radix.Description className="min-w-0 flex-1 break-words">{text}</Radix.Description>
              {action && (
                <Radix.Action altText={action.label} asChild>
                  <button type="button" className="font-medium text-accent-ink hover:underline" onClick={action.run}>
                    {action.label}
                  </button>
                </Radix.Action>
              )}
              <Radix.Close asChild>
                <IconButton
                  label={words('close')}
                  size="sm"
                  className="-m-1"
                  icon={<X aria-hidden className="size-4" />}
                />
              </Radix.Close>
            </Radix.Root>
          ))}
          <Radix.Viewport className="fixed end-4 bottom-4 z-[60] flex w-[min(24rem,calc(100vw-2rem))] flex-col gap-2 outline-none" />
        </Radix.Provider>
      )}
    </ToastContext>
  )
}
