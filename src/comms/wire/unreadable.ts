/** A body that is JSON but not the resource it should be. The client turns it into a `CommsError`. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
}
