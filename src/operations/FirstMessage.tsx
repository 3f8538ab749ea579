import { useQuery } from '@tanstack/react-query'
import type { Message } from '#/comms'
import { senderOf } from '#/messages/MessageFacts'
import { ownTags } from '#/tags/sendKey'
import { TagList } from '#/tags/TagList'
import { KeyValue } from '#/ui/KeyValue'
import { Section } from '#/ui/Section'
import { SkeletonText } from '#/ui/Skeleton'
import { TextLink } from '#/ui/TextLink'
import { Time } from '#/ui/Time'
import { firstMessageQuery } from './queries'

interface FirstMessageProps {
  operationId: string
  asked: number | null
  /** Nothing has left yet: the operation waits for its time. */
  waits: boolean
}

/**
 * What was sent, from whom and with which tags. The API tells that of messages only, so it is taken from one of them;
 * where that cannot be read the page goes on without, since the figures do not depend on it.
 */
export function FirstMessage({ operationId, asked, waits }: FirstMessageProps) {
  const { data: message, isPending, isError } = useQuery(firstMessageQuery(operationId))
  if (isError) return null
  // What a text of one line, a sender, tags and a time need.
  const [one, many] = waits ? ['min-h-[8.5rem]', 'min-h-[10.25rem]'] : ['min-h-[6.75rem]', 'min-h-[8.5rem]']
  const height = asked === 1 ? one : many
  return (
    <Section title={waits ? 'What will be sent' : 'What was sent'} className="mt-6">
      {isPending ? (
        <div aria-busy className={`${height} max-w-[60ch]`}>
          <SkeletonText lines={4} />
        </div>
      ) : message === null ? (
        <p className={`${height} text-sm text-text-2`}>The API shows no message of this operation yet.</p>
      ) : (
        <div className={`${height} flex flex-col gap-2`}>
          {message.content && message.content.text !== null && (
            <p
              dir="auto"
              className="line-clamp-4 max-w-[72ch] rounded-md border border-line bg-surface px-3 py-2 break-words whitespace-pre-wrap"
            >
              {message.content.text}
            </p>
          )}
          <KeyValue
            items={[
              // Only a message says for when its operation is scheduled (section 2.2).
              [
                'Scheduled for',
                waits && message.scheduledFor && <Time key="time" at={message.scheduledFor} />,
              ],
              ['From', senderOf(message.from)],
              ['Template', message.content?.contentId],
              ['Media', message.content && message.content.media.length > 0 && message.content.media.length],
              ['Tags', tagsOf(message)],
            ]}
          />
          {asked !== 1 && (
            <p className="text-sm text-text-2">
              As it {waits ? 'goes' : 'went'} to one of them. Names and the like may differ from person to
              person. <TextLink to={`/messages/${message.id}`}>Open this message</TextLink>
            </p>
          )}
        </div>
      )}
    </Section>
  )
}

function tagsOf({ tags }: Message) {
  const own = ownTags(tags)
  return Object.keys(own).length > 0 && <TagList tags={own} />
}
