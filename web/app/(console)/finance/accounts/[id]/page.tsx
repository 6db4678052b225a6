import { AccountStatement } from '#web/finance/account-statement.tsx'
import { Words } from '#web/words/area.tsx'

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  return (
    <Words of={['finance']}>
      <AccountStatement key={id} id={id} />
    </Words>
  )
}
