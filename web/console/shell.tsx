'use client'
import { Menu as MenuIcon } from 'lucide-react'
import dynamic from 'next/dynamic'
import { type ReactNode, useState } from 'react'
import { LiveProvider } from '#web/data/live.tsx'
import { useMe } from '#web/data/me.ts'
import { IconButton } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { useIsInBrowser } from '#web/ui/in-browser.ts'
import { Link } from '#web/ui/link.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { Failure, SkeletonRows } from '#web/ui/states.tsx'
import { useWords } from '#web/words/words.tsx'
import { AccountMenu } from './account-menu.tsx'
import { CompanyBanner } from './company-banner.tsx'
import { InlineCreate } from './inputs/inline-create.ts'
import { Navigation } from './navigation.tsx'
import { PaletteButton } from './palette/palette-button.tsx'
import { ShopFilter } from './shop-filter.tsx'
import { Shortcuts } from './shortcuts.tsx'

/** The form of a record to be made in passing is loaded when somebody makes one. */
const CreateDialog = dynamic(() => import('./form/create-dialog.tsx').then((module) => module.CreateDialog))

/** What stands around every page of the console: navigation, search, account. */
export function Shell({ children }: { children: ReactNode }) {
  const words = useWords('shell')
  const isInBrowser = useIsInBrowser()
  const { isError, error, refetch } = useMe()
  const [isMenuOpen, setMenuOpen] = useState(false)
  return (
    <div className="flex min-h-dvh flex-col lg:grid lg:grid-cols-[15rem_minmax(0,1fr)]">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:fixed focus:start-3 focus:top-3 focus:z-50 focus:rounded-md focus:bg-raised focus:px-3 focus:py-2"
      >
        {words('skip')}
      </a>
      <aside className="sticky top-0 hidden h-dvh overflow-y-auto border-e bg-surface lg:block">
        <Brand />
        {isInBrowser && <Navigation />}
      </aside>
      <div className="flex min-w-0 flex-1 flex-col">
        <header className="sticky top-0 z-30 flex h-13 items-center gap-2 border-b bg-surface px-3 lg:px-5">
          <IconButton
            className="lg:hidden"
            label={words('menu')}
            onClick={() => setMenuOpen(true)}
            icon={<MenuIcon aria-hidden className="size-5" />}
          />
          <div className="flex min-w-0 flex-1">{isInBrowser && <PaletteButton />}</div>
          {isInBrowser && <ShopFilter className="hidden w-44 shrink-0 sm:block" />}
          {isInBrowser && <AccountMenu />}
        </header>
        {isInBrowser && <CompanyBanner />}
        <main id="content" tabIndex={-1} className="min-w-0 flex-1 px-3 py-5 outline-none lg:px-6">
          {isError ? (
            <Failure error={error} retry={refetch} />
          ) : isInBrowser ? (
            <LiveProvider>
              <InlineCreate value={CreateDialog}>{children}</InlineCreate>
            </LiveProvider>
          ) : (
            <SkeletonRows />
          )}
        </main>
      </div>
      {isInBrowser && <Shortcuts />}
      <Dialog isOpen={isMenuOpen} onClose={() => setMenuOpen(false)} title={words('menu')} width="sm">
        <ShopFilter className="mb-2 px-3 sm:hidden" />
        <Navigation onGo={() => setMenuOpen(false)} />
      </Dialog>
    </div>
  )
}

function Brand() {
  return (
    <Link href="/" className="flex h-13 items-center gap-2.5 border-b px-5 font-semibold text-base tracking-tight">
      <Mark className="size-6" />
      Entrepot
    </Link>
  )
}
