import { useQuery } from '@tanstack/react-query'
import { curlOf } from '#/comms'
import { CopyButton } from '#/ui/CopyButton'
import { connectionQuery } from './queries'

/** Copies the request for a resource as a command for a shell, with the credential as variables. */
export function CopyCurl({ path }: { path: string }) {
  const { data } = useQuery(connectionQuery)
  if (!data) return null
  const url = `${data.baseUrl}/${data.version}${path}`
  return <CopyButton look="button" label="Copy as cURL" text={() => curlOf({ method: 'GET', url })} />
}
