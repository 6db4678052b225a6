import { CreditNotePage } from '#web/sales/credit-note-page.tsx'
import { Words } from '#web/words/area.tsx'

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  return (
    <Words of={['sale', 'till', 'stock']}>
      <CreditNotePage key={id} id={id} />
    </Words>
  )
}
