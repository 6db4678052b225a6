/** Promises that a document made, ended together. */
import type { Context } from '#kernel'
import type { StockSource } from '../stock/book.types.ts'
import { endReservation, type ReservationEnd } from './reserve.ts'

/**
 * Ends the live reservations of a document, in the order they were made. The caller holds the document's lock, so that
 * nobody reserves for it meanwhile; the stock rows stay locked until the commit.
 */
export async function endReservationsOf(context: Context, of: StockSource, as: ReservationEnd): Promise<void> {
  const { sql, companyId } = context
  const live = await sql<{ id: string }[]>`
    select id from inventory.reservation
    where company_id = ${companyId} and held_for_id = ${of.id} and held_for_entity = ${of.entity} and state = 'live'
    order by id`
  for (const { id } of live) await endReservation(context, { id, as })
}
