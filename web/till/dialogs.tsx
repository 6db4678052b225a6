'use client'
import { useState } from 'react'
import { CouponDialog } from './cart/coupon-dialog.tsx'
import { CustomerDialog } from './cart/customer-dialog.tsx'
import { LineDialog } from './cart/line-dialog.tsx'
import { NoteDialog } from './cart/note-dialog.tsx'
import { useTill } from './core/context.tsx'
import { HeldDialog } from './held/held-dialog.tsx'
import { PrinterDialog } from './receipt/printer-dialog.tsx'
import { ReturnsDialog } from './returns/returns-dialog.tsx'
import { CameraDialog } from './scan/camera-dialog.tsx'
import type { ScreenDialog } from './screen.tsx'
import { CashDialog } from './session/cash-dialog.tsx'
import { CloseDialog } from './session/close-dialog.tsx'
import { ClosedDialog } from './session/closed-dialog.tsx'
import { ReportDialog } from './session/report-dialog.tsx'

/** What opens beside selling; loaded apart, and kept by the service worker for when the network is gone. */
export function Dialogs(props: { dialog: ScreenDialog; onScan: (code: string) => void; onClose: () => void }) {
  const { dialog, onScan, onClose } = props
  const till = useTill()
  const sessionId = till.session.get()?.id
  switch (dialog) {
    case 'customer':
      return <CustomerDialog onClose={onClose} />
    case 'coupon':
      return <CouponDialog onClose={onClose} />
    case 'note':
      return <NoteDialog onClose={onClose} />
    case 'held':
      return <HeldDialog onClose={onClose} />
    case 'line':
      return <LineDialog onClose={onClose} />
    case 'returns':
      return <ReturnsDialog onClose={onClose} />
    case 'camera':
      return <CameraDialog onScan={onScan} onClose={onClose} />
    case 'printer':
      return <PrinterDialog onClose={onClose} />
    case 'paid-in':
      return <CashDialog kind="paid_in" onClose={onClose} />
    case 'paid-out':
      return <CashDialog kind="paid_out" onClose={onClose} />
    case 'report':
      return sessionId ? <ReportDialog sessionId={sessionId} onClose={onClose} /> : null
    case 'close':
      return <Closing onClose={onClose} />
  }
}

/** The count, and then what came of it; only then is the register closed for this page. */
function Closing({ onClose }: { onClose: () => void }) {
  const till = useTill()
  const [closed, setClosed] = useState<Parameters<typeof ClosedDialog>[0]['session'] | undefined>()
  const done = () => {
    onClose()
    void till.keepSession(null)
  }
  if (!closed) return <CloseDialog onClose={onClose} onClosed={setClosed} />
  return till.may('pos.registerSession.report') ? (
    <ReportDialog sessionId={closed.id} onClose={done} />
  ) : (
    <ClosedDialog session={closed} onClose={done} />
  )
}
