/** The door of the execution pipeline. */
export { type Answer, type App, type Call, type Log, registryService } from './execution/app.ts'
export { isOfTheRow, type Outcome } from './execution/bulk.ts'
export { type Change, createMany, deleteMany, updateMany } from './execution/bulk-records.ts'
export {
  type ColumnPart,
  type Property,
  partsOf,
  type Shape,
  shapeOf,
  stampColumns,
  toColumns,
} from './execution/columns.ts'
export { makeRun, type PendingEvent, type Run, systemActor } from './execution/context.ts'
export { listRecords, wordsCondition } from './execution/list.ts'
export {
  filterFields,
  type ListQuery,
  limitMax,
  operatorsByKind,
  parseListQuery,
  sortFields,
} from './execution/list-query.ts'
export { execute, permit } from './execution/pipeline.ts'
export { readCondition } from './execution/reach.ts'
export {
  createRecord,
  deleteRecord,
  isSame,
  moveRecord,
  type Row,
  readRecord,
  refuseHidden,
  updateRecord,
  visibleTo,
} from './execution/records.ts'
export { accessRefused } from './execution/refused-access.ts'
export { scanRecords } from './execution/scan.ts'
export { openSecret, placeOfSecret } from './execution/secrets.ts'
export { Statement } from './execution/statement.ts'
export { findTitles, titleOf } from './execution/titles.ts'
