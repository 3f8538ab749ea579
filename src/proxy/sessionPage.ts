import { createHash } from 'node:crypto'
import type { Answer } from './answers'

const STYLE = `
:root { color-scheme: light dark; font: 14px/1.5 system-ui, sans-serif }
body { display: grid; min-height: 100vh; margin: 0; place-items: center }
form { display: grid; gap: 12px; width: min(320px, 90vw) }
h1 { margin: 0; font-size: 18px }
p { margin: 0 }
label { display: grid; gap: 4px }
input, button { font: inherit; padding: 8px; border: 1px solid GrayText; border-radius: 6px }
button { cursor: pointer }
`
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')

/** The form for the access token: plain HTML, so that it needs no file of an app that it stands in front of. */
export function sessionPage(status: number, next: string, problem: string | null): Answer {
  const notice = problem === null ? '' : `<p role="alert">${problem}</p>`
  const html = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Switchboard</title><style>${STYLE}</style></head>
<body><main><form method="post" action="/session?next=${encodeURIComponent(next)}">
<h1>Switchboard</h1>${notice}
<label>Access token <input name="token" type="password" autocomplete="current-password" required autofocus></label>
<label>Your name, for the journal of sends <input name="name" autocomplete="name" maxlength="60"></label>
<button type="submit">Enter</button>
</form></main></body></html>`
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
    },
    body: html,
  }
}
