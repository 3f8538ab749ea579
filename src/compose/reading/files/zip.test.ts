import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { textOfEntry, zipEntries } from './zip'

const text = 'Müller,+12065550100\n'.repeat(50_000)
const size = strToU8(text).length
const whole = async (bytes: Uint8Array, most?: number) => {
  let read = ''
  const [entry] = zipEntries(bytes)
  if (!entry) throw new Error('nothing inside')
  for await (const piece of textOfEntry(bytes, { ...entry, size: most ?? entry.size })) read += piece
  return read
}

describe('zip', () => {
  it.each([0, 6] as const)('lists and reads what is inside, packed at level %i', async (level) => {
    const bytes = zipSync(
      { 'a/ä.csv': [strToU8(text), { level }], b: strToU8('') },
      { comment: 'x'.repeat(300) },
    )
    expect(zipEntries(bytes)).toMatchObject([
      { size, isPacked: level > 0 },
      { name: 'b', size: 0 },
    ])
    expect(await whole(bytes)).toBe(text)
    // The bytes may be a part of a larger buffer.
    const larger = new Uint8Array(bytes.length + 20)
    larger.set(bytes, 7)
    expect(await whole(larger.subarray(7, bytes.length + 7))).toBe(text)
  })

  it('stops where the archive says that the file ends', async () => {
    const bytes = zipSync({ a: strToU8(text) })
    expect((await whole(bytes, 1000)).length).toBeLessThan(size / 2)
  })

  it('finds the names without the list', () => {
    const bytes = zipSync({ 'xl\\workbook.xml': strToU8('x'), b: strToU8('x') })
    const names = (part: Uint8Array) => zipEntries(part).map(({ name }) => name)
    expect(names(bytes)).toEqual(['xl/workbook.xml', 'b'])
    expect(names(bytes.subarray(0, -10))).toEqual([
      expect.stringMatching(/^xl\/workbook\.xml/),
      expect.stringMatching(/^b/),
    ])
  })
})
