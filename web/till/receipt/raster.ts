/** Draws lines that no code page of a printer has letters for, with the fonts of the page. */
import type { TextRaster } from '#engines/escpos'

const dotsHigh = { normal: 24, bold: 24, large: 48 }

export const browserRaster: TextRaster = (block, { width, direction }) => {
  const weight = 'weight' in block ? block.weight : 'normal'
  const size = dotsHigh[weight]
  const height = Math.ceil((size * 1.4) / 8) * 8
  const canvas = new OffscreenCanvas(width, height)
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('this browser draws no pictures')
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, width, height)
  pen.fillStyle = '#000'
  pen.direction = direction
  pen.textBaseline = 'middle'
  pen.font = `${weight === 'normal' ? '' : 'bold '}${size}px ${getComputedStyle(document.body).fontFamily}`
  const start = direction === 'rtl' ? width : 0
  const put = (text: string, x: number, align: CanvasTextAlign) => {
    pen.textAlign = align
    pen.fillText(text, x, height / 2, width)
  }
  if (block.kind === 'text') put(block.text, block.align === 'center' ? width / 2 : start, alignOf(block.align))
  else if (block.kind === 'pair') {
    put(block.start, start, 'start')
    put(block.end, width - start, 'end')
  } else {
    const [first, second, third] = block.cells
    put(first, start, 'start')
    put(second, direction === 'rtl' ? width / 3 : (width * 2) / 3, 'end')
    put(third, width - start, 'end')
  }
  return pen.getImageData(0, 0, width, height)
}

const alignOf = (align: 'start' | 'center'): CanvasTextAlign => align
