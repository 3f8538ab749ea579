import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeText, ENCODINGS } from './decodeText'

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string, order: 'le' | 'be') => {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), order === 'le')
  return bytes
}
const join = (...parts: ReadonlyArray<Uint8Array | number[]>) =>
  Uint8Array.from(parts.flatMap((part) => [...part]))
const UTF8_MARK = [0xef, 0xbb, 0xbf]

/** Text without a mark of its own at the start. */
const texts = fc.string({ unit: 'binary' }).filter((text) => !text.startsWith('\ufeff'))

/** A list as people have it: names in any script beside numbers. */
const lists = fc
  .array(
    fc.record({
      name: fc.oneof(
        fc.constantFrom(
          'Ana Ruiz',
          'José Muñoz',
          'Мария',
          'Γιώργος',
          '山田太郎',
          '김민수',
          'محمد',
          'שרה',
          'สมชาย',
          '😀',
        ),
        fc.stringMatching(/^[\u0400-\u04ff]{1,12}$/),
        fc.stringMatching(/^[\u4e01-\u9fff]{1,6}$/),
        fc.stringMatching(/^[\u4e01-\u9fff]{40,80}$/),
        fc.stringMatching(/^[\uac00-\ud7a3]{1,6}$/),
      ),
      number: fc.stringMatching(/^\+[1-9]\d{9,13}$/),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((rows) => rows.map(({ name, number }) => `${name},${number}\r\n`).join(''))

describe('decodeText', () => {
  it('reads UTF-8 with a mark whatever follows, and one bad byte is one sign', () => {
    fc.assert(
      fc.property(texts, fc.array(fc.constantFrom(0xff, 0xc0, 0x80)), texts, (before, bad, after) => {
        const read = decodeText(join(UTF8_MARK, utf8(before), bad, utf8(after)))
        expect(read).toEqual({
          text: before + '\ufffd'.repeat(bad.length) + after,
          encoding: 'utf-8',
          certain: true,
        })
      }),
    )
  })

  it.each(['le', 'be'] as const)('reads UTF-16 %s with a mark', (order) => {
    fc.assert(
      fc.property(texts, (text) => {
        const read = decodeText(utf16(`\ufeff${text}`, order))
        expect(read).toEqual({ text: text, encoding: `utf-16${order}`, certain: true })
      }),
    )
  })

  it.each(['le', 'be'] as const)('reads lists in UTF-16 %s without a mark', (order) => {
    fc.assert(
      fc.property(lists, (text) => {
        expect(decodeText(utf16(text, order))).toEqual({ text, encoding: `utf-16${order}`, certain: true })
      }),
    )
  })

  it('reads lists in UTF-8 without a mark, also with a few zeros between', () => {
    fc.assert(
      fc.property(lists, fc.constantFrom('', '\0', '\0\0'), (text, zeros) => {
        expect(decodeText(utf8(text + zeros))).toEqual({
          text: text + zeros,
          encoding: 'utf-8',
          certain: true,
        })
      }),
    )
    const listed = '+12065550100\0+4930123456789\0+12065550102\0+12065550103\0'
    expect(decodeText(utf8(listed.repeat(9))).encoding).toBe('utf-8')
    // Zeros in every 14th byte, at the end of three letters, and at the ends of fields of one length.
    for (const other of ['+493012345678\0'.repeat(9), 'Ana\0', 'Ana\0\0\0\0\0'.repeat(9)]) {
      expect(decodeText(utf8(other))).toEqual({ text: other, encoding: 'utf-8', certain: true })
    }
  })

  it('keeps UTF-8 of which a few bytes are broken', () => {
    const names = utf8('Мария Müller 山田太郎,+12065550100\n'.repeat(4))
    expect(decodeText(join(names.subarray(0, 3), names.subarray(4)))).toMatchObject({
      encoding: 'utf-8',
      certain: false,
    })
    expect(decodeText(names.subarray(0, names.length - 20)).text).toContain('Мария Müller')
  })

  it.each([
    ['José', [0x4a, 0x6f, 0x73, 0xe9]],
    ['Müller\n+49', [0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72, 0x0a, 0x2b, 0x34, 0x39]],
  ])('takes other bytes for Windows-1252: %s', (text, bytes) => {
    expect(decodeText(Uint8Array.from(bytes))).toEqual({ text, encoding: 'windows-1252', certain: false })
  })

  it('does as told', () => {
    const bytes = Uint8Array.of(0xcc, 0xe0, 0xf0, 0xe8, 0xff)
    expect(decodeText(bytes, 'windows-1251')).toEqual({
      text: 'Мария',
      encoding: 'windows-1251',
      certain: true,
    })
    // These two letters are the mark of UTF-16 elsewhere.
    expect(decodeText(Uint8Array.of(0xff, 0xfe, 0x31), 'windows-1251').text).toBe('яю1')
    expect(decodeText(join(UTF8_MARK, [0x31]), 'windows-1252').text).toBe('1')
  })

  it('leaves out every mark at the start', () => {
    expect(decodeText(join(UTF8_MARK, UTF8_MARK, [0x31])).text).toBe('1')
    expect(decodeText(utf16('\ufeff\ufeff1', 'le')).text).toBe('1')
  })

  it('reads nothing as nothing', () => {
    for (const bytes of [[], UTF8_MARK, [0xff, 0xfe], [0xfe, 0xff]]) {
      expect(decodeText(Uint8Array.from(bytes)).text).toBe('')
    }
  })

  it('keeps the digits in every encoding on offer', () => {
    for (const { value } of ENCODINGS) {
      const text = '+12065550100'
      const bytes = value.startsWith('utf-16') ? utf16(text, value === 'utf-16le' ? 'le' : 'be') : utf8(text)
      expect(decodeText(bytes, value)).toEqual({ text, encoding: value, certain: true })
      expect(new TextDecoder(value).encoding).toBe(value)
    }
  })
})
