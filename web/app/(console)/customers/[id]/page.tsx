import { CustomerPage } from '#web/customers/customer-page.tsx'

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  return <CustomerPage key={id} id={id} />
}
