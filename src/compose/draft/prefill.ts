import type { List } from '../reading/list'
import { TableBuilder } from '../reading/table'
import type { Draft, DraftTag, Reach } from './draft'

/** What a link or another page brings into the form. */
export interface Prefill {
  to: string[]
  text: string
  tags: DraftTag[]
  reach: Reach | null
}

/**
 * A message in an address: `/compose?to=+12065550100&text=Ahoy&tag=campaign:autumn`, with `to` and `tag` as often as
 * needed. `null` when the address brings nothing.
 */
export function prefillOfSearch(search: URLSearchParams): Prefill | null {
  // A plus sign in an address is a blank to everybody who reads it by the book.
  const to = search
    .getAll('to')
    .flatMap((value) => value.replace(/^ (?=\d)/, '+').split(','))
    .filter(Boolean)
  const tags = search.getAll('tag').map((pair): DraftTag => {
    const end = pair.search(/[:=]/)
    return end < 0 ? { key: pair, value: '' } : { key: pair.slice(0, end), value: pair.slice(end + 1) }
  })
  return complete({ to, text: search.get('text') ?? '', tags, reach: reachOf(search.get('channel')) })
}

/**
 * A message that another page hands over with `navigate('/compose', { state: { compose: { to, text, tags, reach } } })`:
 * too many people for an address. `null` when the state is something else.
 */
export function prefillOfState(state: unknown): Prefill | null {
  const given = record(record(state)['compose'])
  const to = Array.isArray(given['to']) ? given['to'].filter((one) => typeof one === 'string') : []
  const tags = Object.entries(record(given['tags'])).map(([key, value]) => ({ key, value: String(value) }))
  const text = typeof given['text'] === 'string' ? given['text'] : ''
  return complete({ to, text, tags, reach: reachOf(given['reach']) })
}

export function withPrefill(draft: Draft, { to, text, tags, reach }: Prefill, listId: string): Draft {
  const isMany = to.length > 200
  const builder = new TableBuilder()
  to.forEach((number, index) => builder.add(index + 1, [number]))
  const list: List = {
    id: listId,
    name: 'Handed over',
    form: 'lines',
    table: builder.build(),
    matching: null,
    edits: {},
    origin: null,
  }
  return {
    ...draft,
    who: { ...draft.who, typed: isMany ? '' : to.join('\n'), lists: isMany ? [list] : [] },
    text,
    tags,
    reach: reach ?? draft.reach,
  }
}

function complete(prefill: Prefill): Prefill | null {
  return prefill.to.length > 0 || prefill.text !== '' || prefill.tags.length > 0 ? prefill : null
}

function reachOf(channel: unknown): Reach | null {
  const name = typeof channel === 'string' ? channel.toUpperCase() : ''
  return name === 'WHATSAPP'
    ? 'WHATSAPP'
    : name === 'PHONE' || name === 'SMS' || name === 'RCS'
      ? 'PHONE'
      : null
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
