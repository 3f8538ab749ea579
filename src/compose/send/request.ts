import type { SendRequest } from '#/comms'
import type { Draft } from '../draft/draft'
import type { Checked } from '../recipients/checked'
import { senderOf } from './findings'

/** The request a draft stands for. Recipients are in the order of the checked rows that are sent to. */
export function requestOf(draft: Draft, checked: Checked): SendRequest {
  const filled = draft.tags.filter(({ key }) => key !== '')
  return {
    to: numbersOf(checked).map((address) => ({
      addresses: [{ address, channel: draft.reach }],
      profileId: null,
      memoryStoreId: null,
    })),
    from: senderOf(draft.from),
    content: { text: draft.text, media: [], contentId: null },
    tags: Object.fromEntries(filled.map(({ key, value }) => [key, value])),
  }
}

/** Everybody's number, once. */
export function numbersOf({ verdict, e164 }: Checked): string[] {
  return e164.filter((_, row) => verdict[row] === 'ok')
}

/** 53 bits that two different requests do not share by chance. Not for secrets: for "is this still the same?". */
export function fingerprintOf(request: SendRequest): string {
  const text = JSON.stringify(request)
  let one = 0xdeadbeef
  let two = 0x41c6ce57
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    one = Math.imul(one ^ code, 2654435761)
    two = Math.imul(two ^ code, 1597334677)
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909)
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909)
  return (4294967296 * (2097151 & two) + (one >>> 0)).toString(36)
}
