import { CustomerPage } from '#web/customers/customer-page.tsx'
import { Words } from '#web/words/area.tsx'

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  return (
    <Words of={['customer', 'dashboard']}>
      <CustomerPage key={id} id={id} />
    </Words>
  )
}
