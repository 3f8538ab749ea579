import type { SendRequest } from '#/comms'
import type { Draft } from '../draft/draft'
import { numbersOf, type Checked } from '../reading/checked'
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
