'use client'
import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import { type ReactNode, useRef } from 'react'
import { useWords } from '#web/words/words.tsx'
import { IconButton } from './button.tsx'
import { classes } from './classes.ts'

export type DialogProps = {
  isOpen: boolean
  onClose: () => void
  title: string
  says?: ReactNode
  /** `side` slides in from the end of the line and keeps the page in sight. */
  place?: 'middle' | 'side'
  width?: 'sm' | 'md' | 'lg'
  children: ReactNode
  /** Buttons at its foot, the one to press last. */
  foot?: ReactNode
  /** Its content is all there is to see, such as a search with its results; the title is heard. Escape closes it. */
  isBare?: boolean
}

const widths = { sm: 'max-w-md', md: 'max-w-xl', lg: 'max-w-4xl' }
const places = {
  middle: 'inset-x-3 top-[8vh] mx-auto max-h-[84vh] rounded-xl animate-rise',
  side: 'inset-y-0 end-0 w-full rounded-s-xl animate-fade',
}

/** A dialog: focus goes in, to `data-autofocus` where there is one, stays in, and returns to where it was. */
export function Dialog(props: DialogProps) {
  const { isOpen, onClose, title, says, place = 'middle', width = 'md', children, foot, isBare } = props
  const words = useWords('ui')
  const focus = useFocusBack()
  return (
    <Radix.Root open={isOpen} onOpenChange={(open) => open || onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-fade bg-black/35 backdrop-blur-[1px]" />
        <Radix.Content
          className={classes(
            'fixed z-50 flex flex-col border bg-raised shadow-raised outline-none',
            places[place],
            widths[width],
          )}
          {...focus}
          {...(says ? {} : { 'aria-describedby': undefined })}
        >
          {isBare ? (
            <Radix.Title className="sr-only">{title}</Radix.Title>
          ) : (
            <header className="flex items-start gap-3 border-b px-5 py-3.5">
              <div className="min-w-0 flex-1">
                <Radix.Title className="font-semibold text-base">{title}</Radix.Title>
                {says && <Radix.Description className="mt-0.5 text-muted">{says}</Radix.Description>}
              </div>
              <Radix.Close asChild>
                <IconButton label={words('close')} size="sm" icon={<X aria-hidden className="size-4" />} />
              </Radix.Close>
            </header>
          )}
          <div className={isBare ? 'flex min-h-0 flex-col' : 'min-h-0 flex-1 overflow-y-auto px-5 py-4'}>
            {children}
          </div>
          {foot && <footer className="flex flex-wrap justify-end gap-2 border-t px-5 py-3">{foot}</footer>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/**
 * Where the focus goes in, and back to. Radix gives it back to a trigger within the dialog's root only, and ours are
 * opened from anywhere. React's `autoFocus` comes too early: it would be taken for the place to go back to.
 */
function useFocusBack() {
  const before = useRef<HTMLElement | null>(null)
  return {
    onOpenAutoFocus: (event: Event) => {
      before.current = openerOf(document.activeElement)
      const wanted = event.target instanceof HTMLElement && event.target.querySelector<HTMLElement>('[data-autofocus]')
      if (!wanted) return
      event.preventDefault()
      wanted.focus()
    },
    onCloseAutoFocus: (event: Event) => {
      event.preventDefault()
      if (before.current?.isConnected) before.current.focus()
    },
  }
}

/** What was chosen from a menu is gone with it: the menu's button is where one was. */
function openerOf(element: Element | null): HTMLElement | null {
  const menu = element?.closest('[role=menu]')
  const opener = menu ? document.getElementById(menu.getAttribute('aria-labelledby') ?? '') : element
  return opener instanceof HTMLElement ? opener : null
}
