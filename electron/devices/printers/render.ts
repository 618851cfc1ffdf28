import type { PrintDocument } from '../../../shared/domain/document.ts';
import type { Paper } from '../../../shared/domain/paper.ts';
import { decode } from './decode.ts';
import { encode, encodePulse } from './encode.ts';
import { layOut } from './layout.ts';
import type { PrinterModel } from './model.ts';

/** The bytes that print a document on that model. Pure: the same document gives the same bytes for ever. */
export function renderDocument(document: PrintDocument, model: PrinterModel): Uint8Array {
  return encode(layOut(document, model), model);
}

/** The bytes that open a cash drawer behind that printer; a job of its own, never retried. `second`: on the other pin. */
export function drawerPulse({ drawerPin }: PrinterModel, second = false): Uint8Array {
  return encodePulse(second === (drawerPin === 2) ? 5 : 2);
}

/** The paper that these very bytes make on that model, as its firmware would read them. */
export function developPaper(bytes: Uint8Array, model: PrinterModel): Paper {
  return decode(bytes, model.columns);
}
