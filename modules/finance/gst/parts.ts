/** What the GST of a month brings to finance. */
import { gstEquations } from './gst.equations.ts'
import { gstDocumentsOf } from './gst-documents.actions.ts'
import { gst } from './gst-report.actions.ts'

export const gstParts = { actions: [gst, gstDocumentsOf], equations: gstEquations } as const
