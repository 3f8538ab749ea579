import type { ReactNode } from 'react'
import { useHref } from 'react-router'
import { Badge } from '#/ui/Badge'
import { CopyButton } from '#/ui/CopyButton'
import { PageHeader } from '#/ui/PageHeader'
import { Card, Section } from '#/ui/Section'
import { ExternalLink, TextLink } from '#/ui/TextLink'
import { CodeTable } from './CodeTable'
import { explainCode, relatedCodes } from './dictionary'
import { RETRY_WORDS, TURN_WORDS } from './explanationWords'
import { MessagesWithStatus } from './MessagesWithStatus'

/** Everything the dictionary says about one code, the answer first: what to do. */
export function CodePage({ code }: { code: number }) {
  const explanation = explainCode(code)
  const { title, meaning, action, retry, turn, customer, link, known, family } = explanation
  const related = relatedCodes(code)
  const address = useHref(`/errors/${code}`)
  const again = RETRY_WORDS[retry]
  return (
    <>
      <PageHeader
        title={known ? `${code} ${title}` : title}
        back={{ to: '/errors', label: 'Errors' }}
        meta={
          <Badge tone={again.tone} title={again.sentence}>
            {again.label}
          </Badge>
        }
        actions={
          <CopyButton look="button" label="Copy link" text={() => new URL(address, location.href).href} />
        }
      />
      <div className="flex max-w-4xl min-w-0 flex-col gap-6">
        <Card>
          <dl className="grid gap-x-6 gap-y-4 sm:grid-cols-[9rem_minmax(0,1fr)]">
            <Fact label="What it means">{meaning}</Fact>
            <Fact label="What to do">
              <strong className="font-semibold">{action}</strong>
            </Fact>
            <Fact label="Whose turn">{TURN_WORDS[turn].sentence}</Fact>
            <Fact label="Send again?">{again.sentence}</Fact>
            {customer !== null && (
              <Fact label="For the customer">
                <blockquote className="border-l-2 border-line-strong pl-3 text-text">{customer}</blockquote>
                <div className="mt-2">
                  <CopyButton look="button" label="Copy these words" text={customer} />
                </div>
              </Fact>
            )}
            <Fact label="Twilio’s page">
              <ExternalLink href={link}>{link.replace('https://www.', '')}</ExternalLink>
            </Fact>
          </dl>
        </Card>
        <MessagesWithStatus family={family} />
        {related.length > 0 && (
          <Section title="Similar codes">
            <div className="overflow-hidden rounded-lg border border-line bg-surface">
              <CodeTable explanations={related} label="Related codes" />
            </div>
          </Section>
        )}
        {!known && (
          <p className="text-sm text-text-2">
            <TextLink to="/errors">All codes that Switchboard explains</TextLink>
          </p>
        )}
      </div>
    </>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="col-span-full grid gap-x-6 gap-y-1 sm:grid-cols-subgrid">
      <dt className="text-sm text-text-2">{label}</dt>
      <dd className="max-w-[68ch] min-w-0 text-base text-pretty break-words">{children}</dd>
    </div>
  )
}
