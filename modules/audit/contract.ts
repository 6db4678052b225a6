/** What other modules may use of the audit log: its entries, to link to. */
export { entry } from './entry/entry.entity.ts'
