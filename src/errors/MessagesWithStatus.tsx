import { Section } from '#/ui/Section'
import { TextLink } from '#/ui/TextLink'
import type { Family } from './explanation'

/**
 * Ways to the messages that may carry a code. The API lists messages by status and not by code (section 5.3), which is
 * said, so that nobody takes the list for the people with this one problem.
 */
export function MessagesWithStatus({ family }: { family: Family | null }) {
  if (family === 'request' || family === 'events') return null
  return (
    <Section title="Messages">
      <p className="max-w-[72ch] text-sm text-text-2">
        Look among the messages that{' '}
        <TextLink to="/messages?status=FAILED">failed before they left Twilio</TextLink>
        {family !== 'acceptance' && (
          <>
            {' '}
            or that <TextLink to="/messages?status=UNDELIVERED">left and did not arrive</TextLink>
          </>
        )}
        . The API lists messages by status, not by code: open one to see its code.
      </p>
    </Section>
  )
}
