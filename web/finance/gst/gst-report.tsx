'use client'
import { useState } from 'react'
import type { FinanceGstAnswer } from '#sdk/finance'
import { useRoute } from '#web/data/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { Field, Input, Select } from '#web/ui/field.tsx'
import { Failure, SkeletonRows } from '#web/ui/states.tsx'
import { useWords } from '#web/words/words.tsx'
import { Books, Hsn, Inter, Nil, Outward, Series, Small, Tables } from './gst-tables.tsx'

type Asked = { period?: string; gstin?: string }

/** GSTR-1 and GSTR-3B of a month. Every figure of an outward table leads to the documents that it is the sum of. */
export function GstReport() {
  const [asked, setAsked] = useState<Asked>({})
  const report = useRoute('finance', 'GET /finance/reports/gst', { query: asked }, { keep: true })
  if (report.isError) return <Failure error={report.error} retry={report.refetch} />
  const { data } = report
  return (
    <div className="flex flex-col gap-4">
      <Asking asked={asked} onChange={setAsked} shown={data} />
      {data ? <Report report={data} /> : <SkeletonRows />}
    </div>
  )
}

type AskingProps = { asked: Asked; onChange: (asked: Asked) => void; shown: FinanceGstAnswer | undefined }

function Asking({ asked, onChange, shown }: AskingProps) {
  const words = useWords('finance')
  const gstins = shown?.gstins ?? []
  return (
    <div className="flex flex-wrap items-end gap-3">
      <Field label={words('month')}>
        {(field) => (
          <Input
            {...field}
            type="month"
            value={asked.period ?? shown?.period ?? ''}
            onChange={({ target }) => onChange({ ...asked, period: target.value || (shown?.period ?? '') })}
          />
        )}
      </Field>
      {gstins.length > 1 && (
        <Field label="GSTIN">
          {(field) => (
            <Select
              {...field}
              value={asked.gstin ?? shown?.gstin ?? ''}
              onChange={({ target }) => onChange({ ...asked, gstin: target.value })}
            >
              {gstins.map((gstin) => (
                <option key={gstin} value={gstin}>
                  {gstin}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      {shown?.gstr1 && <Download report={shown} />}
    </div>
  )
}

/** The returns as the portal takes them, made in the browser. */
function Download({ report }: { report: FinanceGstAnswer }) {
  const words = useWords('finance')
  return (
    <>
      {(['gstr1', 'gstr3b'] as const).map((name) => (
        <Button key={name} onClick={() => save(`${name}-${report.gstin}-${report.period}.json`, report[name])}>
          {words('download', { name: name.toUpperCase().replace('GSTR', 'GSTR-') })}
        </Button>
      ))}
    </>
  )
}

function save(name: string, content: unknown): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(content)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}

function Report({ report }: { report: FinanceGstAnswer }) {
  const words = useWords('finance')
  return (
    <>
      {report.notes.length > 0 && (
        <Card title={words('beforeFiling')}>
          <ul className="list-disc ps-5 text-[0.8125rem]">
            {report.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Card>
      )}
      <Tables report={report} />
      <Small report={report} />
      <Nil report={report} />
      <Hsn report={report} />
      <Series report={report} />
      <Outward report={report} />
      <Inter report={report} />
      <Books report={report} />
    </>
  )
}
