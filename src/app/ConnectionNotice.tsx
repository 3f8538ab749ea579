import { Banner } from '#/ui/Banner'
import { Button } from '#/ui/Button'
import { useConnection } from './connection'
import { useOnline } from './useOnline'

/** What stands between the agent and the API just now, above every page; nothing when all is well. */
export function ConnectionNotice() {
  const { data, error, refetch, isFetching } = useConnection()
  const online = useOnline()
  if (!online) {
    return (
      <Banner tone="amber" live="polite" className="mb-4">
        <strong className="font-semibold">This computer is offline.</strong> What is on the screen is from
        before. Nothing is sent until the network is back, and then only when you send it.
      </Banner>
    )
  }
  if (error) {
    return (
      <Banner
        tone="amber"
        live="polite"
        className="mb-4"
        actions={
          <Button size="sm" pending={isFetching} onClick={() => void refetch()}>
            Try again
          </Button>
        }
      >
        <strong className="font-semibold">Switchboard is not connected.</strong> {error.message} What is on
        the screen is from before.
      </Banner>
    )
  }
  if (data?.mode === 'misconfigured') {
    return (
      <Banner tone="red" live="polite" className="mb-4">
        <strong className="font-semibold">Nothing can be sent or read.</strong>{' '}
        {data.problem ?? 'The credentials are incomplete.'} Set them where the server runs, in its environment
        or in <code className="font-mono">.env.local</code>, and restart it. Without any credentials it runs
        on the simulator.
      </Banner>
    )
  }
  return null
}
