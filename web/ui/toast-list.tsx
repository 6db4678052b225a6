'use client'
import { CircleAlert, CircleCheck, X } from 'lucide-react'
import { Toast as Radix } from 'radix-ui'
import { useWords } from '#web/words/words.tsx'
import { IconButton } from './button.tsx'
import type { Note } from './toast.tsx'

/** What was said in passing, until it goes or is closed. Loaded when there is something to say. */
export function ToastList({
  notes,
  remove,
}: {
  notes: readonly (Note & { id: number })[]
  remove: (id: number) => void
}) {
  const words = useWords('ui')
  return (
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
            <IconButton label={words('close')} size="sm" className="-m-1" icon={<X aria-hidden className="size-4" />} />
          </Radix.Close>
        </Radix.Root>
      ))}
      <Radix.Viewport className="fixed end-4 bottom-4 z-[60] flex w-[min(24rem,calc(100vw-2rem))] flex-col gap-2 outline-none" />
    </Radix.Provider>
  )
}
