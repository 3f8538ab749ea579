// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { afterEach, describe, expect, it } from 'vitest'
import { OpenById } from './OpenById'

const BODY = '01k4vge32ce3ar18sy56svjjpb'
const HEX = '0123456789abcdef0123456789abcdef'

afterEach(cleanup)

async function paste(text: string): Promise<string> {
  const router = createMemoryRouter([
    { path: '/', Component: OpenById },
    { path: '*', Component: () => <p>Elsewhere</p> },
  ])
  render(<RouterProvider router={router} />)
  fireEvent.change(screen.getByLabelText('Operation id'), { target: { value: text } })
  fireEvent.click(screen.getByRole('button', { name: 'Open operation' }))
  await screen.findByText(/Elsewhere|holds no operation id/)
  return router.state.location.pathname
}

describe('the field for the id of an operation', () => {
  it.each([
    [`operation=comms_operation_${BODY} done`, `/operations/comms_operation_${BODY}`],
    [`comms_message_${BODY}`, `/messages/comms_message_${BODY}`],
    [`AC${HEX}`, `/related/AC${HEX}`],
    ['hello', '/'],
  ])('leads with %s to %s', async (text, path) => {
    expect(await paste(text)).toBe(path)
  })
})
