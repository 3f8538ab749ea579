import { queryOptions } from '@tanstack/react-query'
import { isKnownNotOffered } from './writeTags'

/** Whether changing tags was refused earlier in this tab. */
export const notOfferedQuery = queryOptions({
  queryKey: ['tags', 'not-offered'],
  queryFn: isKnownNotOffered,
  staleTime: 60_000,
  retry: false,
})
