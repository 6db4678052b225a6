/** What inventory keeps, in the order in which its tables refer to each other. */
import { adjustment, adjustmentLine } from './adjustment/adjustment.entity.ts'
import { bin } from './bin/bin.entity.ts'
import { costCorrection } from './correction/cost-correction.entity.ts'
import { lot } from './lot/lot.entity.ts'
import { lotMove } from './lot/lot-move.entity.ts'
import { lotStock } from './lot/lot-stock.entity.ts'
import { move } from './move/move.entity.ts'
import { adjustmentReason } from './reason/reason.entity.ts'
import { reservation, reservationLine } from './reservation/reservation.entity.ts'
import { stock } from './stock/stock.entity.ts'
import { transfer, transferLine } from './transfer/transfer.entity.ts'
import { warehouse } from './warehouse/warehouse.entity.ts'

export const entities = [
  warehouse,
  bin,
  stock,
  move,
  costCorrection,
  adjustmentReason,
  adjustment,
  adjustmentLine,
  transfer,
  transferLine,
  lot,
  lotStock,
  lotMove,
  reservation,
  reservationLine,
] as const
