import { useParams } from 'react-router'
import { CodePage } from './CodePage'
import { NotACode } from './NotACode'
import { parseCode } from './explanation'

/** One code, explained. */
export function Component() {
  const { code: text = '' } = useParams()
  const code = parseCode(text)
  return code === null ? <NotACode text={text} /> : <CodePage key={code} code={code} />
}
