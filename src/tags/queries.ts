import { queryOptions } from '@tanstack/react-query'
import { api } from '#/comms'
import { CAPABILITY, type TagOwner } from './writeTags'

/** What is known of any owner, for throwing it away. */
export const NOT_OFFERED_KEY = ['tags', 'not-offered']

/** Whether changing the tags of a message, or of an operation, was refused earlier on this connection. */
export const notOfferedQuery = (owner: TagOwner) =>
  queryOptions({
    queryKey: [...NOT_OFFERED_KEY, owner],
    queryFn: async () => (await api()).capabilities.state(CAPABILITY[owner]) === 'not-offered',
    retry: false,
  })
