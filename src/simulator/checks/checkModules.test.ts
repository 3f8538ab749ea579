import { describe, expect, it } from 'vitest'
import type { Json } from '#/comms/resources'
import { clientOf, complaintsOf, numbers, sendTo, stillSimulator } from '../fixtures'

const TO = [{ address: '+12065551337', channel: 'PHONE' }]
const MODULES = '$.content.modules'
const RCS = `${MODULES}[0].rcs`

const REPLY = { reply: { text: 'Yes', postbackData: 'yes' } }
const replies = (count: number) => Array.from({ length: count }, () => REPLY)
const FILE = { contentInfo: { fileUrl: 'https://example.com/a.jpg' }, height: 'TALL' }
const act = (action: { [name: string]: Json }) => ({ action: { text: 'Do', postbackData: 'do', ...action } })

/** Code and place of what is wrong with content in modules. */
const placesOf = async (modules: Json) =>
  (await complaintsOf('/Messages', { to: TO, content: { modules } })).map(({ code, context }) => [
    code,
    context,
  ])

const rcs = (module: Json) => placesOf([{ rcs: module }])
const card = (content: Json, more: { [name: string]: Json } = {}) =>
  rcs({ richCard: { standaloneCard: { cardContent: content, ...more } } })
const suggestion = (one: Json) => rcs({ text: 'a', suggestions: [one] })

describe('modules', () => {
  it.each<[string, Json, Array<[number, string]>]>([
    ['that are no list', {}, [[20422, MODULES]]],
    ['that are none', [], [[20422, MODULES]]],
    [
      'that are five',
      Array.from({ length: 5 }, () => ({ sms: { text: 'a' } })),
      [
        [20422, MODULES],
        [20422, `${MODULES}[1]`],
        [20422, `${MODULES}[2]`],
        [20422, `${MODULES}[3]`],
        [20422, `${MODULES}[4]`],
      ],
    ],
    [
      'that are no objects',
      ['sms', { sms: 'a' }],
      [
        [20422, `${MODULES}[0]`],
        [20422, `${MODULES}[1].sms`],
      ],
    ],
    ['for no channel', [{}], [[20422, `${MODULES}[0]`]]],
    [
      'for a channel that has none',
      [{ whatsapp: { text: 'a' } }, { mms: { text: 'a' } }],
      [
        [20422, `${MODULES}[0].whatsapp`],
        [20422, `${MODULES}[1].mms`],
      ],
    ],
    ['for two channels at once', [{ sms: { text: 'a' }, rcs: { text: 'a' } }], [[20422, `${MODULES}[0]`]]],
    ['for one channel twice', [{ rcs: { text: 'a' } }, { rcs: { text: 'b' } }], [[20422, `${MODULES}[1]`]]],
    ['without text or media', [{ sms: {} }], [[21602, `${MODULES}[0].sms.text`]]],
    [
      'with bad words',
      [{ sms: { text: 'x'.repeat(1601), media: [{ url: 'x' }] } }],
      [
        [21617, `${MODULES}[0].sms.text`],
        [21620, `${MODULES}[0].sms.media[0].url`],
      ],
    ],
    [
      'for both channels',
      [{ sms: { text: 'a' }, rcs: null }, { rcs: { text: 'b', suggestions: [REPLY] } }],
      [],
    ],
  ])('%s', async (_, modules, expected) => {
    expect(await placesOf(modules)).toEqual(expected)
  })

  it('are sent with the text they carry', async () => {
    const simulator = stillSimulator({ scenario: 'empty' })
    const client = clientOf(simulator)
    await client.sendMessages(
      sendTo(numbers(1), { content: { modules: { rcs: { text: 'On its way', suggestions: [REPLY] } } } }),
      { key: 'k' },
    )
    simulator.clock.jump(5_000)
    const [message] = (await client.listMessages({}, {})).items
    expect((await client.fetchMessage(message?.id ?? '')).content?.text).toBe('On its way')
  })
})

