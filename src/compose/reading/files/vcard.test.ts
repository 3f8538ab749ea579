import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isVCard, readVCards } from './vcard'

const card = (...lines: string[]) => ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n')
const first = (...lines: string[]) => readVCards(card(...lines))[1]
const phones = (...lines: string[]) => first(...lines)?.[1]?.split('\n')
const digitRuns = (text: string) => text.match(/\d+/g) ?? []

describe('isVCard', () => {
  it.each(['BEGIN:VCARD\r\n', '\n begin:vcard', '\ufeffBegin:VCard', 'BEGIN : VCARD'])('knows %j', (text) => {
    expect(isVCard(text)).toBe(true)
  })
  it.each(['', 'name,phone', 'x BEGIN:VCARD', 'BEGIN:VCALENDAR', 'BEGIN:VCARD FN:Ana TEL:1'])(
    'does not know %j',
    (text) => {
      expect(isVCard(text)).toBe(false)
    },
  )
})

describe('readVCards', () => {
  it('makes a row of each contact', () => {
    const text =
      card(
        'VERSION:3.0',
        'FN:Ana Ruiz',
        'TEL;TYPE=CELL,VOICE:+1 206 555 0100',
        'TEL;TYPE=HOME:+1 206 555 0101',
      ) +
      card('VERSION:4.0', 'FN:Bob', 'TITLE:Nurse', 'BDAY:1980-01-02') +
      card('VERSION:2.1', 'N:Kim;Min', 'TITLE:Head of ward 7')
    expect(readVCards(text)).toEqual([
      ['Name', 'Phone', 'Birthday', 'Title'],
      ['Ana Ruiz', 'mobile: +1 206 555 0100\nhome: +1 206 555 0101', '', ''],
      ['Bob', '', '1980-01-02', 'Nurse'],
      ['Min Kim', '', '', 'Head of ward 7'],
    ])
  })

  it.each([
    ['TEL:1', '1'],
    ['TEL;CELL:1', 'mobile: 1'],
    ['TEL;CELL;VOICE;PREF:1', 'mobile: 1'],
    ['TEL;TYPE=CELL,VOICE:1', 'mobile: 1'],
    ['TEL;type="voice,cell":1', 'mobile: 1'],
    ['tel;type=IPHONE;type=pref:1', 'mobile: 1'],
    ['TEL;TYPE=WORK;TYPE=CELL:1', 'mobile: 1'],
    ['TEL;WORK;FAX:1', 'fax: 1'],
    ['TEL;TYPE=homefax:1', 'fax: 1'],
    ['TEL;TYPE=PAGER:1', 'pager: 1'],
    ['TEL;TYPE=work:1', 'work: 1'],
    ['TEL;TYPE=main:1', 'main: 1'],
    ['TEL;TYPE=car:1', 'other: 1'],
    ['TEL;VOICE:1', '1'],
    ['TEL;PREF=1;TYPE=home:1', 'home: 1'],
    ['TEL;waid=12065550100:+1 206-555-0100', '+1 206-555-0100'],
    ['TEL;VALUE=uri;TYPE="home":tel:+1-206-555-0100;ext=5', 'home: tel:+1-206-555-0100;ext=5'],
    ['TEL:1\\n2', '1 2'],
    ['TEL;TYPE="cell:1', '1'],
    ['TEL;CELL;ENCODING=QUOTED-PRINTABLE:=2B1=\r\n2065550100', 'mobile: +12065550100'],
    ['TEL:+1 206\r\n  555\r\n\t0100', '+1 206 5550100'],
  ])('reads %j', (line, phone) => {
    expect(phones(line)).toEqual([phone])
  })

  it('takes the label of the group', () => {
    expect(
      phones(
        'item1.TEL;type=pref:1',
        'item1.X-ABLabel:_$!<Mobile>!$_',
        'item2.TEL;waid=2;type=CELL:2',
        'item2.X-ABLabel:Ward 7',
        'item3.TEL;type=HOME:3',
        'item4.TEL:4',
      ),
    ).toEqual(['Mobile: 1', 'Ward 7: 2', 'home: 3', '4'])
  })

  it('uses a label once, and only for its own group', () => {
    expect(
      readVCards(card('FN:Ana', 'item1.TEL:1', 'item1.X-ABLabel:Ward 7', 'TEL:2', 'X-ABLabel:Line 3')),
    ).toEqual([
      ['Name', 'Phone', 'X-ABLABEL'],
      ['Ana', 'Ward 7: 1\n2', 'Line 3'],
    ])
  })

  it.each([
    [['FN:Ana\\nRuiz'], 'Ana Ruiz'],
    [['N:Ruiz\\;Gil;Ana'], 'Ana Ruiz;Gil'],
    [['FN;ENCODING=QUOTED-PRINTABLE:Ana=\r\n =20Ruiz'], 'Ana  Ruiz'],
    [['FN:Ana\\, R\\; S'], 'Ana, R; S'],
    [['FN:', 'N:Ruiz;Ana;;;'], 'Ana Ruiz'],
    [['N:Ruiz;Ana;María;Dr.;Jr.'], 'Dr. Ana María Ruiz Jr.'],
    [['N:;;;;', 'ORG:Acme;Ward'], 'Acme, Ward'],
    [['N:Ruiz', 'FN:Ana Ruiz', 'ORG:Acme'], 'Ana Ruiz'],
    [['FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller'], 'Müller'],
    [['FN;CHARSET=UTF-8;QUOTED-PRINTABLE:=D0=9C=D0=B0=\r\n=D1=80=D0=B8=D1=8F'], 'Мария'],
    [['N;CHARSET=SHIFT_JIS;ENCODING=QUOTED-PRINTABLE:=8ER=93c;=83A'], 'ア 山田'],
    [['FN;CHARSET=no-such;ENCODING=QUOTED-PRINTABLE:M=C3=BCller'], 'Müller'],
    [['FN;ENCODING=B:QW5h'], 'Ana'],
    [['TEL:1'], ''],
  ])('reads the name of %j', (lines, name) => {
    expect(first('VERSION:2.1', ...lines)?.[0]).toBe(name)
  })

  it('has a column for all that has a digit, and none for what has not', () => {
    const text = card(
      'FN:Ana',
      'REV:20240102T030405Z',
      'NOTE:Call after 9\\nnot on 1\\, 2',
      'NOTE:Ward 7',
      'item1.ADR;TYPE=HOME:;;12 Main St;Seattle;WA;98101;',
      'ROLE:Nurse',
      'X-PIN:42',
      'EMAIL:ana1@example.com',
      'URL:https://example.com',
    )
    expect(readVCards(text)).toEqual([
      ['Name', 'Phone', 'Revision', 'Note', 'Address', 'X-PIN', 'E-mail'],
      [
        'Ana',
        '',
        '20240102T030405Z',
        'Call after 9\nnot on 1, 2\nWard 7',
        '12 Main St, Seattle, WA, 98101',
        '42',
        'ana1@example.com',
      ],
    ])
  })

  it('leaves pictures and keys out, however they are written', () => {
    const base64 = ['/9j/4AAQSkZJRg123', 'abcdefgh5550100==']
    const text = card(
      'FN:Ana',
      `PHOTO;ENCODING=BASE64;JPEG:${base64.join('\r\n ')}`,
      `KEY;ENCODING=b:${base64.join('')}`,
      `X-PICTURE;BASE64:${base64[0]}`,
      base64[1] ?? '',
      '',
      'X-ICON:data:image/png;base64,iVBORw0KGgo5550100',
      'TEL:1',
    )
    expect(readVCards(text)).toEqual([
      ['Name', 'Phone', 'Photo', 'Key', 'X-PICTURE', 'X-ICON'],
      ['Ana', '1', '(picture)', '(data)', '(data)', '(data)'],
    ])
  })

  it('reads cards inside cards, cards without an end, and what stands outside', () => {
    const names = (text: string) =>
      readVCards(text)
        .slice(1)
        .map((row) => row.slice(0, 2))
    expect(names('BEGIN:VCARD\nFN:A\nAGENT:\nBEGIN:VCARD\nFN:B\nTEL:2\nEND:VCARD\nTEL:1\nEND:VCARD')).toEqual(
      [
        ['A', '1'],
        ['B', '2'],
      ],
    )
    expect(
      names('BEGIN:VCARD\nFN:A\nAGENT:BEGIN:VCARD\\nFN:B\\nTEL:2\\nEND:VCARD\\n\nTEL:1\nEND:VCARD'),
    ).toEqual([
      ['A', '1'],
      ['B', '2'],
    ])
    expect(names('BEGIN:VCARD\nFN:A\nTEL:1\nBEGIN:VCARD\nFN:B\nTEL:2')).toEqual([
      ['A', '1'],
      ['B', '2'],
    ])
    expect(names('BEGIN:VCARD\rFN:A\rTEL:1\rEND:VCARD\rTEL:2')).toEqual([['A', '1\n2']])
    expect(readVCards('BEGIN:VCARD\nFN:A\nEND:VCARD\nor call 555 0100')).toEqual([
      ['Name', 'Phone', 'Note'],
      ['A', '', 'or call 555 0100'],
    ])
    expect(readVCards('BEGIN:VCARD\nNOTE:BEGIN:VCARD 555 0100\nNOTE:')).toEqual([
      ['Name', 'Phone', 'Note'],
      ['', '', 'BEGIN:VCARD 555 0100'],
    ])
    expect(readVCards('BEGIN:VCARD')).toEqual([
      ['Name', 'Phone'],
      ['', ''],
    ])
  })

  it('does not let a broken line hide a number', () => {
    expect(phones('NOTE;ENCODING=QUOTED-PRINTABLE:see=', 'TEL;CELL:1')).toEqual(['mobile: 1'])
    expect(first('NOTE:Call', '555 0100 or', '12:30 to 13:00', 'TEL:1')?.slice(1)).toEqual([
      '1',
      'Call\n555 0100 or\n12:30 to 13:00',
    ])
  })

  it('loses no digits', () => {
    const escaped = (text: string) => text.replaceAll(/[\\,;]/g, '\\$&').replaceAll('\n', '\\n')
    const folded = (line: string, at: number) =>
      Array.from(line, (character, index) =>
        index > 0 && index % at === 0 ? `\r\n ${character}` : character,
      ).join('')
    const quoted = (name: string, text: string) =>
      `${name};ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:${[...new TextEncoder().encode(text)]
        .map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`)
        .join('')
        .replaceAll(/.{60}/g, '$&=\r\n')}`
    const texts = fc.string({ unit: fc.constantFrom(...Array.from('0123456789 +-():;,\\"=ä山😀a.B\n')) })
    const properties = fc.record({
      name: fc.constantFrom(
        'TEL',
        'TEL;CELL',
        'TEL;TYPE="work,fax"',
        'BDAY',
        'NOTE',
        'NOTE;LANGUAGE=en',
        'ADR',
        'N',
        'FN',
        'X-OTHER',
      ),
      group: fc.constantFrom('', '', 'item1.', 'item2.'),
      value: texts,
      write: fc.constantFrom('plain', 'raw', 'quoted'),
      fold: fc.integer({ min: 5, max: 80 }),
    })
    const cards = fc.array(
      fc.record({ lines: fc.array(properties), label: fc.option(texts), isOpen: fc.boolean() }),
      { minLength: 1, maxLength: 4 },
    )
    fc.assert(
      fc.property(cards, fc.constantFrom('\r\n', '\n'), (all, newline) => {
        const text = all
          .map(({ lines, label, isOpen }) => {
            const written = lines.map(({ name, group, value, write, fold }) => {
              if (write === 'quoted') return quoted(group + name, value)
              // A value that is not escaped cannot have line ends.
              return folded(
                `${group}${name}:${write === 'raw' ? value.replaceAll('\n', ' ') : escaped(value)}`,
                fold,
              )
            })
            const own = label === null ? [] : [`item1.X-ABLabel:${escaped(label)}`]
            return ['BEGIN:VCARD', ...written, ...own, ...(isOpen ? [] : ['END:VCARD'])].join('\r\n')
          })
          .join('\r\n')
          .replaceAll('\r\n', newline)
        const rows = readVCards(text)
        expect(rows).toHaveLength(all.length + 1)
        all.forEach(({ lines, label }, at) => {
          const row = (rows[at + 1] ?? []).join('\n')
          for (const { value } of lines) for (const run of digitRuns(value)) expect(row).toContain(run)
          for (const run of digitRuns(label ?? '')) expect(row).toContain(run)
        })
        for (const row of rows) expect(row).toHaveLength(rows[0]?.length ?? 0)
      }),
      { numRuns: 500 },
    )
  })

  it('reads any text after a beginning', () => {
    const parts = fc.constantFrom(
      'BEGIN:VCARD\n',
      'END:VCARD',
      '\n',
      '\r',
      ' ',
      'TEL',
      ';',
      ':',
      '=',
      '"',
      'TYPE=',
      'QUOTED-PRINTABLE',
      'ENCODING=b',
      '5550100',
      '\\',
      'x.',
    )
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 40 }), (all) => {
        const text = `BEGIN:VCARD\n${all.join('')}`
        expect(readVCards(text).length).toBeGreaterThan(1)
      }),
      { numRuns: 500 },
    )
  })

  it('reads a large file quickly', () => {
    const many = card(
      'FN:Ana',
      'TEL;CELL:+12065550100',
      `PHOTO;ENCODING=b:${'QUJD\r\n '.repeat(200)}QUJD`,
      `NOTE:${'"'.repeat(60)};`,
    )
    const started = performance.now()
    expect(readVCards(many.repeat(2000))).toHaveLength(2001)
    expect(performance.now() - started).toBeLessThan(5000)
  })
})
