'use client'
import { useState } from 'react'
import { client } from '#web/data/client.ts'
import { useEntity } from '#web/data/description.ts'
import { type AnyRecord, useRecord, useRefresh } from '#web/data/queries.ts'
import { Card } from '#web/ui/card.tsx'
import { Field, Select } from '#web/ui/field.tsx'
import { Empty, Failure, SkeletonRows } from '#web/ui/states.tsx'
import { useWords } from '#web/words/words.tsx'
import { useShops } from '../console/shop.ts'
import { SettingsForm } from './settings-form.tsx'

/** What stands on the receipts of each shop. */
export function ReceiptsSection() {
  const words = useWords('settings')
  const shops = useShops()
  const entity = useEntity('shops.shop')
  const [chosen, choose] = useState('')
  const id = chosen || shops?.[0]?.id
  const shop = useRecord('shops.shop', entity?.path, id)
  const field = entity?.fields.find(({ name }) => name === 'receipt')
  if (shops?.length === 0) return <Empty title={words('noShop')} />
  if (shop.isError) return <Failure error={shop.error} retry={shop.refetch} />
  if (!shops || !entity || !field || !shop.data) return <SkeletonRows />
  const mayEdit = entity.verbs.includes('update')
  return (
    <Card title={words('section.receipts')}>
      <p className="mb-4 text-muted">{words('receiptsSays')}</p>
      {shops.length > 1 && (
        <Field label={words('shop')} className="mb-4 max-w-sm">
          {(described) => (
            <Select {...described} value={id} onChange={(event) => choose(event.target.value)}>
              {shops.map((each) => (
                <option key={each.id} value={each.id}>
                  {each.name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      {mayEdit ? (
        <ReceiptForm key={shop.data.id} shop={shop.data} fields={field.fields ?? []} />
      ) : (
        <p className="text-muted">{words('mayNotChange')}</p>
      )}
    </Card>
  )
}

type Props = { shop: AnyRecord; fields: React.ComponentProps<typeof SettingsForm>['fields'] }

/** The group is sent as a whole: what it does not name would be gone. */
function ReceiptForm({ shop, fields }: Props) {
  const refresh = useRefresh()
  const [kept, setKept] = useState(shop)
  const receiptOf = (record: AnyRecord) => (record.receipt ?? {}) as Record<string, unknown>
  const save = async (changes: Record<string, unknown>) => {
    const receipt = withoutEmpty({ ...receiptOf(kept), ...changes })
    const { version } = kept
    const call = { params: { id: shop.id }, body: { receipt }, ...(version ? { version } : {}) }
    const saved = (await client.send('PATCH /shops/:id', call)) as AnyRecord
    setKept(saved)
    await refresh('shops.shop')
    return receiptOf(saved)
  }
  return <SettingsForm fields={fields} values={receiptOf(shop)} save={save} />
}

const withoutEmpty = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== ''))
