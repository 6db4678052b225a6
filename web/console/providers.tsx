'use client'
import { setNonce } from 'get-nonce'
import dynamic from 'next/dynamic'
import { Direction } from 'radix-ui'
import { type ReactNode, useState } from 'react'
import { DataProvider } from '#web/data/provider.tsx'
import { ConfirmProvider } from '#web/ui/confirm.tsx'
import { ToastProvider } from '#web/ui/toast.tsx'
import { TooltipProvider } from '#web/ui/tooltip.tsx'
import { directionOf, type Language } from '#web/words/languages.ts'
import { useLanguage, WordsProvider } from '#web/words/words.tsx'
import { InlineCreate } from './inputs/inline-create.ts'

/** The form of a record to be made in passing is loaded when somebody makes one. */
const CreateDialog = dynamic(() => import('./form/create-dialog.tsx').then((module) => module.CreateDialog))

/** What every page stands in. */
export function Providers({ language, children }: { language: Language; children: ReactNode }) {
  useState(shareNonce)
  return (
    <WordsProvider language={language}>
      <Directed>
        <DataProvider>
          <TooltipProvider>
            <ToastProvider>
              <ConfirmProvider>
                <InlineCreate value={CreateDialog}>{children}</InlineCreate>
              </ConfirmProvider>
            </ToastProvider>
          </TooltipProvider>
        </DataProvider>
      </Directed>
    </WordsProvider>
  )
}

/** Tabs, menus and the like run as the language does: they do not look at the page for it. */
function Directed({ children }: { children: ReactNode }) {
  const { language } = useLanguage()
  return <Direction.Provider dir={directionOf(language)}>{children}</Direction.Provider>
}

/** Styles that a dialog brings (the page behind it does not scroll) carry the nonce of the page's own scripts. */
function shareNonce(): void {
  if (typeof document === 'undefined') return
  const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce
  if (nonce) setNonce(nonce)
}
