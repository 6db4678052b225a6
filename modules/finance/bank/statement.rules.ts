/** Reads statements of banks: CSV by the columns of the account, and OFX. Pure. */
import { parse } from 'csv-parse/sync'
import { type CalendarDate, isDate, parseMoney, refuse } from '#kernel'

/** A line as a file says it; `amount` in minor units, what came in above zero. */
export type StatementLine = {
  bookedOn: CalendarDate
  amount: number
  text: string
  party: string | null
  reference: string | null
  fingerprint: string
}

export type CsvLayout = {
  dateColumn: string
  amountColumn: string
  textColumn: string
  partyColumn: string | null
  referenceColumn: string | null
  dateOrder: 'iso' | 'day_first' | 'month_first'
  decimalMark: 'point' | 'comma'
}

type Read = Omit<StatementLine, 'fingerprint'> & { bankId?: string | undefined }
const linesMax = 5000

/**
 * The lines of a file, in its order. A line that its bank numbers is the same wherever that number occurs; others are
 * told apart by what they say and how often the file says it. Refuses VALIDATION_FAILED, naming the line.
 */
export function readStatement(
  content: string,
  { format, currency, layout }: { format: 'csv' | 'ofx'; currency: string; layout: CsvLayout },
): StatementLine[] {
  const read = format === 'csv' ? readCsv(content, currency, layout) : readOfx(content, currency)
  const lines = read.filter(({ amount }) => amount !== 0)
  if (lines.length === 0) throw wrong('holds no line of a statement')
  if (lines.length > linesMax) throw wrong(`holds more than ${linesMax} lines; split the file`)
  const seen = new Map<string, number>()
  return lines.map(({ bankId, ...line }) => {
    const says = [line.bookedOn, line.amount, line.text, line.party, line.reference].join('|').slice(0, 170)
    const times = (seen.get(says) ?? 0) + 1
    seen.set(says, times)
    return { ...line, fingerprint: bankId ? `id:${bankId}` : `${times}:${says}` }
  })
}

function readCsv(content: string, currency: string, layout: CsvLayout): Read[] {
  const header = content.slice(0, content.indexOf('\n') + 1 || undefined)
  let rows: Record<string, string>[]
  try {
    rows = parse(content, {
      ...{ columns: true, bom: true, trim: true, skip_empty_lines: true, relax_column_count: true },
      delimiter: [';', '\t'].find((each) => header.includes(each)) ?? ',',
    }) as Record<string, string>[]
  } catch {
    throw wrong('is no CSV file that can be read')
  }
  const missing = [layout.dateColumn, layout.amountColumn, layout.textColumn].find((name) => !(name in (rows[0] ?? {})))
  if (missing) throw wrong(`has no column "${missing}"; its columns are ${Object.keys(rows[0] ?? {}).join(', ')}`)
  return rows.map((row, index) => {
    const cell = (name: string | null) => (name ? row[name]?.trim() : '') || null
    const place = `line ${index + 2}`
    return {
      bookedOn: dateOf(cell(layout.dateColumn) ?? '', layout.dateOrder, place),
      amount: amountOf(cell(layout.amountColumn) ?? '', { currency, mark: layout.decimalMark, place }),
      ...{ text: textOf(cell(layout.textColumn)), party: short(cell(layout.partyColumn), 140) },
      reference: short(cell(layout.referenceColumn), 100),
    }
  })
}

function readOfx(content: string, currency: string): Read[] {
  const blocks = content.split(/<STMTTRN>/i).slice(1)
  return blocks.map((block, index) => {
    const own = block.split(/<\/STMTTRN>|<\/BANKTRANLIST>/i)[0] ?? ''
    const tag = (name: string) => plain(new RegExp(`<${name}>([^<\\r\\n]*)`, 'i').exec(own)?.[1])
    const place = `transaction ${index + 1}`
    const posted = tag('DTPOSTED') ?? ''
    return {
      bookedOn: dateOf(`${posted.slice(0, 4)}-${posted.slice(4, 6)}-${posted.slice(6, 8)}`, 'iso', place),
      amount: amountOf(tag('TRNAMT') ?? '', { currency, mark: 'point', place }),
      ...{ text: textOf(tag('MEMO') ?? tag('NAME')), party: short(tag('NAME'), 140) },
      ...{ reference: short(tag('CHECKNUM') ?? tag('REFNUM'), 100), bankId: tag('FITID')?.slice(0, 120) },
    }
  })
}

const plain = (text: string | undefined): string | null =>
  text?.trim().replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&') || null

const short = (text: string | null, max: number): string | null => text?.slice(0, max) ?? null
const textOf = (text: string | null): string => short(text, 300) ?? '-'

/** A date as banks write it, with any of `.` `/` `-` between its parts and two or four digits for the year. */
function dateOf(text: string, order: CsvLayout['dateOrder'], place: string): CalendarDate {
  const parts = text.slice(0, 10).split(/[./-]/)
  const [year, month, day] =
    order === 'iso' ? parts : order === 'day_first' ? [parts[2], parts[1], parts[0]] : [parts[2], parts[0], parts[1]]
  const whole = year?.length === 2 ? `20${year}` : (year ?? '')
  const date = [whole, (month ?? '').padStart(2, '0'), (day ?? '').padStart(2, '0')].join('-')
  if (isDate(date)) return date
  throw wrong(`${place}: ${JSON.stringify(text)} is no date as the bank account says dates are written`)
}

function amountOf(text: string, { currency, mark, place }: { currency: string; mark: string; place: string }): number {
  const [decimal, group] = mark === 'comma' ? [',', '.'] : ['.', ',']
  const bare = text
    .replace(/^\+/, '')
    .replace(/[\s'\u00a0\u202f]/g, '')
    .replaceAll(group, '')
    .replace(decimal, '.')
  try {
    return parseMoney(bare, currency).amount
  } catch {
    throw wrong(`${place}: ${JSON.stringify(text)} is no amount in ${currency}`)
  }
}

const wrong = (message: string) => refuse('VALIDATION_FAILED', [{ field: 'content', message }])
