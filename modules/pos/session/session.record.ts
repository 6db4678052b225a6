/** A session's record as hand-written statements answer it. Names come from the definition, never from input. */
import { code, propertyOf, type RecordOf, type Sql, snake, text } from '#kernel'
import { recordId, registerSession } from './register-session.entity.ts'

export type SessionRecord = RecordOf<typeof registerSession>

/** A session with the names of where it is. */
export const sessionAnswer = {
  id: recordId,
  ...registerSession.fields,
  registerCode: code({ max: 20 }),
  registerName: text(),
}

const fields = Object.entries(registerSession.fields).map(([name, field]) => {
  const property = propertyOf(name, field)
  const column = snake(property)
  if (field.kind !== 'money') return `s.${column} as "${property}"`
  const value = `jsonb_build_object('amount', s.${column}_amount, 'currency', s.${column}_currency)`
  return `case when s.${column}_amount is not null then ${value} end as "${property}"`
})
const selectList = ['s.id', 's.version', ...fields, 's.created_at as "createdAt"', 's.updated_at as "updatedAt"']

/** The select list of a whole record; the table goes by the name `s`. */
export const sessionColumns = (sql: Sql) => sql.unsafe(selectList.join(', '))
