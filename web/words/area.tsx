/** The words that a page needs, sent along with it: `<Words of={['stock']}>` around what says them. */
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { type Area, wordsOf } from './catalogue.ts'
import { languageOf } from './languages.ts'
import { MoreWords } from './words.tsx'

/**
 * Adds areas to those that stand around it already, in the language of the visitor. `node tools/words.ts` tells which
 * areas the components of a page say, and when one of them does not come with it.
 */
export async function Words({ of, children }: { of: readonly Area[]; children: ReactNode }) {
  const language = languageOf((await cookies()).get('language')?.value)
  return <MoreWords words={wordsOf(language, of)}>{children}</MoreWords>
}
