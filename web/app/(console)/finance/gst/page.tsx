import { GstDocuments } from '#web/finance/gst/gst-documents.tsx'
import { Words } from '#web/words/area.tsx'

export default function Page() {
  return (
    <Words of={['finance']}>
      <GstDocuments />
    </Words>
  )
}
