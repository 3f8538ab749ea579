import type { ParsedId } from '#/comms'
import { Age } from '#/ui/Age'
import { KeyValue } from '#/ui/KeyValue'
import { Mono } from '#/ui/Mono'
import { PageHeader } from '#/ui/PageHeader'
import { Time } from '#/ui/Time'

interface IdHeaderProps {
  id: ParsedId
  /** What its kind is called, and what that is in a sentence. */
  title: string
  about: string
}

/** What an id says by itself: its kind, and for most kinds when it was made (section 7). */
export function IdHeader({ id: { id, time }, title, about }: IdHeaderProps) {
  return (
    <div className="min-w-0">
      <PageHeader title={title} />
      <p className="mb-3 max-w-[72ch] text-text-2">{about}</p>
      <KeyValue
        items={[
          ['Id', <Mono key="id" id={id} copyLabel="Copy id" />],
          [
            'Created',
            time !== null && (
              <span key="time">
                <Time at={time} /> <span className="text-text-2">(</span>
                <Age at={time} className="text-text-2" />
                <span className="text-text-2">, as the id itself says)</span>
              </span>
            ),
          ],
        ]}
      />
    </div>
  )
}
