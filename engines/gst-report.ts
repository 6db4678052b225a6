/** The door of GST returns: what a period comes to, and the form in which the portal takes it. */
export * from './gst-report/cube.ts'
export * from './gst-report/gstr1.ts'
export * from './gst-report/gstr3b.ts'
export * from './gst-report/portal.ts'
export * from './gst-report/portal-3b.ts'
