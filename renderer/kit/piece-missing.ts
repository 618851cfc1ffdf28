/**
 * A piece of the page could not be fetched. A browser does not ask twice for a module that has failed, and the page
 * holds nothing of the shop's: so whoever catches it has the page loaded anew.
 */
export class PieceMissing extends Error {
  override readonly name = 'PieceMissing';
}
