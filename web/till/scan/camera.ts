/** Codes before a camera: by the browser's own detector where it has one, else by a library that is loaded for it. */

type Detector = { detect: (source: HTMLVideoElement) => Promise<{ rawValue: string }[]> }
type DetectorClass = {
  new (options: { formats: string[] }): Detector
  getSupportedFormats: () => Promise<string[]>
}

/** A code that stays before the camera counts once in so long. */
const againMs = 1_500
const everyMs = 120

/** Rejects where there is no camera, or it may not be used. */
export async function watchCodes(video: HTMLVideoElement, signal: AbortSignal, found: (code: string) => void) {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
  const end = () => {
    for (const track of stream.getTracks()) track.stop()
  }
  if (signal.aborted) return end()
  signal.addEventListener('abort', end, { once: true })
  video.srcObject = stream
  await video.play()
  const tell = oncePerCode(found)
  const own = await ownDetector()
  if (own) return lookOften(own, video, signal, tell)
  const { BrowserMultiFormatReader } = await import('@zxing/browser')
  if (signal.aborted) return
  const controls = await new BrowserMultiFormatReader().decodeFromVideoElement(video, (result) => {
    if (result) tell(result.getText())
  })
  signal.addEventListener('abort', () => controls.stop(), { once: true })
}

async function ownDetector(): Promise<Detector | undefined> {
  const known = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector
  const formats = (await known?.getSupportedFormats().catch(() => [])) ?? []
  return known && formats.length > 0 ? new known({ formats }) : undefined
}

async function lookOften(detector: Detector, video: HTMLVideoElement, signal: AbortSignal, tell: (c: string) => void) {
  while (!signal.aborted) {
    const codes = await detector.detect(video).catch(() => [])
    for (const { rawValue } of codes) tell(rawValue)
    await new Promise((resolve) => setTimeout(resolve, everyMs))
  }
}

function oncePerCode(found: (code: string) => void): (code: string) => void {
  const seen = new Map<string, number>()
  return (code) => {
    const now = performance.now()
    const before = seen.get(code)
    seen.set(code, now)
    if (before === undefined || now - before > againMs) found(code)
  }
}