describe('a module for RCS', () => {
  it.each<[string, Json, Array<[number, string]>]>([
    ['without content', { suggestions: [REPLY] }, [[20422, RCS]]],
    ['with a text and media', { text: 'a', media: FILE }, [[20422, RCS]]],
    ['with eleven suggestions', { text: 'a', suggestions: replies(11) }, []],
    ['with twelve', { text: 'a', suggestions: replies(12) }, [[20422, `${RCS}.suggestions`]]],
    ['with media', { media: { content_info: { file_url: 'https://example.com/a' }, height: 'tall' } }, []],
    [
      'with media from nowhere',
      { media: { height: 'HUGE' } },
      [
        [20422, `${RCS}.media.height`],
        [20422, `${RCS}.media.contentInfo`],
      ],
    ],
    [
      'with media that is no file',
      { media: { content_info: { file_url: 'a', thumbnailUrl: 5, forceRefresh: 'yes' } } },
      [
        [21620, `${RCS}.media.content_info.file_url`],
        [21620, `${RCS}.media.content_info.thumbnailUrl`],
        [20422, `${RCS}.media.content_info.forceRefresh`],
      ],
    ],
    ['with no card', { richCard: {} }, [[20422, `${RCS}.richCard.standaloneCard`]]],
  ])('%s', async (_, module, expected) => {
    expect(await rcs(module)).toEqual(expected)
  })

  const CARD = `${RCS}.richCard.standaloneCard`

  it('takes a card with everything', async () => {
    const content = { title: 'a', description: 'b', media: FILE, suggestions: replies(4) }
    expect(await card(content, { cardOrientation: 'VERTICAL', thumbnailImageAlignment: 'left' })).toEqual([])
  })

  it.each<[string, Json, { [name: string]: Json }, Array<[number, string]>]>([
    ['without content', null, {}, [[20422, `${CARD}.cardContent`]]],
    ['with nothing on it', {}, {}, [[20422, `${CARD}.cardContent`]]],
    [
      'with five suggestions',
      { title: 'a', suggestions: replies(5) },
      {},
      [[20422, `${CARD}.cardContent.suggestions`]],
    ],
    [
      'that lies askew',
      { title: 'a' },
      { cardOrientation: 'DIAGONAL', thumbnailImageAlignment: 'TOP' },
      [
        [20422, `${CARD}.cardOrientation`],
        [20422, `${CARD}.thumbnailImageAlignment`],
      ],
    ],
  ])('refuses a card %s', async (_, content, more, expected) => {
    expect(await card(content, more)).toEqual(expected)
  })

  it('needs a default for the variables of every text', async () => {
    const text = 'Hi {{ name }}'
    expect(
      await card({ title: text, description: text, suggestions: [{ reply: { text, postbackData: text } }] }),
    ).toEqual([
      [21656, `${CARD}.cardContent.title`],
      [21656, `${CARD}.cardContent.description`],
      [21656, `${CARD}.cardContent.suggestions[0].reply.text`],
      [21656, `${CARD}.cardContent.suggestions[0].reply.postbackData`],
    ])
    expect(await placesOf([{ sms: { text } }, { rcs: { text } }])).toEqual([
      [21656, `${MODULES}[0].sms.text`],
      [21656, `${MODULES}[1].rcs.text`],
    ])
  })
})

describe('a suggestion', () => {
  const PLACE = `${RCS}.suggestions[0]`
  const EVENT = { title: 'a', startTime: '2026-11-24T12:00:00Z', endTime: '2026-11-24T13:00:00Z' }

  it.each<[string, Json]>([
    ['a reply', REPLY],
    ['a link', act({ openUrlAction: { url: 'https://example.com' } })],
    ['a call', act({ dial_action: { phone_number: '+12065551337' } })],
    ['a point', act({ viewLocationAction: { latLong: { latitude: 1, longitude: 2 }, label: 'a' } })],
    ['a place', act({ viewLocationAction: { query: 'Harbour', label: 'a' } })],
    ['an event', act({ createCalendarEventAction: EVENT })],
    ['a wish to know the place', act({ shareLocationAction: {} })],
  ])('may be %s', async (_, one) => {
    expect(await suggestion(one)).toEqual([])
  })

  it.each<[string, Json, Array<[number, string]>]>([
    ['that is nothing', {}, [[20422, PLACE]]],
    ['that is no object', 'Yes', [[20422, PLACE]]],
    ['that is both', { ...REPLY, ...act({ shareLocationAction: {} }) }, [[20422, PLACE]]],
    ['without words', { reply: { postbackData: 'a' } }, [[20422, `${PLACE}.reply.text`]]],
    ['that does nothing', act({}), [[20422, `${PLACE}.action`]]],
    [
      'that does two things',
      act({ shareLocationAction: {}, openUrlAction: { url: 'https://example.com' } }),
      [[20422, `${PLACE}.action`]],
    ],
    [
      'that leads nowhere',
      act({ openUrlAction: { url: 'home' } }),
      [[20422, `${PLACE}.action.openUrlAction.url`]],
    ],
    [
      'that calls nobody',
      act({ dialAction: { phoneNumber: '12' } }),
      [[20422, `${PLACE}.action.dialAction.phoneNumber`]],
    ],
    [
      'to two places',
      act({ viewLocationAction: { query: 'Harbour', latLong: { latitude: 'x' } } }),
      [
        [20422, `${PLACE}.action.viewLocationAction`],
        [20422, `${PLACE}.action.viewLocationAction.latLong.latitude`],
        [20422, `${PLACE}.action.viewLocationAction.latLong.longitude`],
      ],
    ],
    [
      'of an event that ends before it starts',
      act({
        createCalendarEventAction: { title: 'a', start_time: EVENT.endTime, end_time: EVENT.startTime },
      }),
      [[20422, `${PLACE}.action.createCalendarEventAction.end_time`]],
    ],
    [
      'of an event at no time',
      act({ createCalendarEventAction: { startTime: 'now' } }),
      [
        [20422, `${PLACE}.action.createCalendarEventAction.startTime`],
        [20422, `${PLACE}.action.createCalendarEventAction.endTime`],
        [20422, `${PLACE}.action.createCalendarEventAction.title`],
      ],
    ],
  ])('%s is refused', async (_, one, expected) => {
    expect(await suggestion(one)).toEqual(expected)
  })
})
