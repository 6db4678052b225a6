'use client'
import { Search } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useWords } from '#web/words/words.tsx'
import { Keys, useShortcut } from '../shortcuts.tsx'

/** Loaded when it is first opened. */
const Palette = dynamic(() => import('./palette.tsx').then((module) => module.Palette))

/** The way into the command palette: the button in the head of every page, and its keys. */
export function PaletteButton() {
  const words = useWords('shell')
  const [isOpen, setOpen] = useState(false)
  const [wasOpened, setOpened] = useState(false)
  const open = () => {
    setOpened(true)
    setOpen(true)
  }
  useShortcut('mod+k', words('search'), () => (isOpen ? setOpen(false) : open()), { group: 'everywhere' })
  return (
    <>
      <button
        type="button"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={open}
        className="flex h-8 w-full max-w-80 items-center gap-2 rounded-md border bg-ground px-2.5 text-muted hover:border-line-strong hover:text-ink"
      >
        <Search aria-hidden className="size-4 shrink-0" />
        <span className="min-w-0 flex-1 truncate text-start">{words('search')}</span>
        <span aria-hidden className="hidden sm:block">
          <Keys keys="mod+k" />
        </span>
      </button>
      {wasOpened && <Palette isOpen={isOpen} onClose={() => setOpen(false)} />}
    </>
  )
}
