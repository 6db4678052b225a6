import { defineRefusals } from '#kernel'

export const viewRefusals = defineRefusals({
  VIEWS_FULL: { status: 422, says: 'You have as many views as a person may keep. Remove one first.' },
})
