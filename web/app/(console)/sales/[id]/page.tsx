import { SalePage } from '#web/sales/sale-page.tsx'
import { Words } from '#web/words/area.tsx'

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  return (
    <Words of={['sale', 'stock', 'till']}>
      <SalePage key={id} id={id} />
    </Words>
  )
}
