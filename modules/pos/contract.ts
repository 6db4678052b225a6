/** What other modules may use of the till: its records, to link to. */
export { saleException } from './exception/sale-exception.entity.ts'
export { registerSession } from './session/register-session.entity.ts'
