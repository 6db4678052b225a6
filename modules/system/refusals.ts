import { defineRefusals } from '#kernel'

export const systemRefusals = defineRefusals({
  STILL_FAILING: { status: 409, says: 'The listener failed again. The details say with what; the event stays parked.' },
})
