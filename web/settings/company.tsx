'use client'
import { editPage } from '#web/console/pages.ts'
import { Value } from '#web/console/value.tsx'
import { client } from '#web/data/client.ts'
import { type FieldDescription, useDescription, useEntity } from '#web/data/description.ts'
import { useMe } from '#web/data/me.ts'
import { type AnyRecord, useRecord, useRefresh } from '#web/data/queries.ts'
import { buttonClasses } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { Link } from '#web/ui/link.tsx'
import { Failure, SkeletonRows } from '#web/ui/states.tsx'
import { useLabel, useWords } from '#web/words/words.tsx'
import { SettingsForm } from './settings-form.tsx'

const actionName = 'companies.company.settings'

/** What the company is, and how it keeps its books. */
export function CompanySection() {
  const { data: me } = useMe()
  const { data } = useDescription()
  const entity = useEntity('companies.company')
  const company = useRecord('companies.company', entity?.path, me?.companyId ?? undefined)
  if (company.isError) return <Failure error={company.error} retry={company.refetch} />
  if (!company.data || !entity || !data) return <SkeletonRows />
  const action = data.actions.find(({ name }) => name === actionName)
  const asked = action?.input.filter(({ name }) => name !== 'id') ?? []
  return (
    <>
      {asked.length > 0 && (
        <CompanyForm
          key={company.data.id}
          company={company.data}
          fields={asked.map((field) => filled(field, entity.fields))}
        />
      )}
      <Facts
        company={company.data}
        fields={entity.fields.filter(({ name }) => !asked.some((each) => each.name === name))}
      />
    </>
  )
}

/** The action takes what is named and leaves the rest; what is there already must stay filled in. */
function filled(field: FieldDescription, known: readonly FieldDescription[]): FieldDescription {
  const own = known.find(({ name }) => name === field.name)
  const help = own?.help ?? field.help
  return { ...field, required: own?.required ?? field.required, ...(help ? { help } : {}) }
}

function CompanyForm({ company, fields }: { company: AnyRecord; fields: readonly FieldDescription[] }) {
  const words = useWords('settings')
  const refresh = useRefresh()
  const save = async (body: Record<string, unknown>) => {
    const saved = await client.send('PATCH /companies/:id/settings', { params: { id: company.id }, body })
    await refresh('companies.company')
    return saved as AnyRecord
  }
  return (
    <Card title={words('companySettings')}>
      <SettingsForm fields={fields} values={company} save={save} />
    </Card>
  )
}

function Facts({ company, fields }: { company: AnyRecord; fields: readonly FieldDescription[] }) {
  const words = useWords()
  const label = useLabel()
  const mayEdit = useEntity('companies.company')?.verbs.includes('update')
  return (
    <Card
      title={words('settings.companyFacts')}
      action={
        mayEdit && (
          <Link href={editPage('companies.company', company.id)} className={buttonClasses('plain', 'sm')}>
            {words('record.edit')}
          </Link>
        )
      }
    >
      <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
        {fields.map((field) => (
          <div key={field.name} className="min-w-0">
            <dt className="text-[0.8125rem] text-muted">{label(field.label)}</dt>
            <dd className="break-words">
              <Value field={field} value={company[field.name]} />
            </dd>
          </div>
        ))}
      </dl>
      {!mayEdit && <p className="mt-4 text-[0.8125rem] text-muted">{words('settings.factsSays')}</p>}
    </Card>
  )
}
