import { useQuery } from '@tanstack/react-query'
import type { Connection } from '#/comms'
import { RequestError } from '#/errors/RequestError'
import { CopyButton } from '#/ui/CopyButton'
import { PageHeader } from '#/ui/PageHeader'
import { Skeleton } from '#/ui/Skeleton'
import { useConnection } from './connection'
import { ConnectionFacts } from './contract/ConnectionFacts'
import { contractQuery, type Contract } from './contract/contract'
import { NoveltyTable } from './contract/NoveltyTable'
import { OptionalRoutes } from './contract/OptionalRoutes'
import { ticketText } from './contract/ticketText'

/** What the API was seen to speak and offer, and what it said that this program does not know. */
export function Component() {
  const { data: connection } = useConnection()
  const { data: contract, error, isFetching, refetch } = useQuery(contractQuery)
  return (
    <>
      <PageHeader
        title="Contract"
        actions={
          connection &&
          contract && (
            <CopyButton
              look="button"
              label="Copy as text for a ticket"
              text={() => ticketText(connection, contract, new Date())}
            />
          )
        }
      />
      {error && !contract ? (
        <RequestError error={error} onRetry={() => void refetch()} retrying={isFetching} />
      ) : connection && contract ? (
        <Learnt connection={connection} contract={contract} />
      ) : (
        <div aria-busy="true" className="max-w-4xl">
          <Skeleton className="mb-6 h-40 w-full" />
          <Skeleton className="h-64 w-full" />
        </div>
      )}
    </>
  )
}

function Learnt({ connection, contract }: { connection: Connection; contract: Contract }) {
  return (
    <>
      <p className="mb-5 max-w-[70ch] text-pretty text-text-2">
        What this API was seen to speak and to offer since this page was loaded. It is learnt from the
        requests that your work makes; no request is made for it.
      </p>
      <div className="flex max-w-4xl flex-col gap-6">
        <ConnectionFacts connection={connection} contract={contract} />
        <OptionalRoutes routes={contract.routes} version={contract.version} />
        <NoveltyTable novelties={contract.novelties} />
      </div>
    </>
  )
}
