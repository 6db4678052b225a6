import { SalePage } from '#web/sales/sale-page.tsx'

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  return <SalePage key={id} id={id} />
}
