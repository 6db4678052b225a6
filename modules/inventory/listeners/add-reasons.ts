import { defineListener } from '#kernel'
import { addStandardReasons } from '../reason/standard.ts'

/** Seeds what a new company needs to adjust its stock. */
export const addReasons = defineListener('add-reasons', {
  on: ['company.created'],
  says: 'Gives a new company the standard adjustment reasons.',
  run: (context) => addStandardReasons(context),
})
