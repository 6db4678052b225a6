import { CreditNotePage } from '#web/sales/credit-note-page.tsx'

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  return <CreditNotePage key={id} id={id} />
}
