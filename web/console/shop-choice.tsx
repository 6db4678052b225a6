'use client'
import { useRoute } from '#web/data/queries.ts'
import { Field, Select } from '#web/ui/field.tsx'
import { useWords } from '#web/words/words.tsx'

type Props = { value: string; onChange: (id: string) => void; isLabelHidden?: boolean }

/** One shop or all of them (empty). Nothing where there is only one to choose. */
export function ShopChoice({ value, onChange, isLabelHidden = false }: Props) {
  const words = useWords('shell')
  const { data } = useRoute('shops.shop', 'GET /shops', { query: { limit: 200, sort: 'name' } })
  if (!data || data.data.length < 2) return null
  return (
    <Field label={words('shop')} isLabelHidden={isLabelHidden}>
      {(field) => (
        <Select {...field} value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{words('allShops')}</option>
          {data.data.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}
