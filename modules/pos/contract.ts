/** What other modules may use of the till: its records, to link to, and the report of a session. */
export { saleException } from './exception/sale-exception.entity.ts'
export { registerSession } from './session/register-session.entity.ts'
export { sessionReport } from './session/report.actions.ts'
