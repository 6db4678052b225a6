/** A thermal printer at this very device, by WebUSB. The types are the part of the standard that is used here. */

type Endpoint = { direction: 'in' | 'out'; type: string; endpointNumber: number }
type Interface = { interfaceNumber: number; alternate: { interfaceClass: number; endpoints: Endpoint[] } }
type Device = {
  opened: boolean
  configuration: { interfaces: Interface[] } | null
  open: () => Promise<void>
  close: () => Promise<void>
  selectConfiguration: (value: number) => Promise<void>
  claimInterface: (number: number) => Promise<void>
  transferOut: (endpoint: number, data: BufferSource) => Promise<{ status: string }>
}
type Usb = {
  getDevices: () => Promise<Device[]>
  requestDevice: (options: { filters: { classCode: number }[] }) => Promise<Device>
}

const printerClass = 7
/** Printers have small buffers; a transfer that is too large stalls the cheap ones. */
const portion = 4096

const usb = (): Usb | undefined => (navigator as Navigator & { usb?: Usb }).usb
export const hasUsb = (): boolean => usb() !== undefined

/** Asks the person which printer; the browser remembers it. Rejects when none is chosen. */
export async function chooseUsbPrinter(): Promise<void> {
  await usb()?.requestDevice({ filters: [{ classCode: printerClass }] })
}

/** Sends bytes to the printer that was chosen. Rejects where there is none or it does not take them. */
export async function sendToUsb(bytes: Uint8Array): Promise<void> {
  const [known] = (await usb()?.getDevices()) ?? []
  const device = known ?? (await usb()?.requestDevice({ filters: [{ classCode: printerClass }] }))
  if (!device) throw new Error('there is no printer')
  if (!device.opened) await device.open()
  try {
    if (!device.configuration) await device.selectConfiguration(1)
    const found = device.configuration?.interfaces.find(({ alternate }) => alternate.interfaceClass === printerClass)
    const out = found?.alternate.endpoints.find(({ direction, type }) => direction === 'out' && type === 'bulk')
    if (!found || !out) throw new Error('the device is no printer')
    await device.claimInterface(found.interfaceNumber)
    for (let from = 0; from < bytes.length; from += portion) {
      const { status } = await device.transferOut(out.endpointNumber, bytes.slice(from, from + portion))
      if (status !== 'ok') throw new Error(status)
    }
  } finally {
    await device.close()
  }
}
