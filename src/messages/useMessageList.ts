import type { MessageFilter, MessageMetadata } from '#/comms'
import { messageList } from './queries'
import { useRememberList } from './shownList'
import { usePagedList, type LoadedList } from './usePagedList'

/** The messages for a filter, as the list that a message may be opened from. */
export function useMessageList(filter: MessageFilter): LoadedList<MessageMetadata> {
  useRememberList(filter)
  return usePagedList(messageList(filter))
}
