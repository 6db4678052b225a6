import { QRCodeDecoderErrorCorrectionLevel, QRCodeEncoder } from '@zxing/library'

/** The dark cells of a QR code, row by row, without the quiet zone. */
export function qrMatrix(value: string): boolean[][] {
  const matrix = QRCodeEncoder.encode(value, QRCodeDecoderErrorCorrectionLevel.M).getMatrix()
  return Array.from({ length: matrix.getHeight() }, (_, y) =>
    Array.from({ length: matrix.getWidth() }, (_, x) => matrix.get(x, y) === 1),
  )
}
