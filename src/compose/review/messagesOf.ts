import { SEND_KEY_TAG } from '#/tags/sendKey'
import { messagesWithTag } from '#/tags/TagList'
import type { Attempt } from '../send/sendState'

/** Where the messages of a send are listed: by its key where they carry it. */
export function messagesOf({ key, traceable }: Attempt): string {
  return traceable ? messagesWithTag(SEND_KEY_TAG, key) : '/messages'
}
