/**
 * A web font as the plain font inside of it. The libraries read web fonts too, and unpack them in JavaScript for each
 * receipt anew, which took most of its time.
 * Source: W3C, "WOFF File Format 1.0"; OpenType, "otff: Organization of an OpenType font".
 */
import { inflateSync } from 'node:zlib'

const woffHeader = 44
const woffEntry = 20
const sfntHeader = 12
const sfntEntry = 16

export function plainFont(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('the file is no web font of the first format')
  const count = woff.readUInt16BE(12)
  const tables = Array.from({ length: count }, (_, index) => readTable(woff, woffHeader + index * woffEntry))
  const head = Buffer.alloc(sfntHeader + count * sfntEntry)
  woff.copy(head, 0, 4, 8)
  const selector = Math.floor(Math.log2(count))
  head.writeUInt16BE(count, 4)
  head.writeUInt16BE(2 ** selector * 16, 6)
  head.writeUInt16BE(selector, 8)
  head.writeUInt16BE(count * 16 - 2 ** selector * 16, 10)
  let offset = head.length
  for (const [index, { tag, checksum, data }] of tables.entries()) {
    const at = sfntHeader + index * sfntEntry
    tag.copy(head, at)
    checksum.copy(head, at + 4)
    head.writeUInt32BE(offset, at + 8)
    head.writeUInt32BE(data.length, at + 12)
    offset += padded(data.length)
  }
  return Buffer.concat([head, ...tables.flatMap(({ data }) => [data, Buffer.alloc(padded(data.length) - data.length)])])
}

const padded = (length: number): number => Math.ceil(length / 4) * 4

function readTable(woff: Buffer, at: number): { tag: Buffer; checksum: Buffer; data: Buffer } {
  const [offset, packed, length] = [woff.readUInt32BE(at + 4), woff.readUInt32BE(at + 8), woff.readUInt32BE(at + 12)]
  const bytes = woff.subarray(offset, offset + packed)
  const data = packed === length ? bytes : inflateSync(bytes, { maxOutputLength: length })
  return { tag: woff.subarray(at, at + 4), checksum: woff.subarray(at + 16, at + 20), data }
}
