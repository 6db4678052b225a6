/** What processes may use of system: where the doctor notes what it finds. */
export { type Examination, type Notebook, openNotebook } from './examination/examination.record.ts'
