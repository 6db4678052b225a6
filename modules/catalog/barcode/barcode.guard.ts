import { type Context, refuse } from '#kernel'
import { type BarcodeKind, barcodeKindOf, barcodeProblem } from './barcode.rules.ts'

/** Tells the kind where none is given, and refuses a code whose digits do not fit it. */
export function guardBarcode(_context: Context, next: Record<string, unknown>): void {
  const code = String(next.code)
  next.kind ??= barcodeKindOf(code)
  const problem = barcodeProblem(code, next.kind as BarcodeKind)
  if (problem) throw refuse('VALIDATION_FAILED', [{ field: 'code', message: problem }])
}
