import { Link } from 'react-router'
import type { Tags } from '#/comms'

interface TagListProps {
  tags: Tags
  /** False where the chips should not lead anywhere. */
  linked?: boolean
  /** Said when there are none. */
  none?: string
}

/** Tags to read. Each leads to the messages that carry it. */
export function TagList({ tags, linked = true, none = 'No tags' }: TagListProps) {
  const pairs = Object.entries(tags)
  if (pairs.length === 0) return <span className="text-sm text-text-2">{none}</span>
  return (
    <ul className="flex min-w-0 flex-wrap gap-1.5" aria-label="Tags">
      {pairs.map(([key, value]) => (
        <li key={key} className="max-w-full">
          {linked ? (
            <Link
              to={messagesWithTag(key, value)}
              title={`Show messages with ${key}=${value}`}
              className={`${CHIP} hover:border-control`}
            >
              <Words name={key} value={value} />
            </Link>
          ) : (
            <span className={CHIP}>
              <Words name={key} value={value} />
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

const CHIP =
  'inline-flex max-w-full items-center rounded-sm border border-line-strong bg-page px-1.5 py-0.5 font-mono text-xs'

function Words({ name, value }: { name: string; value: string }) {
  return (
    <span className="min-w-0 truncate">
      <span className="text-text-2">{name}=</span>
      <span className="text-text">{value}</span>
    </span>
  )
}

/** The list of messages with one tag, in the API's own filter form (section 1.1). */
export function messagesWithTag(key: string, value: string): string {
  return `/messages?${new URLSearchParams({ tag: `${key}:${value}` }).toString()}`
}
