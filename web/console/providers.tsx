'use client'
import { setNonce } from 'get-nonce'
import { Direction } from 'radix-ui'
import { type ReactNode, useEffect, useState } from 'react'
import type { AbstractIntlMessages } from 'use-intl'
import { DataProvider } from '#web/data/provider.tsx'
import { refuseIn } from '#web/data/refusal-words.ts'
import { ConfirmProvider } from '#web/ui/confirm.tsx'
import { ToastProvider } from '#web/ui/toast.tsx'
import { TooltipProvider } from '#web/ui/tooltip.tsx'
import { directionOf, type Language } from '#web/words/languages.ts'
import { useLabel, useLanguage, WordsProvider } from '#web/words/words.tsx'

type Around = { language: Language; words: AbstractIntlMessages; children: ReactNode }

/** What every page stands in. */
export function Providers({ language, words, children }: Around) {
  useState(shareNonce)
  return (
    <WordsProvider language={language} words={words}>
      <Directed>
        <DataProvider>
          <TooltipProvider>
            <ToastProvider>
              <ConfirmProvider>{children}</ConfirmProvider>
            </ToastProvider>
          </TooltipProvider>
        </DataProvider>
      </Directed>
    </WordsProvider>
  )
}

/** Tabs, menus and the like run as the language does, and calls refuse in it: neither looks at the page for it. */
function Directed({ children }: { children: ReactNode }) {
  const { language } = useLanguage()
  const label = useLabel()
  useEffect(() => refuseIn(label), [label])
  return <Direction.Provider dir={directionOf(language)}>{children}</Direction.Provider>
}

/** Styles that a dialog brings (the page behind it does not scroll) carry the nonce of the page's own scripts. */
function shareNonce(): void {
  if (typeof document === 'undefined') return
  const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce
  if (nonce) setNonce(nonce)
}
