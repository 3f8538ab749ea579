import type { Json } from './resources'

export interface CurlRequest {
  method: string
  url: string
  body?: Json
}

/** The variables a shell is expected to have; the credential itself never reaches the browser. */
const CREDENTIAL = '"$TWILIO_ACCOUNT_SID:$TWILIO_AUTH_TOKEN"'

/** A request as a command for a shell, with the credential as variables. */
export function curlOf({ method, url, body }: CurlRequest): string {
  const lines = [`curl -X ${method} ${quote(url)}`, `-u ${CREDENTIAL}`]
  if (body !== undefined)
    lines.push(`-H 'Content-Type: application/json'`, `--data ${quote(JSON.stringify(body))}`)
  return lines.join(' \\\n  ')
}

/** Single quotes keep every character of a text from the shell; the quote itself is closed, escaped and reopened. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
