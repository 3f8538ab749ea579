import { EmptyState } from '#/ui/EmptyState'
import { LinkButton } from '#/ui/LinkButton'
import { PageHeader } from '#/ui/PageHeader'

/** For an address that names no code: most likely words to search for, or a code with something around it. */
export function NotACode({ text }: { text: string }) {
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text
  const digits = /(?<!\d)\d{3,6}(?!\d)/.exec(text)?.[0]
  return (
    <>
      <PageHeader title="Not an error code" back={{ to: '/errors', label: 'Errors' }} />
      <EmptyState
        title="This is not an error code"
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
        <p className="break-all">
          <bdi>“{shown}”</bdi>
        </p>
        <p className="mt-2">Codes are numbers, mostly of five digits, such as 30003.</p>
      </EmptyState>
    </>
  )
}
