import { defineRefusals } from '#kernel'

export const posRefusals = defineRefusals({
  REGISTER_SESSION_OPEN: { status: 409, says: 'The register has an open session. Close it first.' },
  REGISTER_SESSION_CLOSED: { status: 409, says: 'The session is closed. What it counted stays.' },
  SESSION_HAS_UNSYNCED_SALES: {
    status: 409,
    says: 'The till holds sales that have not reached the server. Let it sync, then close.',
  },
  VARIANCE_REASON_REQUIRED: {
    status: 422,
    says: 'What was counted differs from what should be there. Count again, or say why.',
  },
  OFFLINE_LEASE_MISSING: { status: 409, says: 'The register has no lease on offline numbers. Take one first.' },
})

/** Why a ticket from an offline till was not booked. Its sale is kept as an exception, so the till may let it go. */
export const ticketRefusals = defineRefusals({
  SEQUENCE_REUSED: {
    status: 409,
    says: 'Another sale has this number of the register: there may be a copy of the till.',
  },
  NUMBER_MISMATCH: { status: 422, says: 'The receipt number does not follow from register, epoch and sequence.' },
  TICKET_INVALID: { status: 422, says: 'The amounts of the ticket do not add up.' },
  TENDER_NEEDS_SERVER: {
    status: 422,
    says: 'Gift cards, store credit and points are spent with the server only: a till without it cannot take them.',
  },
})
