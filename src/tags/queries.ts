import { queryOptions } from '@tanstack/react-query'
import { api } from '#/comms'

/** Whether changing tags was refused earlier on this connection. */
export const notOfferedQuery = queryOptions({
  queryKey: ['tags', 'not-offered'],
  queryFn: async () => (await api()).capabilities.state('updateTags') === 'not-offered',
  retry: false,
})
