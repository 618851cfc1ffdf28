import { type SaidAtStart, startBlock } from '../../shared/contract/at-start.ts';

/** What the host has told in the page itself; nothing where it tells nothing that way. */
export function saidAtStart(page: Document): SaidAtStart {
  const text = page.getElementById(startBlock)?.textContent;
  return text ? (JSON.parse(text) as SaidAtStart) : {};
}
