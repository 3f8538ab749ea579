import { emptyWho, type Who } from '../reading/list'

/** How people are reached, as the API's recipient channel (section 2.1). */
export type Reach = 'PHONE' | 'WHATSAPP'

/** Whom the message comes from: Twilio's choice, an address with its channel, or the id of a sender or a pool. */
export interface DraftFrom {
  kind: 'any' | 'address' | 'id'
  address: string
  channel: 'SMS' | 'RCS' | 'WHATSAPP'
  id: string
}

export interface DraftTag {
  key: string
  value: string
}

/** A message being written. Everything in it is as typed; what the API would get is made in `send/request.ts`. */
export interface Draft {
  who: Who
  reach: Reach
  from: DraftFrom
  text: string
  tags: DraftTag[]
}

export function emptyDraft(country: string): Draft {
  return {
    who: emptyWho(country),
    reach: 'PHONE',
    from: { kind: 'any', address: '', channel: 'SMS', id: '' },
    text: '',
    tags: [],
  }
}

/** Whether there is nothing in a draft that somebody would miss. */
export function isEmpty({ who, from, text, tags }: Draft): boolean {
  return (
    who.typed.trim() === '' &&
    who.lists.length === 0 &&
    text === '' &&
    from.address.trim() === '' &&
    from.id.trim() === '' &&
    tags.every(({ key, value }) => key === '' && value === '')
  )
}
