import type { Connection } from '#/comms'
import { Banner } from '#/ui/Banner'
import { KeyValue } from '#/ui/KeyValue'
import { Mono } from '#/ui/Mono'
import { Section } from '#/ui/Section'
import type { Contract } from './contract'
import { wordSeen, wordSetting, wordTarget } from './contractWords'

/** Who answers, and how it spells. */
export function ConnectionFacts({ connection, contract }: { connection: Connection; contract: Contract }) {
  const { spoken, seen, version } = contract
  return (
    <Section title="Connection" framed>
      {seen !== null && seen !== spoken && (
        <Banner tone="amber" className="mb-3">
          Requests are set to the {spoken} dialect, and the API answers in the {seen} one. Set COMMS_DIALECT
          to auto or {seen} where the server runs, and restart it.
        </Banner>
      )}
      <KeyValue
        items={[
          ['Connected to', wordTarget(connection)],
          ['Address', <Address key="address" connection={connection} />],
          ['Version', version],
          ['Dialect set', wordSetting(connection.dialect)],
          ['Dialect seen', wordSeen(seen)],
          ['Requests are in', `the ${spoken} dialect`],
        ]}
      />
    </Section>
  )
}

/** The address that requests go to, or that the simulator answers in place of. */
function Address({ connection: { baseUrl, mode } }: { connection: Connection }) {
  return (
    <span className="flex min-w-0 flex-wrap gap-x-2">
      <Mono id={baseUrl} tail={0} />
      {mode === 'simulator' && <span className="text-text-2">the simulator answers in its place</span>}
    </span>
  )
}
