import { EmptyState } from '#/ui/EmptyState'
import { LinkButton } from '#/ui/LinkButton'
import { PageHeader } from '#/ui/PageHeader'

/** For an address that names no code: most likely words to search for, or a code with something around it. */
// The two invisible characters keep right-to-left text from turning the sentence around it.
export function NotACode({ text }: { text: string }) {
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text
  const digits = /(?<!\d)\d{3,6}(?!\d)/.exec(text)?.[0]
  return (
    <>
      <PageHeader title="Not an error code" back={{ to: '/errors', label: 'Errors' }} />
      <EmptyState
        title={`“\u2068${shown}\u2069” is not an error code`}
        action={
          <>
            {digits !== undefined && (
              <LinkButton variant="primary" to={`/errors/${Number(digits)}`}>
                What code {Number(digits)} means
              </LinkButton>
            )}
            <LinkButton to={`/errors?${new URLSearchParams({ q: shown }).toString()}`}>
              Search the codes for these words
            </LinkButton>
          </>
        }
      >
        Codes are numbers, mostly of five digits, such as 30003.
      </EmptyState>
    </>
  )
}
