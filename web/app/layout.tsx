import './globals.css'
import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { Providers } from '#web/console/providers.tsx'
import { wordsOf } from '#web/words/catalogue.ts'
import { directionOf, languageOf } from '#web/words/languages.ts'

export const metadata: Metadata = { title: { default: 'Entrepot', template: '%s · Entrepot' } }
export const viewport: Viewport = { width: 'device-width', initialScale: 1, viewportFit: 'cover' }

/** Language and theme are known before the first byte, from cookies of the person's last choice, so that nothing flashes. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const jar = await cookies()
  const language = languageOf(jar.get('language')?.value)
  const theme = jar.get('theme')?.value
  return (
    <html
      lang={language}
      dir={directionOf(language)}
      className={theme === 'dark' || theme === 'light' ? theme : undefined}
    >
      <body className="font-sans">
        <Providers language={language} words={wordsOf(language, ['ui', 'problem'])}>
          {children}
        </Providers>
      </body>
    </html>
  )
}
