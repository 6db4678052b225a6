import { AccountStatement } from '#web/finance/account-statement.tsx'

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  return <AccountStatement key={id} id={id} />
}
