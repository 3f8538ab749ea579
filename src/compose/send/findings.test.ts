import { describe, expect, it } from 'vitest'
import { emptyDraft, type Draft } from '../draft/draft'
import { createChecker } from '../reading/check'
import { findingsOf, isBlocked, senderOf } from './findings'
import { requestOf } from './request'

const good: Draft = { ...emptyDraft('US'), text: 'Ahoy' }
const counts = { people: 2, look: 0, questions: 0 }
const from = (fields: Partial<Draft['from']>) => ({ ...good.from, ...fields })

describe('findingsOf', () => {
  it('lets a plain message go', () => {
    expect(findingsOf(good, counts)).toEqual([])
  })

  it('misses the people and the text, without calling that wrong', () => {
    expect(
      findingsOf({ ...good, text: ' ' }, { people: 0, look: 0, questions: 0 }).map(({ field, weight }) => [
        field,
        weight,
      ]),
    ).toEqual([
      ['to', 'missing'],
      ['text', 'missing'],
    ])
  })

  it.each([
    ['a number that needs a look', good, { people: 2, look: 1, questions: 0 }, 'to'],
    ['a table whose column is not chosen', good, { people: 2, look: 0, questions: 1 }, 'to'],
    ['too many people', good, { people: 10_001, look: 0, questions: 0 }, 'to'],
    [
      'a WhatsApp sender for phone numbers',
      { ...good, from: from({ kind: 'address', channel: 'WHATSAPP', address: '+12065550100' }) },
      counts,
      'from',
    ],
    [
      'an SMS sender for WhatsApp',
      { ...good, reach: 'WHATSAPP', from: from({ kind: 'address', address: '+12065550100' }) },
      counts,
      'from',
    ],
    ['no address', { ...good, from: from({ kind: 'address' }) }, counts, 'from'],
    [
      'a Messaging Service',
      { ...good, from: from({ kind: 'id', id: `MG${'0'.repeat(32)}` }) },
      counts,
      'from',
    ],
    [
      'an id of something else',
      { ...good, from: from({ kind: 'id', id: 'comms_message_01h2xcejqtf2nbrexx3vqjhp41' }) },
      counts,
      'from',
    ],
    ['a bad tag', { ...good, tags: [{ key: 'a b', value: 'c' }] }, counts, 'tags'],
    [
      'a tag twice',
      {
        ...good,
        tags: [
          { key: 'a', value: 'b' },
          { key: 'a', value: 'c' },
        ],
      },
      counts,
      'tags',
    ],
  ] as const)('stops %s', (_, draft, numbers, field) => {
    const found = findingsOf({ ...draft, tags: [...draft.tags] }, numbers)
    expect(isBlocked(found)).toBe(true)
    expect(found.map((one) => one.field)).toEqual([field])
  })

  it.each([
    ['a very long text', { ...good, text: 'a'.repeat(1601) }],
    ['placeholders', { ...good, text: 'Ahoy {{name}}' }],
    ['ten tags', { ...good, tags: Array.from({ length: 10 }, (_, at) => ({ key: `k${at}`, value: 'v' })) }],
  ])('warns of %s and lets it go', (_, draft) => {
    const found = findingsOf(draft, counts)
    expect(found).toHaveLength(1)
    expect(isBlocked(found)).toBe(false)
  })
})

it('says what an id is that nothing can be sent from', () => {
  const id = 'comms_device_registration_01h2xcejqtf2nbrexx3vqjhp41'
  const [finding] = findingsOf({ ...good, from: from({ kind: 'id', id }) }, counts)
  expect(finding?.text).toMatch(/^This is another kind of id \(Device registration\)\./)
})

describe('requestOf', () => {
  it('has everybody once, in order, and the sender and tags as typed', () => {
    const draft: Draft = {
      ...good,
      reach: 'WHATSAPP',
      from: from({ kind: 'address', channel: 'WHATSAPP', address: '+1 (206) 555-0100' }),
      tags: [
        { key: 'campaign', value: 'autumn' },
        { key: '', value: '' },
      ],
      who: { ...good.who, typed: '+12065551337\n206 555 1337\n+49 1\n+12065551338' },
    }
    const request = requestOf(draft, createChecker()(draft.who))
    expect(request.to.map(({ addresses }) => addresses)).toEqual([
      [{ address: '+12065551337', channel: 'WHATSAPP' }],
      [{ address: '+12065551338', channel: 'WHATSAPP' }],
    ])
    expect(request).toMatchObject({
      from: { address: '+12065550100', channel: 'WHATSAPP' },
      content: { text: 'Ahoy' },
      tags: { campaign: 'autumn' },
    })
  })

  it('tells a sender from a pool by its id', () => {
    const id = '01h2xcejqtf2nbrexx3vqjhp41'
    expect(senderOf(from({ kind: 'id', id: ` comms_senderpool_${id} ` }))).toEqual({
      senderPoolId: `comms_senderpool_${id}`,
    })
    expect(senderOf(from({ kind: 'id', id: `comms_sender_${id}` }))).toEqual({
      senderId: `comms_sender_${id}`,
    })
  })
})
