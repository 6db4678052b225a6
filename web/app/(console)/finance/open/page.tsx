import type { Metadata } from 'next'
import { OpenDocuments } from '#web/finance/open-documents.tsx'
import { Words } from '#web/words/area.tsx'

export const metadata: Metadata = { title: 'Open documents' }

export default function Page() {
  return (
    <Words of={['finance']}>
      <OpenDocuments />
    </Words>
  )
}
